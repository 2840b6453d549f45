/* An evening: which deck lies on the table, how deep it may go, and the pile of every deck that was on the table. */
import { begin, closed, fitted, left } from "./pile.js";

/** @typedef {{deck: string, cap: number, piles: Record<string, import("./pile.js").Pile>}} Evening */
/** @typedef {{id: string, cards: {id: string, kind: string, depth: number}[]}} Deck */

const SHARE = 2;
const DEALT = ["prompt", "frame", "word", "followup", "repair"];
const AT_THEIR_MOMENT = ["pause", "closing", "setting"];

/** @returns {Evening} */
export const evening = () => ({ deck: "", cap: SHARE, piles: {} });

/** The pile on the table. @param {Evening} now @returns {import("./pile.js").Pile} */
export const pileOf = (now) => now.piles[now.deck];

/** @param {Evening} now @param {import("./pile.js").Pile} pile @returns {Evening} */
export const withPile = (now, pile) => ({ ...now, piles: { ...now.piles, [now.deck]: pile } });

/** Whether no card was drawn yet. @param {Evening} now @returns {boolean} */
export const isNew = (now) => Object.values(now.piles).every(({ top, seen }) => top === "deck" && !seen.length);

/** A deck's cards by id. @param {Deck} deck */
export const byId = (deck) => new Map(deck.cards.map((card) => [card.id, card]));

/**
 * The ids that are shuffled. Swaps only from a deck that someone chose; a deck with nothing else to deal gives
 * all it has, but for the cards that have a moment of their own.
 * @param {Deck} deck @param {boolean} chosen @returns {string[]}
 */
export function dealt({ cards }, chosen) {
  const kinds = chosen ? [...DEALT, "swap"] : DEALT;
  const usual = cards.filter(({ kind }) => kinds.includes(kind));
  const pile = usual.length ? usual : cards.filter(({ kind }) => !AT_THEIR_MOMENT.includes(kind));
  return pile.map(({ id }) => id);
}

/**
 * Put a deck on the table: shuffled if it is new this evening, else as it was left, and no card of it comes twice.
 * @param {Evening} now @param {Deck} deck @param {boolean} chosen by someone, not by default
 * @param {(ids: string[]) => string[]} shuffle
 * @returns {Evening}
 */
export function seated(now, deck, chosen, shuffle) {
  const known = Object.hasOwn(now.piles, deck.id);
  const pile = known ? fitted(now.piles[deck.id], byId(deck)) : begin(shuffle(dealt(deck, chosen)));
  return withPile({ ...now, deck: deck.id }, pile);
}

/** Let it go deeper, or less deep; a card that lies face up stays. @param {Evening} now @param {number} cap @returns {Evening} */
export function deepened(now, cap) {
  const pile = pileOf(now);
  return withPile({ ...now, cap }, pile.top === "card" ? pile : closed(pile));
}

/**
 * Shuffle again, asked for. What was passed stays out; if nothing else is left, the whole deck comes back.
 * @param {Evening} now @param {Deck} deck @param {boolean} chosen @param {(ids: string[]) => string[]} shuffle
 * @returns {Evening}
 */
export function reshuffled(now, deck, chosen, shuffle) {
  const { pile, seen } = pileOf(now);
  const again = begin([...seen, ...pile]);
  const ids = left(again, byId(deck), now.cap) ? again.pile : dealt(deck, chosen);
  return withPile(now, begin(shuffle(ids)));
}
