import assert from "node:assert/strict";
import { test } from "node:test";
import { printOf } from "../../generator/site/assets/kept/prints.js";

const told = (id, paper, lowInk = false) => ({ id, paper, lowInk });

test("a printed deck is known by its name, with little ink as well", () => {
  assert.deepEqual(printOf("print/mend-a4.pdf"), told("mend", "A4"));
  assert.deepEqual(printOf("print/kettle-on-letter.pdf"), told("kettle-on", "Letter"));
  assert.deepEqual(printOf("print/mend-letter-low-ink.pdf"), told("mend", "Letter", true));
  assert.deepEqual(printOf("print/kettle-on-a4-low-ink.pdf"), told("kettle-on", "A4", true));
});

test("a deck may be called after an edition or a paper", () => {
  assert.deepEqual(printOf("print/low-ink-a4.pdf"), told("low-ink", "A4"));
  assert.deepEqual(printOf("print/so-low-ink-a4-low-ink.pdf"), told("so-low-ink", "A4", true));
  assert.deepEqual(printOf("print/a4-a4.pdf"), told("a4", "A4"));
});

test("anything else is none", () => {
  for (const path of ["print/mend.pdf", "print/chosen/", "mend-a4.pdf", "print/mend-a4.html"]) assert.equal(printOf(path), undefined);
});
