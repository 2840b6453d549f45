/* Which key does what. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { meant } from "../../generator/site/assets/draw/keys.js";

test("each key is for the first of its buttons that is offered", () => {
  const wanted = { d: ["draw", "next"], a: ["answered"], s: ["stay"], n: ["next"], p: ["pass"], h: ["hand"], b: ["back"], m: ["menu"], "?": ["keys"] };
  for (const [key, names] of Object.entries(wanted)) assert.deepEqual(meant({ key }), names, key);
  assert.deepEqual(meant({ key: "." }), ["pause", "unpause"]);
});

test("capital letters are the same keys", () => assert.deepEqual(meant({ key: "D" }), ["draw", "next"]));

test("a key that is part of another command, or held down, is for nothing", () => {
  for (const other of ["ctrlKey", "altKey", "metaKey", "repeat", "isComposing"])
    assert.deepEqual(meant({ key: "d", [other]: true }), [], other);
});

test("other keys are for nothing", () => {
  for (const key of ["x", "Enter", " ", "Tab", "Escape", "constructor", "Dead"]) assert.deepEqual(meant({ key }), [], key);
});
