/* What is ticked on the sheet of what to leave out, as plain data: a draft of tonight until the sheet closes. */
import { fitting, kindsOf } from "./fitting.js";

/**
 * Whether cards of a kind come when nobody said anything about it: from one of the decks on the table, if any has
 * such cards.
 * @param {string} kind @param {{cards: import("./fitting.js").Card[]}[]} decks @param {boolean} chosen
 */
export function isDealt(kind, decks, chosen) {
  const having = decks.filter(({ cards }) => cards.some((card) => card.kind === kind));
  const asked = having.length ? having : [{ cards: [{ kind: "prompt" }, { kind }] }];
  return asked.some(({ cards }) => kindsOf(cards, chosen).includes(kind));
}

/** Whether cards with a tag come. @param {"assumes" | "needs"} list @param {string} tag @param {Record<string, boolean>} [tags] */
export function isLet(list, tag, tags) {
  const card = { address: "", kind: "prompt", depth: 1, [list]: [tag] };
  return fitting({ decks: [], cap: 1, limits: { tags } }, [{ cards: [card] }], []).size > 0;
}

/**
 * Limits that say only what differs from the usual, so that what was switched there and back leaves nothing behind.
 * @param {{without: string[], children: boolean, kinds: Record<string, boolean>, tags: Record<string, boolean>}} all
 * @returns {import("./fitting.js").Limits}
 */
export function limitsOf({ without, children, kinds, tags }) {
  return {
    ...(without.length && { without }),
    ...(children && { children }),
    ...(Object.keys(kinds).length && { kinds }),
    ...(Object.keys(tags).length && { tags }),
  };
}

/** Nothing is left out any more. What people switched on stays on. @param {import("./fitting.js").Limits} limits */
export function cleared({ kinds = {}, tags = {} }) {
  const on = (switches) => Object.fromEntries(Object.entries(switches).filter(([, is]) => is));
  return limitsOf({ without: [], children: false, kinds: on(kinds), tags: on(tags) });
}

/**
 * How many cards could still be drawn. What was seen or passed tonight is not in the pile; a deck that was not yet
 * shuffled in is whole.
 * @param {import("./evening.js").Evening} now @param {{id: string}[]} decks @param {string[]} hidden
 */
export function toDraw(now, decks, hidden) {
  const pile = new Set(now.pile);
  const fresh = decks.filter(({ id }) => !now.shuffled.includes(id));
  for (const { cards } of fresh) for (const { address } of cards) pile.add(address);
  return [...fitting(now, decks, hidden).keys()].filter((address) => pile.has(address)).length;
}
