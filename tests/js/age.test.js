/* How old an entry may be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOut, tooOld } from "../../generator/site/assets/safety/age.js";

const at = (day, time = "12:00:00Z") => Date.parse(`${day}T${time}`);

test("an entry is shown for a year after it was checked, and no longer", () => {
  for (const day of ["2026-11-22", "2027-05-22", "2027-11-22"]) assert.equal(tooOld("2026-11-22", at(day)), false, day);
  for (const day of ["2027-11-23", "2028-01-01", "2107-01-01"]) assert.equal(tooOld("2026-11-22", at(day)), true, day);
});

test("the last day counts to its end", () => {
  assert.equal(tooOld("2026-11-22", at("2027-11-22", "23:59:59Z")), false);
  assert.equal(tooOld("2026-11-22", at("2027-11-23", "00:00:00Z")), true);
});

test("a year with a leap day has a day more", () => {
  assert.equal(tooOld("2027-11-22", at("2028-11-21")), false);
  assert.equal(tooOld("2027-11-22", at("2028-11-22")), true);
});

test("a clock before the day of the check is wrong and hides nothing", () => {
  for (const day of ["1970-01-01", "2020-01-01", "2026-11-21"]) assert.equal(tooOld("2026-11-22", at(day)), false, day);
});

test("what was left out is said, and nothing is said of none", () => {
  const words = { one: "One entry.", many: "{count} entries." };
  assert.deepEqual([0, 1, 2, 12].map((count) => leftOut(count, words)), ["", "One entry.", "2 entries.", "12 entries."]);
});
