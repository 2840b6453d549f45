import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, excerpt, found, index, plain, wordsOf } from "../../generator/site/assets/find/knowing.js";
import MiniSearch from "../../generator/site/vendored/minisearch.js";

const deck = { id: "porch", title: "Porch Lights", lang: "en" };
const card = (id, shown, more = {}) => ({ in: 0, id, shown, what: "Question, Sip", ...more });
const cards = [
  card("postcard", "Which minute would you put on a postcard?", { text: "What would you leave out?" }),
  card("door", "Which door do you remember?", { topics: "childhood" }),
  card("snow", "Tender, about loss", { text: "Who do you miss on Sundays?" }),
  card("cafe", "Which café don’t you tell anyone about?"),
];
const pages = [{ at: "essays/rest/#why", page: "On resting", shown: "Why rest", text: "A door may stay shut for a while." }];
const all = entries({ decks: [deck], cards }, pages);
const known = index(MiniSearch, all);
const ids = (typed) => found(known, all, typed).results.map(({ entry }) => entry.at);

test("a card is found by its words, its follow-up, its topic, its deck, its kind and its id", () => {
  for (const typed of ["minute postcard", "leave out", "POSTCARD", "porch postcard", "question minute"]) assert.equal(ids(typed)[0], "cards/porch/postcard/", typed);
  assert.deepEqual(ids("childhood"), ["cards/porch/door/"]);
});

test("an address leads to its card", () => {
  assert.equal(ids("https://example.org/kindling/cards/porch/door/")[0], "cards/porch/door/");
  assert.equal(ids("porch/door")[0], "cards/porch/door/");
});

test("the beginning of a word, capitals, accents and apostrophes make no difference", () => {
  assert.deepEqual(ids("cafe"), ["cards/porch/cafe/"]);
  assert.deepEqual(ids("CAF"), ["cards/porch/cafe/"]);
  assert.deepEqual(ids("dont tell"), ["cards/porch/cafe/"]);
  assert.deepEqual(ids("don't tell"), ["cards/porch/cafe/"]);
  assert.equal(plain("Café"), "cafe");
});

test("a slip of the thumb is forgiven, and it is said that it was one", () => {
  for (const typed of ["postcrad", "pstcard", "remeber"]) {
    const { exact, results } = found(known, all, typed);
    assert.equal(exact, false, typed);
    assert.ok(results.length >= 1, typed);
  }
  assert.equal(ids("postcrad")[0], "cards/porch/postcard/");
});

test("a Tender card is found by what it asks, and shows its cover", () => {
  const [{ entry }] = found(known, all, "miss sundays").results;
  assert.equal(entry.shown, "Tender, about loss");
});

test("pages are found by title, heading and text", () => {
  for (const typed of ["resting", "why rest", "shut"]) assert.deepEqual(ids(typed), ["essays/rest/#why"], typed);
});

test("of several words that never stand together the nearest are shown", () => {
  const { exact, results } = found(known, all, "postcard childhood");
  assert.equal(exact, false);
  assert.equal(results.length, 2);
});

test("nothing is nothing", () => {
  assert.deepEqual(found(known, all, "xylophonequartz"), { exact: true, results: [] });
  assert.deepEqual(ids("?!"), []);
});

test("an excerpt begins a few words before what was looked for, and marks it", () => {
  const text = "one two three four five six seven eight nine ten door twelve";
  const cut = excerpt(text, new Set(["door"]));
  assert.deepEqual(cut[0], ["\u2026", false]);
  assert.deepEqual(cut.find(([, hit]) => hit), ["door", true]);
  assert.equal(cut.at(-1)[0], "twelve");
  assert.deepEqual(excerpt(text, new Set(["snow"])), []);
  assert.equal(excerpt(`door ${text.repeat(3)}`, new Set(["door"])).at(-1)[0], "\u2026");
});

test("scripts without spaces are taken apart too", () => {
  assert.ok(wordsOf("今日は何を食べましたか").length > 2);
});

test("ten thousand cards are all there", () => {
  const many = entries({ decks: [deck], cards: Array.from({ length: 10_000 }, (_, i) => card(`c${i}`, `Which door number${i} do you remember?`)) }, []);
  const big = index(MiniSearch, many);
  assert.equal(found(big, many, "number9999").results[0].entry.id, "c9999");
  assert.equal(found(big, many, "door").results.length, 10_000);
});
