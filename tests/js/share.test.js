/* What a shared card says of itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { shared } from "../../generator/site/assets/draw/share.js";

const WORDS = { title: "A card from {deck}", line: "A card from {deck}. No need to answer." };
const BASE = "https://example.org/kindling/?seed=7&without=loss#card=a/b";
const card = (depth, more = {}) => ({
  address: "porch/spare-key", depth, prompt: "Who has a spare key?", deck: { title: "Porch" }, ...more,
});

test("a light card goes by its question, under its own address", () => {
  assert.deepEqual(shared(card(1), BASE, WORDS), {
    title: "Who has a spare key?",
    text: "A card from Porch. No need to answer.",
    url: "https://example.org/kindling/cards/porch/spare-key/",
  });
  assert.equal(shared(card(2, { lead: "At sea" }), BASE, WORDS).title, "At sea");
});

test("an Open or Tender card says where it is from, and nothing of what it asks", () => {
  for (const depth of [3, 4]) {
    const said = shared(card(depth, { lead: "At sea", notes: [["listen", "Listen", ["Slowly."]]] }), BASE, WORDS);
    assert.equal(said.title, "A card from Porch");
    assert.doesNotMatch(JSON.stringify(said), /Who has|At sea|Slowly/);
  }
});

test("the address carries nothing but the card", () => {
  for (const depth of [1, 2, 3, 4]) assert.doesNotMatch(shared(card(depth), BASE, WORDS).url, /[?#]|seed|without/);
});
