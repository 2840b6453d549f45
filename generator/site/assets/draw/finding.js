/*
 * From the word that someone types off a paper card to the card, or to those that may be meant. Pure: what was typed
 * and all ids go in. Capitals, spaces, hyphens, the deck's name in front and a whole address make no difference.
 */

/**
 * @typedef {{id: string, title: string, cards: string[], retired: string[]}} Deck
 * @typedef {{deck: Deck, id: string, retired: boolean}} Match
 */

const FEW = 4;
const MOST_SLIPS = 2;
const SHORT = 4;
const ADDRESS = /(?:cards\/|card=)([^/?#&\s]+)\/([^/?#&\s]+)/;

/**
 * The cards that bear the word, in as many decks as there are; if none does, those it may have been, nearest first.
 * @param {string} typed @param {Deck[]} decks
 * @returns {{exact: boolean, cards: Match[]}}
 */
export function found(typed, decks) {
  const { whole, last } = meant(typed);
  const all = decks.flatMap(cardsOf);
  for (const form of [slug, bare]) {
    const cards = all.filter((card) => namesOf(card).some((name) => form(name) === form(whole)));
    if (cards.length) return { exact: true, cards };
  }
  return { exact: false, cards: nearest(all, whole, last) };
}

/**
 * How many slips lie between two words: a letter too many, too few, wrong, or two that changed places.
 * @param {string} a @param {string} b @param {number} most beyond it, the number need not be right
 * @returns {number}
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + Number(a[i - 1] !== b[j - 1]));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** What was typed, as a whole, and what stands last in it when it is taken for an address. */
function meant(typed) {
  const address = ADDRESS.exec(typed.toLowerCase());
  const parts = address ? address.slice(1) : typed.split("/").filter((part) => slug(part));
  return { whole: slug(parts.join("-")), last: slug(parts.at(-1) ?? "") };
}

const cardsOf = (deck) => [
  ...deck.cards.map((id) => ({ deck, id, retired: false })),
  ...deck.retired.map((id) => ({ deck, id, retired: true })),
];

const namesOf = ({ deck, id }) => [id, `${deck.id}-${id}`, `${slug(deck.title)}-${id}`];

/** A few; but all that are one slip away, for one of them it is. */
function nearest(all, whole, last) {
  const most = last.length > SHORT ? MOST_SLIPS : 1;
  const slipped = (card) => Math.min(slips(last, card.id, most), ...namesOf(card).map((name) => slips(whole, name, most)));
  const near = all.map((card) => ({ card, count: last ? slipped(card) : most + 1 }));
  const sorted = near.filter(({ count }) => count <= most).sort((a, b) => a.count - b.count);
  return sorted.filter(({ count }, i) => count < 2 || i < FEW).map(({ card }) => card);
}

/** As ids are written: small letters and digits, with hyphens between. */
const slug = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

const bare = (text) => slug(text).replaceAll("-", "");
