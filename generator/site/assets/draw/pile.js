/*
 * One deck's pile during one evening, as plain data. Every function returns a new pile and changes nothing.
 *
 * The pile holds all depths; how deep it may go is asked at each draw. A card that is passed is simply gone:
 * nothing lists or counts passes. A card that is put back lies on top, so that Draw brings it again.
 */

/**
 * @typedef {{top: "deck" | "card" | "nothing" | "end", pile: string[], seen: string[]}} Pile
 *   `top` is what lies face up: the deck, the last of `seen`, "nothing lighter is left", or the end.
 * @typedef {Map<string, {depth: number}>} Cards
 */

const HEAVY = 3;

/** @param {string[]} order @returns {Pile} */
export const begin = (order) => ({ top: "deck", pile: order, seen: [] });

/** The card that lies face up, if one does. @param {Pile} pile @returns {string | undefined} */
export const current = ({ top, seen }) => (top === "card" ? seen.at(-1) : undefined);

/** @param {Pile} pile @param {Cards} cards @param {number} cap @returns {number} */
export const left = ({ pile }, cards, cap) => pile.reduce((sum, id) => sum + (cards.get(id).depth <= cap), 0);

/**
 * Never more than one step deeper than the last card, and after a heavy one something light, while there is any.
 * @param {Pile} state @param {Cards} cards @param {number} cap @returns {Pile}
 */
export function draw(state, cards, cap) {
  const last = cards.get(state.seen.at(-1))?.depth ?? 0;
  const limit = last < HEAVY ? last + 1 : 2;
  const id = first(state.pile, cards, Math.min(limit, cap)) ?? lightest(state.pile, cards, cap);
  return id ? laid(state, id) : { ...state, top: "end" };
}

/**
 * The card is out; one of equal or lower depth takes its place.
 * @param {Pile} state @param {Cards} cards @param {number} cap @returns {Pile}
 */
export function pass(state, cards, cap) {
  const { depth } = cards.get(current(state));
  const kept = { ...state, seen: state.seen.slice(0, -1) };
  const id = first(kept.pile, cards, Math.min(depth, cap));
  if (id) return laid(kept, id);
  return { ...kept, top: left(kept, cards, cap) ? "nothing" : "end" };
}

/**
 * One step back: the card goes onto the pile again, or what covers the last card comes off it.
 * @param {Pile} state @returns {Pile}
 */
export function back({ top, pile, seen }) {
  if (top !== "card") return { top: seen.length ? "card" : top, pile, seen };
  return { top: seen.length > 1 ? "card" : "deck", pile: [seen.at(-1), ...pile], seen: seen.slice(0, -1) };
}

/**
 * Put one card face up, wherever it was.
 * @param {Pile} state @param {string} id @returns {Pile}
 */
export function laid(state, id) {
  return { top: "card", pile: without(state.pile, id), seen: [...without(state.seen, id), id] };
}

/** Cover the cards with the deck itself, as when it has just been chosen. @param {Pile} state @returns {Pile} */
export const closed = (state) => ({ ...state, top: "deck" });

/**
 * Today's deck may differ from the one that was shuffled: what is gone is dropped, what is new waits for another evening.
 * @param {Pile} state @param {Cards} cards @returns {Pile}
 */
export function fitted({ top, pile, seen }, cards) {
  const shown = [...new Set(seen)].filter((id) => cards.has(id));
  const rest = [...new Set(pile)].filter((id) => cards.has(id) && !shown.includes(id));
  return { top: top === "card" && !shown.length ? "deck" : top, pile: rest, seen: shown };
}

const first = (ids, cards, limit) => ids.find((id) => cards.get(id).depth <= limit);

const lightest = (ids, cards, cap) =>
  Array.from({ length: cap }, (_, i) => first(ids, cards, i + 1)).find((id) => id);

function without(ids, id) {
  const at = ids.indexOf(id);
  return at < 0 ? ids : ids.slice(0, at).concat(ids.slice(at + 1));
}
