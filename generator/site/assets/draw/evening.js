/*
 * One evening as plain data: one pile for all decks on the table, and what was seen. Cards go by their addresses.
 * Every function returns a new evening and changes nothing.
 *
 * The pile holds all cards; which of them may come is asked at each draw (`fit`). A card that is passed is simply
 * gone: nothing lists or counts passes. A card that is put back lies on top, so that Draw brings it again.
 */
import { SHARE } from "./fitting.js";
import { merged, shuffled } from "./shuffle.js";

/**
 * @typedef {{decks: string[], shuffled: string[], cap: number, limits: import("./fitting.js").Limits,
 *   top: "deck" | "card" | "nothing" | "end", pile: string[], seen: string[]}} Evening
 *   `decks` were chosen; none: the page's first. `shuffled` are in the pile. `top` is what lies face up: the deck,
 *   the last of `seen`, "nothing lighter is left", or the end.
 * @typedef {Map<string, {depth: number}>} Cards
 */

const HEAVY = 3;

/** @returns {Evening} */
export const evening = () => ({ decks: [], shuffled: [], cap: SHARE, limits: {}, top: "deck", pile: [], seen: [] });

/** Whether no card was drawn yet. @param {Evening} now @returns {boolean} */
export const isNew = ({ top, seen }) => top === "deck" && !seen.length;

/** The card that lies face up, if one does. @param {Evening} now @returns {string | undefined} */
export const current = ({ top, seen }) => (top === "card" ? seen.at(-1) : undefined);

/** @param {Evening} now @param {Cards} fit @returns {number} */
export const left = ({ pile }, fit) => pile.reduce((sum, id) => sum + fit.has(id), 0);

/** Decks that are new this evening are shuffled in; the others lie as they were left. @param {Evening} now @returns {Evening} */
export function seated(now, decks, uint32) {
  const fresh = decks.filter(({ id }) => !now.shuffled.includes(id));
  const ids = fresh.flatMap(({ cards }) => cards.map(({ address }) => address));
  if (!fresh.length) return now;
  const names = fresh.map(({ id }) => id);
  return { ...now, shuffled: [...now.shuffled, ...names], pile: merged(now.pile, shuffled(ids, uint32), uint32) };
}

/**
 * Never more than one step deeper than the last card, and after a heavy one something light, while there is any.
 * @param {Evening} now @param {Cards} fit tonight's cards @param {Cards} cards all that are known
 * @returns {Evening}
 */
export function draw(now, fit, cards) {
  const last = cards.get(now.seen.at(-1))?.depth ?? 0;
  const id = first(now.pile, fit, last < HEAVY ? last + 1 : 2) ?? lightest(now.pile, fit);
  return id ? laid(now, id) : { ...now, top: "end" };
}

/** The card is out; one of equal or lower depth takes its place. @returns {Evening} */
export function pass(now, fit, cards) {
  const { depth } = cards.get(current(now));
  const kept = { ...now, seen: now.seen.slice(0, -1) };
  const id = first(kept.pile, fit, depth);
  if (id) return laid(kept, id);
  return { ...kept, top: left(kept, fit) ? "nothing" : "end" };
}

/** Whether there is a card to go back to. */
export const before = ({ top, seen }, fit) => (top === "card" ? true : seen.some((id) => fit.has(id)));

/** One step back: the card goes onto the pile again, or what covers the last card comes off it. @returns {Evening} */
export function back(now, fit) {
  const lying = current(now);
  const seen = lying ? now.seen.slice(0, -1) : now.seen;
  const pile = lying ? [lying, ...now.pile] : now.pile;
  const last = seen.findLast((id) => fit.has(id));
  if (last) return { ...laid({ ...now, seen }, last), pile };
  return lying ? { ...now, pile, seen, top: "deck" } : now;
}

/** Put one card face up, wherever it was. @param {Evening} now @param {string} id @returns {Evening} */
export const laid = (now, id) => ({ ...now, top: "card", pile: without(now.pile, id), seen: [...without(now.seen, id), id] });

/** Cover the cards with the deck itself, as when it has just been chosen. @param {Evening} now @returns {Evening} */
export const closed = (now) => ({ ...now, top: "deck" });

/** After a change of depth or limits: a card that no longer fits is put away, an end is asked anew. @returns {Evening} */
export const refitted = (now, fit) => (now.top === "card" && fit.has(current(now)) ? now : closed(now));

/** Shuffle again, asked for. What was passed stays out; if nothing else is left, the whole deck comes back. @returns {Evening} */
export function reshuffled(now, fit, uint32) {
  const there = [...now.seen, ...now.pile];
  const ids = there.some((id) => fit.has(id)) ? there : [...there, ...fit.keys()];
  return { ...now, top: "deck", pile: shuffled(ids, uint32), seen: [] };
}

const first = (ids, fit, limit) => ids.find((id) => fit.get(id)?.depth <= limit);

const lightest = (ids, fit) => [1, 2, 3, 4].map((limit) => first(ids, fit, limit)).find((id) => id);

function without(ids, id) {
  const at = ids.lastIndexOf(id);
  return at < 0 ? ids : ids.slice(0, at).concat(ids.slice(at + 1));
}
