/* An evening is kept for a reload, for twelve hours, and leaves nothing behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byId, evening, pileOf, seated, withPile } from "../../generator/site/assets/draw/evening.js";
import { draw, pass } from "../../generator/site/assets/draw/pile.js";
import { session } from "../../generator/site/assets/draw/session.js";
import { shuffled } from "../../generator/site/assets/draw/shuffle.js";
import { aDeck } from "./cards.js";
import { thrower } from "./chance.js";

const HOUR = 60 * 60 * 1000;
const KEY = "kindling /kindling/";
const EVENING = seated(evening(), aDeck([3, 3, 0, 0]), false, (ids) => ids);

/** A storage that holds one page's things; `most` is how many characters fit. */
function memory({ most = Infinity } = {}) {
  const held = new Map();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > most) throw new Error("QuotaExceededError");
      held.set(key, value);
    },
  };
}

const opened = (storage, now = () => 0) => session(() => storage, KEY, now);

test("a reload finds the evening as it was", () => {
  const storage = memory();
  opened(storage).save(EVENING);
  assert.deepEqual(opened(storage).restore(), EVENING);
});

test("after twelve hours the evening is over, and is erased", () => {
  const storage = memory();
  let now = 1000;
  const kept = opened(storage, () => now);
  kept.save(EVENING);
  now += 12 * HOUR - 1;
  assert.ok(!kept.over());
  assert.deepEqual(opened(storage, () => now).restore(), EVENING);
  now += 1;
  assert.ok(kept.over());
  assert.equal(opened(storage, () => now).restore(), null);
  assert.equal(storage.held.size, 0);
});

test("saving again does not make an evening longer", () => {
  const storage = memory();
  let now = 0;
  const kept = opened(storage, () => now);
  kept.save(EVENING);
  now = 11 * HOUR;
  kept.save(EVENING);
  const later = opened(storage, () => now);
  later.restore();
  later.save(EVENING);
  now = 12 * HOUR;
  assert.ok(kept.over() && later.over());
});

test("a clock that was turned back ends the evening", () => {
  const storage = memory();
  opened(storage, () => HOUR).save(EVENING);
  assert.equal(opened(storage, () => 0).restore(), null);
});

test("an erased evening leaves nothing, and the next one has twelve hours of its own", () => {
  const storage = memory();
  let now = 0;
  const kept = opened(storage, () => now);
  kept.save(EVENING);
  kept.erase();
  assert.equal(storage.held.size, 0);
  now = 20 * HOUR;
  assert.ok(!kept.over());
  kept.save(EVENING);
  assert.ok(!kept.over());
});

test("what is not an evening is not restored", () => {
  const good = { version: 1, began: 0, evening: EVENING };
  const pile = EVENING.piles.porch;
  const bad = [
    "", "{", "null", "7", '"x"', "[]", "{}",
    ...[
      { ...good, version: 2 },
      { ...good, began: "0" },
      { ...good, began: null },
      { ...good, evening: null },
      { ...good, evening: { ...EVENING, deck: 3 } },
      { ...good, evening: { ...EVENING, cap: 5 } },
      { ...good, evening: { ...EVENING, cap: "2" } },
      { ...good, evening: { ...EVENING, piles: null } },
      { ...good, evening: { ...EVENING, piles: [] } },
      { ...good, evening: { ...EVENING, piles: { porch: null } } },
      { ...good, evening: { ...EVENING, piles: { porch: { ...pile, top: "x" } } } },
      { ...good, evening: { ...EVENING, piles: { porch: { ...pile, pile: [1] } } } },
      { ...good, evening: { ...EVENING, piles: { porch: { ...pile, seen: "all" } } } },
    ].map((value) => JSON.stringify(value)),
  ];
  for (const text of bad) {
    const storage = memory();
    storage.held.set(KEY, text);
    assert.equal(opened(storage).restore(), null, text);
    assert.equal(storage.held.size, 0, text);
  }
});

test("blocked storage is no storage, and nobody notices", () => {
  const blocked = session(() => { throw new Error("SecurityError"); }, KEY, () => 0);
  blocked.save(EVENING);
  assert.equal(blocked.restore(), null);
  blocked.erase();
  assert.ok(!blocked.over());
});

test("full storage keeps nothing rather than something old", () => {
  const storage = memory({ most: 400 });
  const kept = opened(storage);
  kept.save(EVENING);
  assert.equal(storage.held.size, 1);
  kept.save(seated(evening(), aDeck([99, 0, 0, 0]), false, (ids) => ids));
  assert.equal(storage.held.size, 0);
});

test("an evening leaves the same behind whether ten cards were passed or none", () => {
  const deck = aDeck([20, 10, 0, 0]);
  const cards = byId(deck);
  const played = (passes) => {
    const storage = memory();
    const kept = opened(storage);
    let now = seated(evening(), deck, false, (ids) => shuffled(ids, thrower(6)));
    const kinds = new Set();
    const step = (move) => {
      now = withPile(now, move(pileOf(now), cards, now.cap));
      if (pileOf(now).top === "end") kept.erase();
      else kept.save(now);
      for (const text of storage.held.values()) kinds.add(shape(JSON.parse(text)));
    };
    for (let i = 0; i < 8; i += 1) step(draw);
    for (let i = 0; i < passes; i += 1) step(pass);
    while (pileOf(now).top !== "end") step(draw);
    return { remains: JSON.stringify([...storage.held]), kinds: [...kinds] };
  };
  const [none, ten] = [played(0), played(10)];
  assert.equal(ten.remains, "[]");
  assert.deepEqual(ten, none);
});

/** The names and kinds of what is stored, without what it says. */
function shape(value) {
  if (Array.isArray(value)) return "ids";
  if (typeof value !== "object") return typeof value;
  return JSON.stringify(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}
