/* An evening: which kinds are dealt, several decks, deeper and lighter, shuffling again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byId, dealt, deepened, evening, isNew, pileOf, reshuffled, seated, withPile,
} from "../../generator/site/assets/draw/evening.js";
import { back, current, draw, left, pass } from "../../generator/site/assets/draw/pile.js";
import { shuffled } from "../../generator/site/assets/draw/shuffle.js";
import { aDeck, aDeckOfKinds } from "./cards.js";
import { thrower } from "./chance.js";

const ALL = ["prompt", "followup", "frame", "word", "tip", "swap", "practice", "pause", "repair", "closing", "setting"];
const asIs = (ids) => ids;
const step = (now, deck, move) => withPile(now, move(pileOf(now), byId(deck), now.cap));

test("prompt, frame, word, followup and repair are dealt; swap only from a deck that was chosen", () => {
  const deck = aDeckOfKinds(...ALL);
  assert.deepEqual(dealt(deck, false).sort(), ["followup", "frame", "prompt", "repair", "word"]);
  assert.deepEqual(dealt(deck, true).sort(), ["followup", "frame", "prompt", "repair", "swap", "word"]);
});

test("a deck of tips and practices still deals them; pause and closing never come from the pile", () => {
  assert.deepEqual(dealt(aDeckOfKinds("tip", "practice", "pause", "closing"), true), ["tip", "practice"]);
  assert.deepEqual(dealt(aDeckOfKinds("pause", "closing"), true), []);
});

test("an evening goes up to Share until someone says otherwise", () => {
  const deck = aDeck([2, 2, 2, 2]);
  const now = seated(evening(), deck, false, asIs);
  assert.equal(now.cap, 2);
  assert.equal(left(pileOf(now), byId(deck), now.cap), 4);
  assert.ok(isNew(now));
});

test("going deeper and back again brings no passed card back", () => {
  const deck = aDeck([0, 0, 3, 0]);
  let now = deepened(seated(evening(), deck, false, asIs), 3);
  now = step(now, deck, draw);
  const out = current(pileOf(now));
  now = deepened(deepened(step(now, deck, pass), 1), 3);
  assert.ok(![...pileOf(now).pile, ...pileOf(now).seen].includes(out));
});

test("a card that lies face up stays when the depth changes; an end gives way to the deck", () => {
  const deck = aDeck([1, 0, 1, 0]);
  let now = step(seated(evening(), deck, false, asIs), deck, draw);
  assert.equal(current(pileOf(deepened(now, 1))), "d1-0");
  now = step(now, deck, draw);
  assert.equal(pileOf(now).top, "end");
  assert.equal(pileOf(deepened(now, 3)).top, "deck");
});

test("a deck that comes back during an evening goes on where it was left", () => {
  const [a, b] = [aDeck([5], "a"), aDeck([5], "b")];
  const shuffle = (ids) => shuffled(ids, thrower(9));
  let now = step(seated(evening(), a, false, shuffle), a, draw);
  const pile = pileOf(now);
  now = step(seated(now, b, true, shuffle), b, draw);
  assert.equal(now.deck, "b");
  assert.deepEqual(pileOf(seated(now, a, true, shuffle)), pile);
  assert.ok(!isNew(now));
});

test("a deck may be called constructor", () => {
  const deck = aDeck([1], "constructor");
  assert.deepEqual(pileOf(seated(evening(), deck, true, asIs)).pile, ["d1-0"]);
});

test("shuffling again brings everything but what was passed", () => {
  const deck = aDeck([4, 0, 1, 0]);
  let now = step(seated(evening(), deck, false, asIs), deck, draw);
  const out = current(pileOf(now));
  now = step(now, deck, pass);
  while (pileOf(now).top === "card") now = step(now, deck, draw);
  now = reshuffled(now, deck, false, asIs);
  assert.deepEqual([...pileOf(now).pile].sort(), deck.cards.map(({ id }) => id).filter((id) => id !== out).sort());
  assert.equal(pileOf(now).top, "deck");
});

test("when everything was passed, shuffling again brings the whole deck", () => {
  const deck = aDeck([2, 0, 0, 0]);
  let now = step(seated(evening(), deck, false, asIs), deck, draw);
  now = step(step(now, deck, pass), deck, pass);
  assert.equal(pileOf(now).top, "end");
  assert.deepEqual(pileOf(reshuffled(now, deck, false, asIs)).pile, ["d1-0", "d1-1"]);
});

test("a table is new until a card was drawn, and again when that was undone", () => {
  const deck = aDeck([2, 0, 0, 0]);
  const drawn = step(seated(evening(), deck, false, asIs), deck, draw);
  assert.ok(!isNew(drawn));
  assert.ok(isNew(step(drawn, deck, back)));
});
