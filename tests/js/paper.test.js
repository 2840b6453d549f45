import assert from "node:assert/strict";
import { test } from "node:test";
import { usualPaper } from "../../generator/site/assets/chosen/paper.js";

test("Letter where printers are sold with it, A4 everywhere else", () => {
  for (const language of ["en-US", "fr-CA", "es-MX", "en-us"]) assert.equal(usualPaper(language), "letter");
  for (const language of ["en-GB", "de", "en", "pt-BR", "", "ca", "usa"]) assert.equal(usualPaper(language), "a4");
});
