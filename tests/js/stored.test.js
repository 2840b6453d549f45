/* What lies under this site's names, and nobody else's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { colours, evening, names, places } from "../../generator/site/assets/kept/stored.js";
import { memory } from "./storage.js";

const HOUR = 60 * 60 * 1000;
const NAME = "kindling /kindling/";

test("names of this site are found, and those of others on the same host are not", () => {
  const storage = memory();
  const ours = ["/kindling/.__palette", "/kindling/.__tabs", "kindling /kindling/", "kindling /kindling/ kept", "kindling /kindling/ x"];
  const others = ["kindling /", "kindling /kindling/two/", "kindling /kindling/two/ kept", "/kindling/two/.__palette", "/.__palette", "kindling", "x kindling /kindling/", ""];
  for (const name of [...others, ...ours]) storage.setItem(name, "1");
  assert.deepEqual(names(storage, "/kindling/"), ours);
  assert.deepEqual(names(storage, "/"), ["/.__palette", "kindling /"]);
  assert.ok(Object.values(places("/kindling/")).every((name) => ours.includes(name)));
});

test("an evening says when it began and when it will be over", () => {
  const storage = memory();
  storage.setItem(NAME, JSON.stringify({ version: 1, began: HOUR, evening: {} }));
  assert.deepEqual(evening(storage, NAME, 2 * HOUR), { began: HOUR, ends: 13 * HOUR });
  assert.deepEqual(evening(storage, NAME, 13 * HOUR - 1), { began: HOUR, ends: 13 * HOUR });
  assert.equal(storage.held.size, 1);
  assert.equal(evening(memory(), NAME, 0), null);
});

test("an evening that is over is erased on sight, also when the clock was ahead", () => {
  for (const now of [13 * HOUR, 0]) {
    const storage = memory();
    storage.setItem(NAME, JSON.stringify({ began: HOUR }));
    assert.equal(evening(storage, NAME, now), null);
    assert.equal(storage.held.size, 0);
  }
});

test("an evening that cannot be read is shown all the same, for it is there", () => {
  for (const text of ["", "{", "null", "7", "{}", '{"began": "0"}', '{"began": null}', "[]"]) {
    const storage = memory();
    storage.setItem(NAME, text);
    assert.ok(Number.isNaN(evening(storage, NAME, 0).began), text);
    assert.equal(storage.held.size, 1);
  }
});

test("the theme's colours are told in words", () => {
  const noted = (scheme) => JSON.stringify({ index: 1, color: { media: "", scheme, primary: "custom" } });
  assert.deepEqual([noted("default"), noted("slate"), null].map(colours), ["light", "dark", "none"]);
  for (const text of [noted("sepia"), noted("constructor"), "{", "null", "7", "{}", ""]) assert.equal(colours(text), "some", text);
});
