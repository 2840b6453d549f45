import assert from "node:assert/strict";
import { test } from "node:test";
import { dealt, kept, largest, sizes } from "../../generator/site/assets/chosen/ladder.js";

test("sizes go from the most to the least, both among them", () => {
  assert.deepEqual(sizes(12, 10, 0.5), [12, 11.5, 11, 10.5, 10]);
  assert.deepEqual(sizes(20, 13, 1), [20, 19, 18, 17, 16, 15, 14, 13]);
  assert.equal(sizes(17, 10, 0.1).at(-1).toFixed(3), "10.000");
});

test("the largest size that fits is found, and none where even the least does not", () => {
  const tried = sizes(17, 10, 0.5);
  for (const most of tried) assert.equal(largest(tried, (size) => size <= most), most);
  assert.equal(largest(tried, () => false), undefined);
  assert.equal(largest(tried, () => true), 17);
});

test("few sizes are tried", () => {
  const seen = [];
  largest(sizes(17, 10, 0.5), (size) => seen.push(size) && size <= 11);
  assert.ok(seen.length <= 4);
});

test("a note stays unless it brings the prompt under its comfortable size", () => {
  const sized = (notes) => 16 - 3 * notes.length;
  assert.deepEqual(kept(["a", "b"], 16, 12, sized), { notes: ["a"], size: 13 });
  assert.deepEqual(kept(["a", "b"], 16, 10, sized), { notes: ["a", "b"], size: 10 });
  assert.deepEqual(kept(["a"], 16, 12, () => undefined), { notes: [], size: 16 });
});

test("a prompt that is small already is not made smaller for a note", () => {
  assert.deepEqual(kept(["a"], 11, 12, () => 10.5), { notes: [], size: 11 });
  assert.deepEqual(kept(["a"], 11, 12, () => 11), { notes: ["a"], size: 11 });
});

test("every card is dealt once, in order, and the last sheet takes what is left", () => {
  assert.deepEqual(dealt([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(dealt([], 9), []);
});
