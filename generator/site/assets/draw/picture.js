/* How things stand at the table, as a picture and as a sentence. */
import { isNew, pileOf } from "./evening.js";
import { about, copied, cover, filled, front, spoken } from "./face.js";
import { hand, head, lay, mood, note, part } from "./page.js";
import { current, left } from "./pile.js";

const TENDER = 4;
const opening = part("opening");

/**
 * @typedef {{now: import("./evening.js").Evening, deck: object, cards: Map<string, object>, turned: string}} Table
 *   `turned` is the Tender card that was turned over, if one was.
 */

/** The card that lies face up or covered. @param {Table} at @returns {object | undefined} */
export const cardAt = ({ now, cards }) => cards.get(current(pileOf(now)));

/**
 * Show how things stand.
 * @param {Table} at @param {object} words @param {boolean} fresh
 * @returns {string} the same as a sentence
 */
export function show(at, words, fresh) {
  const { now, deck, cards } = at;
  const { top, seen } = pileOf(now);
  const count = left(pileOf(now), cards, now.cap);
  const card = cardAt(at);
  mood("cards");
  note("");
  head(deck, words.depths[now.cap - 1], count === 1 ? words.left_one : filled(words.left, { count }));
  hand({ draw: top !== "end" || count, back: seen.length, pass: card, pause: true });
  const [node, sentence] = card ? faced(card, at, words) : covering(at);
  lay(node, fresh);
  return sentence;
}

function faced(card, { deck, turned }, words) {
  const covered = card.depth === TENDER && turned !== card.id;
  return covered ? [cover(card, deck, words), about(card, words)] : [front(card, deck), spoken(card, deck, words)];
}

function covering({ now, deck }) {
  const { top, seen } = pileOf(now);
  const name = top === "end" && !seen.length ? "none" : top;
  const node = panel(isNew(now) ? "opening" : name, deck);
  return [node, node.querySelector("h1").textContent];
}

/**
 * A card without a question: the opening, which is in the page, or a copy of another.
 * @param {string} name @param {object} deck @returns {HTMLElement}
 */
export function panel(name, deck) {
  const node = name === "opening" ? opening : copied(name, deck);
  node.querySelector(".mark path").setAttribute("d", deck.mark);
  for (const title of node.querySelectorAll(".title")) title.textContent = deck.title;
  for (const how of node.querySelectorAll(".how")) how.textContent = deck.how;
  return node;
}
