/* An evening is kept for a reload, for twelve hours, and leaves nothing behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { current, draw, evening, pass, seated } from "../../generator/site/assets/draw/evening.js";
import { fitting } from "../../generator/site/assets/draw/fitting.js";
import { restored } from "../../generator/site/assets/draw/restore.js";
import { session } from "../../generator/site/assets/draw/session.js";
import { below } from "../../generator/site/assets/draw/shuffle.js";
import { aDeck, byAddress } from "./cards.js";
import { thrower } from "./chance.js";

const HOUR = 60 * 60 * 1000;
const KEY = "kindling /kindling/";
const EVENING = seated(evening(), [aDeck([3, 3])], thrower(1));

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

const atOnce = (work) => work();
const opened = (storage, now = () => 0, later = atOnce) => session(() => storage, KEY, now, later);

/** Save, with what was to be written later written now. */
function saved(kept, what = EVENING) {
  kept.save(what);
  kept.flush();
}

test("a reload finds the evening as it was", async () => {
  const storage = memory();
  saved(opened(storage));
  assert.deepEqual(await opened(storage).restore(), EVENING);
});

test("writing waits until the card was shown, and is done once for many changes", () => {
  const storage = memory();
  const waiting = [];
  const kept = opened(storage, () => 0, (work) => waiting.push(work));
  kept.save(EVENING);
  kept.save({ ...EVENING, cap: 3 });
  assert.equal(storage.held.size, 0);
  assert.equal(waiting.length, 1);
  waiting[0]();
  assert.equal(JSON.parse(storage.held.get(KEY)).evening.cap, 3);
});

test("a page that goes away writes at once", () => {
  const storage = memory();
  const kept = opened(storage, () => 0, () => {});
  kept.save(EVENING);
  kept.flush();
  assert.equal(storage.held.size, 1);
});

test("what was waiting to be written is not written after the end", () => {
  const storage = memory();
  const waiting = [];
  const kept = opened(storage, () => 0, (work) => waiting.push(work));
  kept.save(EVENING);
  kept.erase();
  waiting[0]();
  assert.equal(storage.held.size, 0);
});

test("after twelve hours the evening is over, and is erased", async () => {
  const storage = memory();
  let now = 1000;
  const kept = opened(storage, () => now);
  saved(kept);
  now += 12 * HOUR - 1;
  assert.ok(!kept.over());
  assert.deepEqual(await opened(storage, () => now).restore(), EVENING);
  now += 1;
  assert.ok(kept.over());
  assert.equal(await opened(storage, () => now).restore(), null);
  assert.equal(storage.held.size, 0);
});

test("saving again does not make an evening longer", async () => {
  const storage = memory();
  let now = 0;
  const kept = opened(storage, () => now);
  saved(kept);
  now = 11 * HOUR;
  saved(kept);
  const later = opened(storage, () => now);
  await later.restore();
  saved(later);
  now = 12 * HOUR;
  assert.ok(kept.over() && later.over());
});

test("a clock that was turned back ends the evening", async () => {
  const storage = memory();
  saved(opened(storage, () => HOUR));
  assert.equal(await opened(storage, () => 0).restore(), null);
});

test("an erased evening leaves nothing, and the next one has twelve hours of its own", () => {
  const storage = memory();
  let now = 0;
  const kept = opened(storage, () => now);
  saved(kept);
  kept.erase();
  assert.equal(storage.held.size, 0);
  now = 20 * HOUR;
  assert.ok(!kept.over());
  saved(kept);
  assert.ok(!kept.over());
});

test("what is not an evening is not restored, and does not stay", async () => {
  const good = { version: 2, began: 0, evening: EVENING };
  const bad = [
    "{", "null", "7", '"x"', "[]", "{}",
    ...[
      { version: 1 }, { began: "0" }, { began: null }, { evening: null },
      ...[
        { decks: "porch" }, { decks: [3] }, { shuffled: null }, { cap: 5 }, { cap: "2" }, { top: "x" }, { pile: [1] },
        { seen: "all" }, { limits: null }, { limits: [] }, { limits: { without: "loss" } }, { limits: { children: 1 } },
        { limits: { kinds: { tip: "yes" } } }, { limits: { tags: [] } }, { top: "card" },
        { pile: ["porch/d1-0", "porch/d1-0"] }, { seen: [EVENING.pile[0]] },
      ].map((part) => ({ evening: { ...EVENING, ...part } })),
    ].map((part) => JSON.stringify({ ...good, ...part })),
  ];
  assert.ok(restored(JSON.stringify(good), 2));
  for (const text of bad) {
    const storage = memory();
    storage.held.set(KEY, text);
    assert.equal(await opened(storage).restore(), null, text);
    assert.equal(storage.held.size, 0, text);
  }
});

test("blocked storage is no storage, and nobody notices", async () => {
  const blocked = session(() => { throw new Error("SecurityError"); }, KEY, () => 0, atOnce);
  saved(blocked);
  assert.equal(await blocked.restore(), null);
  blocked.erase();
  assert.ok(!blocked.over());
});

test("full storage keeps nothing rather than something old", () => {
  const storage = memory({ most: 500 });
  const kept = opened(storage);
  saved(kept);
  assert.equal(storage.held.size, 1);
  saved(kept, seated(evening(), [aDeck([99])], thrower(1)));
  assert.equal(storage.held.size, 0);
});

test("1,000 random evenings leave the same behind, whether cards were passed or none", () => {
  const decks = [aDeck([20, 10, 4, 2])];
  const cards = byAddress(...decks);
  const played = (seed, passing) => {
    const uint32 = thrower(seed);
    const storage = memory();
    const kept = opened(storage);
    let now = seated({ ...evening(), cap: 1 + below(4, uint32) }, decks, uint32);
    const fit = fitting(now, decks, []);
    const kinds = new Set();
    const step = (next) => {
      now = next;
      if (now.top === "end") kept.erase();
      else saved(kept, now);
      for (const text of storage.held.values()) kinds.add(shape(JSON.parse(text)));
    };
    while (now.top !== "end") step(passing && current(now) && below(3, uint32) ? pass(now, fit, cards) : draw(now, fit, cards));
    return JSON.stringify([[...storage.held], [...kinds]]);
  };
  const remains = new Set();
  for (let seed = 1; seed <= 1000; seed += 1) for (const passing of [false, true]) remains.add(played(seed, passing));
  assert.equal(remains.size, 1);
  assert.equal(JSON.parse([...remains][0])[0].length, 0);
});

/** The names and kinds of what is stored, without what it says. */
function shape(value) {
  if (Array.isArray(value)) return "ids";
  if (typeof value !== "object") return typeof value;
  return JSON.stringify(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}
