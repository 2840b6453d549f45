/* What people can do at the table with other decks, other depths, other limits. Loaded when first asked for. */
import { closed, laid, refitted, reshuffled } from "./evening.js";
import { note } from "./page.js";
import { fetched } from "./shelf.js";
import { prepare } from "./sheet.js";

export { answered, next, stay } from "./answering.js";

const NOWHERE = 404;

/**
 * Other decks on the table, or one card; false if there is no such card or deck.
 * @param {object} here @param {string[]} ids @param {string} [card] its address
 */
export const choose = (here, ids, card) => withDecks(here, ids, () => {
  if (card && !here.cards.has(card)) return false;
  here.set({ ...here.at().now, decks: ids });
  here.step(card ? laid(here.at().now, card) : closed(here.at().now));
  return true;
});

/** Go on where a reload cut the evening off. */
export async function resume(here) {
  const before = await here.kept.restore();
  const there = before && await withDecks(here, before.decks, () => {
    here.set(before);
    const { now, card } = here.at();
    if (now.top === "card" && !card) here.set(closed(now));
    return true;
  });
  here.tell();
  return there;
}

/** A card that lies face up stays when it may go deeper, or less deep. @param {object} here @param {number} cap */
export function deepen(here, cap) {
  const { now, card } = here.at();
  here.step({ ...now, cap, top: card ? "card" : "deck" });
}

/** What to leave out tonight. A card that no longer fits is put away. @param {object} here */
export function limit(here, limits) {
  here.set({ ...here.at().now, limits });
  const { now, fit } = here.at();
  here.step(refitted(now, fit));
}

/** What the people of this phone never want to see again. @param {object} here @param {string[]} ids */
export function hide(here, ids) {
  here.hiding(ids);
  limit(here, { ...here.at().now.limits });
}

/** Shuffle again, asked for. @param {object} here */
export function shuffle(here) {
  const { now, fit } = here.at();
  here.step(reshuffled(now, fit, here.uint32));
}

/**
 * With other decks, unless the evening goes on, or is stopped, before they come. Without a connection all stays;
 * false for a deck that is nowhere.
 */
async function withDecks({ at, known, learned, tell, words }, ids, then) {
  const was = at();
  let status = 0;
  const brought = ids.map(async (id) => known.get(id) ?? learned(await fetched(id, fetch.bind(window))));
  const decks = await Promise.all([...brought, prepare()]).catch((error) => void ({ status } = error));
  if (at() !== was) return true;
  if (decks) return then();
  if (status === NOWHERE) return false;
  tell();
  note(words.deck_missing);
  return true;
}
