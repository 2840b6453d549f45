/*
 * From what somebody types to cards, essays and pages. Pure: the library and what there is to know go in. First what
 * has every word, or words that begin like it; where nothing has, what comes near, slips of the thumb allowed.
 */

const FIELDS = ["id", "shown", "page", "what", "topics", "text"];
const BOOST = { id: 4, shown: 3, page: 1.5, topics: 1.5 };
const LETTERS = /[\p{L}\p{N}]+/gu;
/* Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SHORT = 3;
const MIDDLING = 5;
const AROUND = 8;

/** A word as it is compared: capitals, accents and apostrophes make no difference. */
export const plain = (word) => word.normalize("NFKD").replace(/[\p{M}'\u2019]/gu, "").toLowerCase();

/** @param {string} text @returns {string[]} */
export function wordsOf(text) {
  const joined = text.replace(/(?<=\p{L})['\u2019](?=\p{L})/gu, "");
  if (!UNSPACED.test(joined)) return joined.match(LETTERS) ?? [];
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(joined);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** All there is to find, in one list: cards first, then the sections of pages. */
export const entries = ({ decks, cards }, pages) => [
  ...cards.map((card) => ({ ...card, deck: decks[card.in], page: decks[card.in].title, at: `cards/${decks[card.in].id}/${card.id}/` })),
  ...pages,
];

/** @param {Function} MiniSearch the library @param {object[]} all from `entries` */
export function index(MiniSearch, all) {
  const found = new MiniSearch({
    fields: FIELDS,
    extractField: (entry, name) => (name === "number" ? entry.number : entry.entry[name]),
    idField: "number",
    tokenize: wordsOf,
    processTerm: (term) => plain(term) || null,
  });
  found.addAll(all.map((entry, number) => ({ entry, number })));
  return found;
}

const slipsAllowed = (term) => (term.length <= SHORT ? 0 : term.length <= MIDDLING ? 1 : 2);

/** What was typed, as a card's address that it may hold. */
const meant = (typed) => typed.replace(/^.*?\bcards\//, "");

/**
 * @param {object} known from `index` @param {object[]} all @param {string} typed
 * @returns {{exact: boolean, results: {entry: object, terms: Set<string>}[]}}
 */
export function found(known, all, typed) {
  const options = { boost: BOOST, prefix: true, combineWith: "AND" };
  const tries = [{}, { fuzzy: slipsAllowed }, { fuzzy: slipsAllowed, combineWith: "OR" }];
  for (const [i, more] of tries.entries()) {
    const results = known.search(meant(typed), { ...options, ...more });
    if (results.length) return { exact: i === 0, results: results.map(({ id, terms }) => ({ entry: all[id], terms: new Set(terms) })) };
  }
  return { exact: true, results: [] };
}

/**
 * A few words around the first that was looked for, each with whether it was; none, if no word of the text was.
 * @param {string} text @param {Set<string>} terms @returns {[string, boolean][]}
 */
export function excerpt(text, terms) {
  const words = text.split(/\s+/);
  const hits = words.map((word) => wordsOf(word).some((part) => terms.has(plain(part))));
  const at = hits.indexOf(true);
  if (at < 0) return [];
  const from = Math.max(0, at - AROUND);
  const shown = words.slice(from, at + 2 * AROUND).map((word, i) => [word, hits[from + i]]);
  return [...(from ? [["\u2026", false]] : []), ...shown, ...(at + 2 * AROUND < words.length ? [["\u2026", false]] : [])];
}
