/* What comes off the pile: nothing twice, never too deep too soon, and a pass that costs nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  back, before, closed, current, draw, evening, isNew, laid, left, pass, refitted, reshuffled, seated,
} from "../../generator/site/assets/draw/evening.js";
import { fitting } from "../../generator/site/assets/draw/fitting.js";
import { below } from "../../generator/site/assets/draw/shuffle.js";
import { aDeck, byAddress } from "./cards.js";
import { thrower } from "./chance.js";

/** A table with one deck or several: all its cards, those that fit, and an evening with them shuffled. */
function laidOut(cap, seed, ...decks) {
  const uint32 = thrower(seed);
  const chosen = { ...evening(), cap, decks: decks.map(({ id }) => id) };
  return { cards: byAddress(...decks), fit: fitting(chosen, decks, []), now: seated(chosen, decks, uint32), uint32 };
}

const depth = (cards, now) => cards.get(current(now)).depth;

/** Draw until the end; returns the addresses in the order they came. */
function drawnOut({ now, fit, cards }) {
  const came = [];
  for (let next = draw(now, fit, cards); next.top !== "end"; next = draw(next, fit, cards)) came.push(current(next));
  return came;
}

test("drawing deals every card of the cap once, and then says that it is through", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    for (const [cap, count] of [[1, 20], [2, 30], [3, 35], [4, 37]]) {
      const table = laidOut(cap, seed, aDeck([20, 10, 5, 2]));
      assert.equal(left(table.now, table.fit), count);
      const came = drawnOut(table);
      assert.equal(new Set(came).size, count);
      assert.equal(came.length, count);
    }
  }
});

test("several decks lie on the table as one pile, well mixed", () => {
  const decks = [aDeck([12, 6], "a"), aDeck([12, 6], "b")];
  const firsts = { a: 0, b: 0 };
  for (let seed = 1; seed <= 400; seed += 1) {
    const came = drawnOut(laidOut(2, seed, ...decks));
    assert.equal(new Set(came).size, 36);
    firsts[came[0][0]] += 1;
  }
  assert.ok(Math.abs(firsts.a - firsts.b) < 80, JSON.stringify(firsts));
});

test("a deck that joins later is mixed in, and the pile keeps its order", () => {
  const [a, b] = [aDeck([9], "a"), aDeck([9], "b")];
  const { now, uint32 } = laidOut(1, 3, a);
  const both = seated({ ...now, decks: ["a", "b"] }, [a, b], uint32);
  assert.deepEqual(both.pile.filter((id) => id.startsWith("a/")), now.pile);
  assert.equal(new Set(both.pile).size, 18);
  assert.deepEqual(seated(both, [a, b], uint32), both);
});

test("the first card is light, and no card is more than one step deeper than the last", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { now, fit, cards } = laidOut(4, seed, aDeck([8, 8, 8, 8]));
    let next = draw(now, fit, cards);
    assert.equal(depth(cards, next), 1);
    const light = (pile) => pile.some((id) => cards.get(id).depth <= 2);
    while (light(next.pile)) {
      const last = depth(cards, next);
      next = draw(next, fit, cards);
      assert.ok(depth(cards, next) <= (last >= 3 ? 2 : last + 1));
    }
  }
});

test("the step up is asked of the last card seen, whichever deck it was of", () => {
  const [light, deep] = [aDeck([1], "light"), aDeck([0, 0, 3], "deep")];
  const { now, uint32 } = laidOut(3, 1, light);
  const drawn = draw(now, byAddress(light), byAddress(light));
  const chosen = { ...drawn, decks: ["deep"] };
  const next = draw(seated(chosen, [deep], uint32), byAddress(deep), byAddress(light, deep));
  assert.equal(depth(byAddress(deep), next), 3, "nothing lighter is there: the lightest comes");
});

test("the deepest cards do come, when they may", () => {
  const depths = Array.from({ length: 200 }, (_, seed) => {
    const table = laidOut(4, seed + 1, aDeck([8, 8, 8, 8]));
    return drawnOut(table).slice(0, 16).filter((id) => table.cards.get(id).depth === 3).length;
  });
  assert.ok(depths.some((count) => count > 0));
});

test("where nothing fits, the lightest that is left comes", () => {
  const table = laidOut(4, 5, aDeck([0, 0, 2, 2]));
  assert.deepEqual(drawnOut(table).map((id) => table.cards.get(id).depth), [3, 3, 4, 4]);
});

test("a pass brings a card of equal or lower depth in the same place", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { now, fit, cards } = laidOut(4, seed, aDeck([6, 6, 6, 6]));
    let at = now;
    for (let i = 0; i < 12; i += 1) {
      at = draw(at, fit, cards);
      const next = pass(at, fit, cards);
      if (next.top !== "card") break;
      assert.ok(depth(cards, next) <= depth(cards, at));
      assert.equal(next.seen.length, at.seen.length);
      at = next;
    }
  }
});

test("a pass with nothing as light left says so, and Draw still goes on", () => {
  const { now, fit, cards } = laidOut(2, 2, aDeck([1, 2]));
  const next = pass(draw(now, fit, cards), fit, cards);
  assert.equal(next.top, "nothing");
  assert.equal(current(next), undefined);
  assert.equal(depth(cards, draw(next, fit, cards)), 2);
});

test("a pass of the very last card is the end", () => {
  const { now, fit, cards } = laidOut(2, 2, aDeck([1, 0, 1]));
  assert.equal(pass(draw(now, fit, cards), fit, cards).top, "end");
});

test("a pass on a card deeper than the cap stays within the cap", () => {
  const { now, fit, cards } = laidOut(2, 2, aDeck([1, 1, 1, 1]));
  assert.ok(depth(cards, pass(laid(now, "porch/d4-0"), fit, cards)) <= 2);
});

test("back undoes a draw, and Draw brings the same cards in the same order again", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { now, fit, cards, uint32 } = laidOut(3, seed, aDeck([9, 9, 6, 3]));
    let at = now;
    for (let i = 0; i < 10; i += 1) at = draw(at, fit, cards);
    const came = at.seen;
    const count = left(at, fit);
    const steps = 1 + below(10, uint32);
    for (let i = 0; i < steps; i += 1) at = back(at, fit);
    assert.equal(left(at, fit), count + steps);
    assert.deepEqual(at.seen, came.slice(0, 10 - steps));
    for (let i = 0; i < steps; i += 1) at = draw(at, fit, cards);
    assert.deepEqual(at.seen, came);
  }
});

test("back from the first card shows the deck again, and from the end the last card", () => {
  const { now, fit, cards } = laidOut(2, 1, aDeck([2]));
  const first = draw(now, fit, cards);
  assert.equal(back(first, fit).top, "deck");
  assert.ok(isNew(back(first, fit)));
  assert.ok(!before(back(first, fit), fit));
  assert.deepEqual(back(back(first, fit), fit), back(first, fit));
  const last = draw(first, fit, cards);
  const end = draw(last, fit, cards);
  assert.equal(end.top, "end");
  assert.equal(current(back(end, fit)), current(last));
  assert.equal(current(back(closed(last), fit)), current(last));
});

test("back steps over what was left out since, and it does not come again", () => {
  const { now, fit, cards } = laidOut(1, 1, aDeck([3]));
  const [one, two, three] = drawnOut({ now, fit, cards });
  const all = draw(draw(draw(now, fit, cards), fit, cards), fit, cards);
  const some = new Map([...fit].filter(([id]) => id !== two));
  const stepped = back(all, some);
  assert.equal(current(stepped), one);
  assert.deepEqual(stepped.pile, [three]);
  assert.deepEqual(stepped.seen, [two, one]);
});

test("a card that no longer fits is put away; one that fits stays; an end is asked anew", () => {
  const { now, fit, cards } = laidOut(1, 1, aDeck([2]));
  const drawn = draw(now, fit, cards);
  assert.equal(refitted(drawn, fit), drawn);
  assert.equal(refitted(drawn, new Map()).top, "deck");
  assert.equal(refitted({ ...drawn, top: "end" }, fit).top, "deck");
});

test("a card from a link lies on top, and does not come again", () => {
  const { now, fit, cards } = laidOut(2, 4, aDeck([3, 3]));
  const at = laid(now, "porch/d2-1");
  assert.equal(current(at), "porch/d2-1");
  assert.ok(!drawnOut({ now: at, fit, cards }).includes("porch/d2-1"));
  assert.equal(left(at, fit), 5);
});

test("shuffling again brings everything but what was passed", () => {
  const { now, fit, cards, uint32 } = laidOut(2, 3, aDeck([4, 0, 1]));
  let at = draw(now, fit, cards);
  const out = current(at);
  at = pass(at, fit, cards);
  while (at.top === "card") at = draw(at, fit, cards);
  at = reshuffled(at, fit, uint32);
  assert.deepEqual([...at.pile].sort(), [...cards.keys()].filter((id) => id !== out).sort());
  assert.ok(isNew(at));
});

test("when everything was passed, shuffling again brings the whole deck", () => {
  const { now, fit, cards, uint32 } = laidOut(2, 3, aDeck([2]));
  let at = draw(now, fit, cards);
  at = pass(pass(at, fit, cards), fit, cards);
  assert.equal(at.top, "end");
  assert.deepEqual([...reshuffled(at, fit, uint32).pile].sort(), ["porch/d1-0", "porch/d1-1"]);
});

test("an evening says what is left and nothing of what was passed", () => {
  const { now, fit, cards } = laidOut(2, 8, aDeck([9]));
  const passed = pass(draw(now, fit, cards), fit, cards);
  assert.deepEqual(Object.keys(passed).sort(), Object.keys(evening()).sort());
});

test("nothing comes twice until a pile is through, in 1,000 random evenings of everything one can do", () => {
  const decks = [aDeck([7, 5, 3, 2], "a"), aDeck([6, 6], "b"), aDeck([0, 4, 4], "c")];
  for (let seed = 1; seed <= 1000; seed += 1) play(decks, seed);
});

/** One random evening; what was passed or hidden stays out, what was seen does not come again. */
function play(decks, seed) {
  const uint32 = thrower(seed);
  const cards = byAddress(...decks);
  const [seen, out, hidden] = [new Set(), new Set(), []];
  let at;
  let fit;

  function set(next) {
    const lying = decks.filter(({ id }) => next.decks.includes(id));
    at = seated(next, lying, uint32);
    fit = fitting(at, lying, hidden);
  }

  function come(next, was = at) {
    at = next;
    const card = current(at);
    if (!card || card === current(was)) return;
    assert.ok(!seen.has(card), `${card} came twice`);
    assert.ok(!out.has(card), `${card} came back`);
    assert.ok(fit.has(card), `${card} does not fit`);
    seen.add(card);
  }

  const moves = [
    () => come(draw(at, fit, cards)),
    () => come(draw(at, fit, cards)),
    () => {
      if (!current(at)) return;
      out.add(current(at));
      come(pass(at, fit, cards));
    },
    () => {
      const put = current(at);
      at = back(at, fit);
      if (put) seen.delete(put);
    },
    () => {
      if (!current(at)) return;
      hidden.push(current(at));
      out.add(current(at));
      const was = at;
      at = pass(at, fit, cards);
      set({ ...at, limits: { ...at.limits } });
      come(refitted(at, fit), was);
    },
    () => { at = JSON.parse(JSON.stringify(at)); },
    () => set({ ...at, cap: 1 + below(4, uint32), top: current(at) ? "card" : "deck" }),
    () => {
      set({ ...at, limits: below(2, uint32) ? { children: true } : {} });
      at = refitted(at, fit);
    },
    () => {
      const some = decks.filter(() => below(2, uint32)).map(({ id }) => id);
      set(closed({ ...at, decks: some.length ? some : ["a"] }));
    },
  ];
  set({ ...evening(), decks: ["a"] });
  for (let i = 0; i < 60; i += 1) moves[below(moves.length, uint32)]();
  const everywhere = [...at.pile, ...at.seen];
  assert.equal(new Set(everywhere).size, everywhere.length, "a card lies in one place");
  assert.ok(everywhere.every((id) => !out.has(id)), "what was passed stays out");
}
