/* Which cards may come tonight, rule by rule and over random decks; and what the sheet of what to leave out drafts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleared, isDealt, isLet, limitsOf, toDraw } from "../../generator/site/assets/draw/choosing.js";
import { depthOf, fitting, isAnswered, kindsOf } from "../../generator/site/assets/draw/fitting.js";
import { thrower } from "./chance.js";

const KINDS = ["prompt", "frame", "word", "followup", "repair", "tip", "swap", "practice", "pause", "closing", "setting"];
const TOPICS = ["loss", "food", "play"];
const ASSUMES = ["money", "family"];
const NEEDS = ["touch", "gaze", "move", "hear"];
const COMPANY = ["partner", "friends", "family"];

/** @param {object[]} cards a deck of them, numbered */
const laid = (cards, id = "porch") =>
  ({ id, cards: cards.map((card, n) => ({ address: `${id}/${n}`, kind: "prompt", depth: 1, ...card })) });

const tonight = (limits = {}, values = {}) => ({ decks: [], cap: 4, limits, shuffled: [], pile: [], ...values });

/** Which of these cards come, by their numbers. */
const come = (cards, limits, values, hidden = []) =>
  [...fitting(tonight(limits, values), [laid(cards)], hidden).keys()].map((address) => Number(address.split("/")[1]));

test("no card is deeper than agreed", () => {
  const cards = [1, 2, 3, 4].map((depth) => ({ depth }));
  assert.deepEqual([1, 2, 3, 4].map((cap) => come(cards, {}, { cap }).length), [1, 2, 3, 4]);
});

test("with children here nothing is deeper than Share, and nothing is meant for others only", () => {
  const cards = [{ depth: 2 }, { depth: 3 }, { with: ["partner"] }, { with: ["friends"] }, { with: ["partner", "family"] }];
  assert.deepEqual(come(cards, { children: true }), [0, 4]);
  assert.deepEqual(come(cards, {}), [0, 1, 2, 3, 4]);
  assert.equal(depthOf({ cap: 1, limits: { children: true } }), 1);
  assert.equal(depthOf({ cap: 4, limits: {} }), 4);
});

test("a card goes when one of its topics is left out", () => {
  const cards = [{ topics: ["food", "loss"] }, { topics: ["food"] }, {}];
  assert.deepEqual(come(cards, { without: ["loss"] }), [1, 2]);
  assert.deepEqual(come(cards, { without: ["food", "play"] }), [2]);
});

test("what a card takes for granted stays out until all of it is switched on", () => {
  const cards = [{ assumes: ["money"] }, { assumes: ["money", "family"] }, {}];
  assert.deepEqual(come(cards, {}), [2]);
  assert.deepEqual(come(cards, { tags: { money: true } }), [0, 2]);
  assert.deepEqual(come(cards, { tags: { money: true, family: true } }), [0, 1, 2]);
});

test("touch and long looks stay out until switched on; what else is asked of the body can be switched off", () => {
  const cards = NEEDS.map((need) => ({ needs: [need] }));
  assert.deepEqual(come(cards, {}), [2, 3]);
  assert.deepEqual(come(cards, { tags: { touch: true, gaze: true, hear: false } }), [0, 1, 2]);
});

test("a deck deals what it usually does, swaps when it was chosen, and what has its moment never", () => {
  const cards = KINDS.map((kind) => ({ kind }));
  const dealt = (chosen, wanted) => kindsOf(cards, chosen, wanted);
  assert.deepEqual(dealt(false), KINDS.slice(0, 5));
  assert.deepEqual(dealt(true), [...KINDS.slice(0, 5), "swap"]);
  assert.deepEqual(dealt(true, { swap: false, word: false, tip: true, pause: true }),
    ["prompt", "frame", "followup", "repair", "tip"]);
});

test("a deck with nothing else to deal gives all it has, but for what was switched off", () => {
  const cards = ["tip", "practice", "closing"].map((kind) => ({ kind }));
  assert.deepEqual(kindsOf(cards, false), ["tip", "practice"]);
  assert.deepEqual(kindsOf(cards, false, { tip: false }), ["practice"]);
});

test("what is hidden on this phone never comes", () => {
  assert.deepEqual(come([{}, {}], {}, {}, ["porch/0"]), [1]);
});

test("a reply matters from Share on, and only after something to answer", () => {
  assert.deepEqual([1, 2, 3].map((depth) => isAnswered({ kind: "prompt", depth })), [false, true, true]);
  assert.equal(isAnswered({ kind: "practice", depth: 3 }), false);
});

/** Chance, for decks and limits of all sorts. */
function chance(seed) {
  const throwing = thrower(seed);
  const odds = (share) => throwing() / 2 ** 32 < share;
  const some = (list, share = 0.3) => list.filter(() => odds(share));
  const one = (list) => list[throwing() % list.length];
  const card = () => ({
    kind: one(KINDS), depth: one([1, 2, 3, 4]), topics: some(TOPICS), assumes: some(ASSUMES, 0.15), needs: some(NEEDS, 0.15),
    with: some(COMPANY, 0.2),
  });
  const deck = (id) => laid(Array.from({ length: throwing() % 30 }, card), id);
  const switches = (names) => Object.fromEntries(some(names).map((name) => [name, odds(0.5)]));
  const limits = () => ({
    without: some(TOPICS), children: odds(0.3), kinds: switches(KINDS), tags: switches([...ASSUMES, ...NEEDS]),
  });
  const decks = [deck("porch"), deck("attic")].slice(0, 1 + (throwing() % 2));
  const now = tonight(limits(), { decks: odds(0.5) ? decks.map(({ id }) => id) : [], cap: one([1, 2, 3, 4]) });
  return { now, decks, one };
}

test("over random decks and limits, what fits obeys every rule, and no card is left out without one", () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const { now, decks } = chance(seed);
    const { without, children, kinds, tags } = now.limits;
    const fit = fitting(now, decks, ["porch/3"]);
    for (const { cards } of decks)
      for (const { address, kind, depth, topics, assumes, needs, with: company } of cards) {
        const broken = [
          depth > now.cap,
          children && depth > 2,
          children && company.length > 0 && !company.includes("family"),
          topics.some((topic) => without.includes(topic)),
          assumes.some((tag) => tags[tag] !== true),
          needs.some((tag) => tags[tag] === false || (["touch", "gaze"].includes(tag) && tags[tag] !== true)),
          kinds[kind] === false,
          ["pause", "closing", "setting"].includes(kind),
          address === "porch/3",
          !kindsOf(cards, now.decks.length > 0, kinds).includes(kind),
        ];
        assert.equal(fit.has(address), !broken.some(Boolean), `seed ${seed}, ${address}`);
      }
  }
});

test("one more limit never adds a card", () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const { now, decks, one } = chance(seed);
    const { limits } = now;
    const more = one([
      { without: [...limits.without, one(TOPICS)] },
      { children: true },
      { kinds: { ...limits.kinds, [one(KINDS)]: false } },
      { tags: { ...limits.tags, [one([...ASSUMES, ...NEEDS])]: false } },
    ]);
    const before = fitting(now, decks, []);
    const after = fitting({ ...now, limits: { ...limits, ...more } }, decks, []);
    assert.ok([...after.keys()].every((address) => before.has(address)), `seed ${seed}`);
  }
});

test("a kind is shown as on when a deck on the table deals it, and as usual when none has it", () => {
  const porch = laid([{ kind: "prompt" }, { kind: "tip" }]);
  const tips = laid([{ kind: "tip" }], "tips");
  assert.equal(isDealt("tip", [porch], true), false);
  assert.equal(isDealt("tip", [porch, tips], true), true);
  assert.equal(isDealt("swap", [porch], false), false);
  assert.equal(isDealt("swap", [porch], true), true);
  assert.equal(isDealt("practice", [porch], true), false);
  assert.equal(isDealt("word", [porch], false), true);
});

test("a tag is shown as on when its cards come", () => {
  assert.equal(isLet("assumes", "money"), false);
  assert.equal(isLet("assumes", "money", { money: true }), true);
  assert.deepEqual(NEEDS.map((tag) => isLet("needs", tag)), [false, false, true, true]);
  assert.equal(isLet("needs", "hear", { hear: false }), false);
});

test("limits say only what differs, and leaving nothing out keeps what was switched on", () => {
  assert.deepEqual(limitsOf({ without: [], children: false, kinds: {}, tags: {} }), {});
  const all = { without: ["loss"], children: true, kinds: { tip: true, word: false }, tags: { hear: false, money: true } };
  assert.deepEqual(limitsOf(all), all);
  assert.deepEqual(cleared(all), { kinds: { tip: true }, tags: { money: true } });
  assert.deepEqual(cleared({}), {});
});

test("only what can still be drawn is counted: not what was seen or passed, but all of a deck that is new", () => {
  const porch = laid([{}, {}, { depth: 3 }]);
  const attic = laid([{}, {}], "attic");
  const now = tonight({}, { decks: ["porch", "attic"], cap: 2, shuffled: ["porch"], pile: ["porch/1", "porch/2"] });
  assert.equal(toDraw(now, [porch, attic], []), 3);
  assert.equal(toDraw(now, [porch, attic], ["attic/0"]), 2);
  assert.equal(toDraw(now, [porch], []), 1);
});
