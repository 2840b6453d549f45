/* Looking up a paper card by its word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { found, slips } from "../../generator/site/assets/draw/finding.js";
import { thrower } from "./chance.js";

const DECKS = [
  { id: "kettle-on", title: "Kettle On", cards: ["postcard", "spare-key", "certain-days", "ox"], retired: ["old-rule"] },
  { id: "mend", title: "Mend, then rest", cards: ["post-hoc", "spare-key"], retired: ["ox"] },
];
const names = ({ cards }) => cards.map(({ deck, id }) => `${deck.id}/${id}`);

for (const typed of [
  "postcard", " Postcard ", "POSTCARD", "kettle-on/postcard", "Kettle On postcard", "kettle on: postcard", "post card",
  "https://example.org/kindling/cards/kettle-on/postcard/", "example.org/cards/kettle-on/postcard?from=mail#top",
  "../draw/#card=kettle-on/postcard", "pöstcard", "/postcard/",
])
  test(`"${typed}" is the postcard of Kettle On`, () => {
    const { exact, cards } = found(typed, DECKS);
    assert.equal(exact, true);
    assert.deepEqual(names({ cards }), ["kettle-on/postcard"]);
    assert.equal(cards[0].retired, false);
  });

for (const typed of ["certain days", "certain_days", "Certain-Days", "certaindays"])
  test(`"${typed}" may have spaces, underscores or nothing for hyphens`, () => {
    assert.deepEqual(names(found(typed, DECKS)), ["kettle-on/certain-days"]);
  });

test("a word that several decks have is offered for each; with the deck's name it is one", () => {
  assert.deepEqual(found("spare key", DECKS).exact, true);
  assert.deepEqual(names(found("spare key", DECKS)), ["kettle-on/spare-key", "mend/spare-key"]);
  assert.deepEqual(names(found("mend/spare key", DECKS)), ["mend/spare-key"]);
  assert.deepEqual(names(found("Mend, then rest: spare key", DECKS)), ["mend/spare-key"]);
});

test("a retired card is found, and known as one", () => {
  const { exact, cards } = found("old rule", DECKS);
  assert.deepEqual([exact, cards.length, cards[0].retired], [true, 1, true]);
  assert.deepEqual(found("ox", DECKS).cards.map(({ retired }) => retired), [false, true]);
});

test("slips lead to the nearest, the nearest first", () => {
  for (const typed of ["postcrad", "postcrd", "posttcard", "postcsrd", "ketle on postcard", "mend/postcard", "poscrd"]) {
    const { exact, cards } = found(typed, DECKS);
    assert.equal(exact, false, typed);
    assert.equal(names({ cards })[0], "kettle-on/postcard", typed);
  }
});

test("what is as near stands in the order of the shelf", () => {
  const decks = ["b", "a"].map((id) => ({ id, title: id, cards: ["lamp", "camp", "damp"], retired: [] }));
  assert.deepEqual(names(found("ramp", decks)), ["b/lamp", "b/camp", "b/damp", "a/lamp", "a/camp", "a/damp"]);
});

test("of those two slips away only a few are offered", () => {
  const cards = Array.from({ length: 40 }, (_, i) => `kettle-${String.fromCharCode(97 + (i % 26))}${i}`);
  assert.ok(found("kettle-xx", [{ id: "a", title: "A", cards, retired: [] }]).cards.length <= 4);
});

test("nothing, and nonsense, find nothing", () => {
  for (const typed of ["", "  ", "---", "///", "?!", "xylophone", "日本", "x".repeat(300), "cards/"])
    assert.deepEqual(found(typed, DECKS), { exact: false, cards: [] }, typed);
});

test("slips are counted as people make them", () => {
  const counts = [["abc", "abc", 0], ["abc", "acb", 1], ["abc", "ab", 1], ["abc", "abxc", 1], ["abc", "xbc", 1], ["abcd", "badc", 2], ["a", "abcdef", 3]];
  for (const [a, b, count] of counts) assert.equal(slips(a, b, 2), count, `${a} ${b}`);
});

/** A word with one slip in it, by chance: a letter gone, doubled, wrong, added, or changed places. */
function slipped(word, uint32) {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789- ";
  const at = uint32() % word.length;
  const letter = letters[uint32() % letters.length];
  const [head, here, tail] = [word.slice(0, at), word[at], word.slice(at + 1)];
  return [head + tail, head + here + here + tail, head + letter + tail, head + letter + here + tail,
    tail ? head + tail[0] + here + tail.slice(1) : word][uint32() % 5];
}

/** Shelves of ids as authors write them, some alike, by chance. */
function shelves(uint32) {
  const parts = ["day", "lamp", "camp", "post", "card", "key", "spare", "2nd", "no", "odd", "certain", "wood"];
  const word = () => Array.from({ length: 1 + (uint32() % 3) }, () => parts[uint32() % parts.length]).join("-");
  return ["one", "two-more", "three"].map((id) => ({
    id, title: id, cards: [...new Set(Array.from({ length: 36 }, word))], retired: uint32() % 2 ? ["gone-now"] : [],
  }));
}

test("any id with one slip in it is among what is offered, unless it has become another card's word", () => {
  const uint32 = thrower(20);
  for (let round = 0; round < 60; round += 1) {
    const decks = shelves(uint32);
    for (const deck of decks)
      for (const id of [...deck.cards, ...deck.retired]) {
        const typed = slipped(id, uint32);
        const result = found(typed, decks);
        assert.ok(result.exact || names(result).includes(`${deck.id}/${id}`), `${typed} for ${id}`);
      }
  }
});

test("any id, however it is written, is found at once and alone among its deck", () => {
  const uint32 = thrower(21);
  const ways = [(id) => id, (id) => id.toUpperCase(), (id) => ` ${id.replaceAll("-", " ")} `, (id) => id.replaceAll("-", "_")];
  for (let round = 0; round < 20; round += 1) {
    const decks = shelves(uint32);
    for (const deck of decks)
      for (const id of deck.cards)
        for (const way of ways) {
          const { exact, cards } = found(way(id), decks);
          assert.ok(exact && cards.every((card) => card.id === id) && cards.some((card) => card.deck === deck), id);
          assert.ok(found(`${deck.id}/${way(id)}`, decks).cards.every((card) => card.deck === deck && card.id === id));
        }
  }
});

test("the same is found twice, whatever is typed", () => {
  const uint32 = thrower(22);
  for (let round = 0; round < 500; round += 1) {
    const typed = Array.from({ length: uint32() % 40 }, () => String.fromCodePoint(uint32() % 0x2fff)).join("");
    assert.deepEqual(found(typed, DECKS), found(typed, DECKS));
  }
});
