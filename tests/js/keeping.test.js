/* Only what people asked for is kept; two tabs, full storage and nonsense lose nothing of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keeping } from "../../generator/site/assets/draw/keeping.js";
import { thrower } from "./chance.js";
import { blocked, memory } from "./storage.js";

const KEY = "kindling /kindling/ kept";
const LISTS = ["favourites", "hidden"];
const EMPTY = { favourites: [], hidden: [], kindling: 1, settings: {} };

const tab = (storage) => keeping(() => storage, KEY);
const switchedOn = (storage = memory()) => {
  const kept = tab(storage);
  assert.equal(kept.switchOn(), true);
  return kept;
};
const everything = (kept) => JSON.parse(kept.exported());

test("nothing is written before it is switched on", () => {
  const storage = memory();
  const kept = tab(storage);
  assert.equal(kept.on(), false);
  assert.equal(kept.put("favourites", "mend/start"), false);
  assert.equal(kept.take("hidden", "mend/start"), false);
  assert.equal(kept.set("large", true), false);
  assert.deepEqual([kept.list("hidden"), kept.setting("large")], [[], false]);
  assert.equal(kept.erase(), true);
  assert.equal(storage.held.size, 0);
});

test("what is put is there for another tab, each once, in an order that tells nothing of when", () => {
  const storage = memory();
  const kept = switchedOn(storage);
  for (const address of ["porch/bell", "attic/box", "porch/bell"]) assert.equal(kept.put("favourites", address), true);
  assert.equal(kept.put("hidden", "porch/bell"), true);
  assert.deepEqual(tab(storage).list("favourites"), ["attic/box", "porch/bell"]);
  assert.equal(kept.take("favourites", "porch/bell"), true);
  assert.equal(kept.take("favourites", "porch/bell"), true);
  assert.deepEqual(tab(storage).list("favourites"), ["attic/box"]);
  assert.deepEqual(tab(storage).list("hidden"), ["porch/bell"]);
});

test("the same things kept are the same bytes, in whatever order they came", () => {
  const [one, other] = [memory(), memory()];
  const [a, b] = [switchedOn(one), switchedOn(other)];
  a.put("hidden", "mend/start");
  a.put("hidden", "attic/box");
  a.set("hand", "left");
  a.set("large", true);
  b.set("large", true);
  b.put("favourites", "mend/start");
  b.put("hidden", "attic/box");
  b.set("hand", "right");
  b.set("hand", "left");
  b.put("hidden", "mend/start");
  b.take("favourites", "mend/start");
  assert.deepEqual([...one.held], [...other.held]);
  assert.equal(a.exported(), b.exported());
});

test("settings are how they are for everybody until somebody asks, and again after", () => {
  const storage = memory();
  const kept = switchedOn(storage);
  const before = storage.held.get(KEY);
  assert.deepEqual(["hand", "keys", "large"].map(kept.setting), ["", true, false]);
  for (const [name, value] of [["hand", "right"], ["keys", false], ["large", true]]) {
    assert.equal(kept.set(name, value), true);
    assert.equal(tab(storage).setting(name), value);
  }
  for (const [name, value] of [["hand", ""], ["keys", true], ["large", false]]) assert.equal(kept.set(name, value), true);
  assert.equal(storage.held.get(KEY), before);
});

test("what is no card, no list and no setting is refused", () => {
  const storage = memory();
  const kept = switchedOn(storage);
  const before = storage.held.get(KEY);
  const wrong = ["", "mend", "mend/", "/start", "Mend/start", "mend/start/", "mend/-start", "mend//start", "mend/sta rt", "../x", "<b>/x", null, 7, undefined, {}, ["mend/start"]];
  for (const address of wrong) assert.equal(kept.put("hidden", address), false, String(address));
  for (const name of ["", "seen", "passed", "settings", "kindling", "__proto__", "constructor"]) {
    assert.equal(kept.put(name, "mend/start"), false, name);
    assert.equal(kept.take(name, "mend/start"), false, name);
    assert.deepEqual(kept.list(name), [], name);
    assert.equal(kept.set(name, true), false, name);
    assert.equal(kept.setting(name), undefined, name);
  }
  for (const [name, value] of [["hand", "both"], ["hand", true], ["keys", 1], ["large", "true"], ["large", null]])
    assert.equal(kept.set(name, value), false, name);
  assert.equal(storage.held.get(KEY), before);
});

test("of what is damaged, all that is readable stays", () => {
  const storage = memory();
  storage.held.set(KEY, JSON.stringify({
    kindling: 1,
    favourites: ["mend/start", 7, null, "mend/start", "nonsense", ["mend/other"], { a: 1 }, "attic/box"],
    hidden: "mend/start",
    settings: { hand: "left", keys: "no", large: 1, volume: 11 },
    seen: ["mend/start"],
  }));
  const kept = tab(storage);
  const readable = { ...EMPTY, favourites: ["attic/box", "mend/start"], settings: { hand: "left" } };
  assert.equal(kept.on(), true);
  assert.deepEqual(everything(kept), readable);
  assert.equal(kept.put("hidden", "mend/start"), true);
  assert.deepEqual(JSON.parse(storage.held.get(KEY)), { ...readable, hidden: ["mend/start"] });
});

test("what is none of ours is nothing kept, stays until it is erased, and can be begun anew", () => {
  for (const text of ["", "{", "null", "7", '"x"', "[]", "{}", '{"kindling": 2}', '{"kindling": "1"}', '{"favourites": ["mend/start"]}']) {
    const storage = memory();
    storage.held.set(KEY, text);
    const kept = tab(storage);
    assert.equal(kept.on(), false, text);
    assert.deepEqual(everything(kept), EMPTY, text);
    assert.equal(kept.put("hidden", "mend/start"), false, text);
    assert.equal(storage.held.get(KEY), text);
    assert.equal(kept.switchOn(), true, text);
    assert.deepEqual(everything(kept), EMPTY);
    assert.equal(kept.erase(), true);
    assert.equal(storage.held.size, 0);
  }
});

test("missing parts are empty parts", () => {
  for (const settings of [undefined, null, [], "x", 7]) {
    const storage = memory();
    storage.held.set(KEY, JSON.stringify({ kindling: 1, settings }));
    assert.deepEqual(everything(tab(storage)), EMPTY);
    assert.equal(tab(storage).setting("keys"), true);
  }
});

test("switching on again changes nothing", () => {
  const storage = memory();
  const kept = switchedOn(storage);
  kept.put("hidden", "mend/start");
  assert.equal(tab(storage).switchOn(), true);
  assert.deepEqual(kept.list("hidden"), ["mend/start"]);
});

test("an erased phone stays erased: another tab does not bring anything back", () => {
  const storage = memory();
  const [one, other] = [switchedOn(storage), tab(storage)];
  one.put("favourites", "mend/start");
  assert.equal(other.erase(), true);
  assert.equal(one.put("favourites", "attic/box"), false);
  assert.equal(one.set("large", true), false);
  assert.equal(one.on(), false);
  assert.equal(storage.held.size, 0);
});

test("full storage refuses, keeps what it had, and can still be emptied", () => {
  const storage = memory();
  const kept = switchedOn(storage);
  kept.put("favourites", "mend/start");
  storage.most = storage.held.get(KEY).length;
  assert.equal(kept.put("favourites", "attic/box"), false);
  assert.equal(kept.set("large", true), false);
  assert.deepEqual(kept.list("favourites"), ["mend/start"]);
  assert.equal(kept.take("favourites", "mend/start"), true);
  assert.equal(kept.erase(), true);
  storage.most = 3;
  assert.equal(kept.switchOn(), false);
  assert.equal(storage.held.size, 0);
});

test("blocked storage is nothing kept, and nothing breaks", () => {
  for (const storage of [blocked, () => null, () => undefined]) {
    const kept = keeping(storage, KEY);
    assert.equal(kept.on(), false);
    for (const done of [kept.switchOn(), kept.erase(), kept.put("hidden", "mend/start"), kept.take("hidden", "mend/start"), kept.set("large", true)])
      assert.equal(done, false);
    assert.deepEqual(kept.list("hidden"), []);
    assert.equal(kept.setting("keys"), true);
    assert.deepEqual(everything(kept), EMPTY);
  }
});

test("the file is written in one way: keys in order, and a line's end", () => {
  const kept = switchedOn();
  kept.put("hidden", "mend/start");
  kept.set("large", true);
  kept.set("keys", false);
  assert.equal(kept.exported(), `{
  "favourites": [],
  "hidden": [
    "mend/start"
  ],
  "kindling": 1,
  "settings": {
    "keys": false,
    "large": true
  }
}
`);
});

test("the file, put back as it is, is what was kept", () => {
  const kept = switchedOn();
  kept.put("favourites", "attic/box");
  kept.set("hand", "right");
  const storage = memory();
  storage.held.set(KEY, kept.exported());
  assert.equal(tab(storage).exported(), kept.exported());
});

test("over any sequence in two tabs both hold what a plain list on paper would", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const chance = thrower(seed);
    const pick = (items) => items[chance() % items.length];
    const storage = memory();
    const tabs = [tab(storage), tab(storage)];
    let paper = null;
    for (let step = 0; step < 60; step += 1) {
      const [here, list, address] = [pick(tabs), pick(LISTS), `deck-${chance() % 3}/c${chance() % 5}`];
      const did = chance() % 20;
      const full = chance() % 8 === 0;
      storage.most = full ? 0 : Infinity;
      const before = storage.held.get(KEY);
      if (did === 0) {
        assert.equal(here.erase(), true);
        paper = null;
      } else if (did <= 2) {
        assert.equal(here.switchOn(), paper !== null || !full);
        if (!full) paper ??= { favourites: new Set(), hidden: new Set(), large: false };
      } else {
        const done = did <= 10 ? here.put(list, address) : did <= 17 ? here.take(list, address) : here.set("large", did === 18);
        assert.equal(done, paper !== null && !full);
        if (!done) assert.equal(storage.held.get(KEY), before);
        else if (did <= 10) paper[list].add(address);
        else if (did <= 17) paper[list].delete(address);
        else paper.large = did === 18;
      }
      for (const seen of tabs) {
        assert.equal(seen.on(), paper !== null);
        for (const name of LISTS) assert.deepEqual(seen.list(name), [...(paper?.[name] ?? [])].sort());
        assert.equal(seen.setting("large"), paper?.large ?? false);
      }
      assert.deepEqual([...storage.held.keys()], paper ? [KEY] : []);
    }
  }
});

test("whatever a damaged value holds, reading it gives only sound things, and reading them again the same", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const chance = thrower(seed);
    const leaf = () => [null, 7, "", "mend/start", "attic/box", "x", true, false, "left", [], {}, ["mend/start"]][chance() % 12];
    const many = () => Array.from({ length: chance() % 6 }, leaf);
    const value = { kindling: 1, favourites: chance() % 3 ? many() : leaf(), hidden: chance() % 3 ? many() : leaf(), settings: chance() % 3 ? { hand: leaf(), keys: leaf(), large: leaf() } : leaf() };
    const storage = memory();
    storage.held.set(KEY, JSON.stringify(value));
    const kept = tab(storage);
    for (const name of LISTS) assert.ok(kept.list(name).every((address) => ["mend/start", "attic/box"].includes(address)));
    for (const name of LISTS)
      if (Array.isArray(value[name])) assert.equal(kept.list(name).includes("mend/start"), value[name].includes("mend/start"));
    const text = kept.exported();
    storage.held.set(KEY, text);
    assert.equal(kept.exported(), text);
  }
});
