/* What comes off the pile: nothing twice, never too deep too soon, and a pass that costs nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byId } from "../../generator/site/assets/draw/evening.js";
import { back, begin, closed, current, draw, fitted, laid, left, pass } from "../../generator/site/assets/draw/pile.js";
import { below, shuffled } from "../../generator/site/assets/draw/shuffle.js";
import { aDeck } from "./cards.js";
import { thrower } from "./chance.js";

const deckOf = (...depths) => byId(aDeck(depths));
const fresh = (cards, uint32) => begin(shuffled([...cards.keys()], uint32));
const depthOf = (cards, pile) => cards.get(current(pile)).depth;

/** Draw until the end; returns the ids in the order they came. */
function drawnOut(pile, cards, cap) {
  const came = [];
  for (let now = draw(pile, cards, cap); now.top !== "end"; now = draw(now, cards, cap)) came.push(current(now));
  return came;
}

test("drawing deals every card of the cap once, and then says that it is through", () => {
  const cards = deckOf(20, 10, 5, 2);
  for (let seed = 1; seed <= 50; seed += 1) {
    for (const [cap, count] of [[1, 20], [2, 30], [3, 35], [4, 37]]) {
      const pile = fresh(cards, thrower(seed));
      assert.equal(left(pile, cards, cap), count);
      const came = drawnOut(pile, cards, cap);
      assert.equal(new Set(came).size, count);
      assert.equal(came.length, count);
    }
  }
});

test("nothing comes twice in any sequence of draw, pass, back and reload", () => {
  const cards = deckOf(9, 7, 5, 3);
  for (let seed = 1; seed <= 400; seed += 1) {
    const uint32 = thrower(seed);
    const cap = 1 + below(4, uint32);
    let pile = fresh(cards, uint32);
    const out = new Set();
    for (let i = 0; i < 60; i += 1) {
      const was = current(pile);
      const move = below(5, uint32);
      if (move <= 1) pile = draw(pile, cards, cap);
      else if (move === 2 && was) out.add(was) && (pile = pass(pile, cards, cap));
      else if (move === 3) pile = back(pile);
      else pile = fitted(JSON.parse(JSON.stringify(pile)), cards);
      const all = [...pile.pile, ...pile.seen];
      assert.equal(new Set(all).size, all.length, "a card is in one place only");
      assert.equal(all.length, cards.size - out.size, "only what was passed is gone");
      assert.ok(all.every((id) => !out.has(id)), "what was passed stays out");
    }
  }
});

test("the first card is light, and no card is more than one step deeper than the last", () => {
  const cards = deckOf(8, 8, 8, 8);
  for (let seed = 1; seed <= 300; seed += 1) {
    let pile = draw(fresh(cards, thrower(seed)), cards, 4);
    assert.equal(depthOf(cards, pile), 1);
    while (left(pile, cards, 2)) {
      const last = depthOf(cards, pile);
      pile = draw(pile, cards, 4);
      assert.ok(depthOf(cards, pile) <= (last >= 3 ? 2 : last + 1));
    }
  }
});

test("the deepest cards do come, when they may", () => {
  const cards = deckOf(8, 8, 8, 8);
  const depths = Array.from({ length: 200 }, (_, seed) => drawnOut(fresh(cards, thrower(seed + 1)), cards, 4))
    .map((came) => came.slice(0, 16).filter((id) => cards.get(id).depth === 3).length);
  assert.ok(depths.some((count) => count > 0));
});

test("where nothing fits, the lightest that is left comes", () => {
  const cards = deckOf(0, 0, 2, 2);
  const came = drawnOut(fresh(cards, thrower(5)), cards, 4).map((id) => cards.get(id).depth);
  assert.deepEqual(came, [3, 3, 4, 4]);
});

test("a pass brings a card of equal or lower depth in the same place", () => {
  const cards = deckOf(6, 6, 6, 6);
  for (let seed = 1; seed <= 200; seed += 1) {
    const uint32 = thrower(seed);
    let pile = fresh(cards, uint32);
    for (let i = 0; i < 12; i += 1) {
      pile = draw(pile, cards, 4);
      const { depth } = cards.get(current(pile));
      const turns = pile.seen.length;
      const next = pass(pile, cards, 4);
      if (next.top !== "card") break;
      assert.ok(depthOf(cards, next) <= depth);
      assert.equal(next.seen.length, turns);
      pile = next;
    }
  }
});

test("a pass with nothing as light left says so, and Draw still goes on", () => {
  const cards = deckOf(1, 2, 0, 0);
  const pile = pass(draw(fresh(cards, thrower(2)), cards, 2), cards, 2);
  assert.equal(pile.top, "nothing");
  assert.equal(current(pile), undefined);
  assert.equal(depthOf(cards, draw(pile, cards, 2)), 2);
});

test("a pass of the very last card is the end", () => {
  const cards = deckOf(1, 0, 1, 0);
  assert.equal(pass(draw(fresh(cards, thrower(2)), cards, 2), cards, 2).top, "end");
});

test("a pass on a card deeper than the cap stays within the cap", () => {
  const cards = deckOf(1, 1, 1, 1);
  const pile = pass(laid(begin([...cards.keys()].reverse()), "d4-0"), cards, 2);
  assert.ok(depthOf(cards, pile) <= 2);
});

test("back undoes a draw, and Draw brings the same cards in the same order again", () => {
  const cards = deckOf(9, 9, 6, 3);
  for (let seed = 1; seed <= 200; seed += 1) {
    const uint32 = thrower(seed);
    let pile = fresh(cards, uint32);
    for (let i = 0; i < 10; i += 1) pile = draw(pile, cards, 3);
    const came = pile.seen;
    const count = left(pile, cards, 3);
    const steps = 1 + below(10, uint32);
    for (let i = 0; i < steps; i += 1) pile = back(pile);
    assert.equal(left(pile, cards, 3), count + steps);
    assert.deepEqual(pile.seen, came.slice(0, 10 - steps));
    for (let i = 0; i < steps; i += 1) pile = draw(pile, cards, 3);
    assert.deepEqual(pile.seen, came);
  }
});

test("back from the first card shows the deck again, and from the end the last card", () => {
  const cards = deckOf(2, 0, 0, 0);
  const first = draw(fresh(cards, thrower(1)), cards, 2);
  assert.equal(back(first).top, "deck");
  assert.deepEqual(back(back(first)), back(first));
  const last = draw(first, cards, 2);
  const end = draw(last, cards, 2);
  assert.equal(end.top, "end");
  assert.equal(current(back(end)), current(last));
  assert.equal(current(back(closed(last))), current(last));
});

test("a card from a link lies on top, and does not come again", () => {
  const cards = deckOf(3, 3, 0, 0);
  const pile = laid(fresh(cards, thrower(4)), "d2-1");
  assert.equal(current(pile), "d2-1");
  assert.ok(!drawnOut(pile, cards, 2).includes("d2-1"));
  assert.equal(left(pile, cards, 2), 5);
});

test("a pile from another day's deck is mended: unknown and doubled cards go, new ones wait", () => {
  const cards = deckOf(3, 0, 0, 0);
  const stored = { top: "card", pile: ["d1-0", "gone", "d1-0", "d1-1"], seen: ["d1-1", "gone-too"] };
  assert.deepEqual(fitted(stored, cards), { top: "card", pile: ["d1-0"], seen: ["d1-1"] });
  assert.deepEqual(fitted({ top: "card", pile: [], seen: ["gone"] }, cards), { top: "deck", pile: [], seen: [] });
});

test("a pile says how many are left and nothing of how many were passed", () => {
  const cards = deckOf(9, 0, 0, 0);
  const passed = pass(draw(fresh(cards, thrower(8)), cards, 2), cards, 2);
  assert.deepEqual(Object.keys(passed).sort(), ["pile", "seen", "top"]);
  const leaves = [passed.top, ...passed.pile, ...passed.seen];
  assert.ok(leaves.every((leaf) => typeof leaf === "string"));
});
