/* The page around the card: the pile, the head, the hand of buttons, and what is said aloud. */
import { before, current, isNew, left } from "./evening.js";
import { copied, faced, filled, picture } from "./face.js";
import { TENDER, depthOf, isAnswered } from "./fitting.js";

/** @param {string} id @returns {HTMLElement} */
export const part = (id) => document.getElementById(id);

const opening = part("opening");

/** What lies on the pile now. @returns {HTMLElement} */
export const lying = () => part("pile").lastElementChild;

/**
 * Lay a card on the pile. Focus stays where it is, unless it was on the card that goes.
 * @param {HTMLElement} card
 * @param {boolean} fresh just drawn: it comes to rest
 * @param {Element} focused
 */
export function lay(card, fresh = false, focused = document.activeElement) {
  const held = lying().contains(focused);
  card.classList.toggle("new", fresh);
  if (card !== lying()) lying().replaceWith(card);
  if (held) card.focus({ preventScroll: true });
}

/**
 * A card begins at its top. To be asked before anything changes: afterwards the page would be laid out for the answer.
 * @returns {Element} what has the focus
 */
export function atTop() {
  if (scrollY) scrollTo(0, 0);
  return document.activeElement;
}

/** What is as it should be is left alone, for the page would be laid out anew. @param {HTMLElement} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** The same for an attribute. */
function mark(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Say something to whoever listens to the page. @param {string} text */
export const say = (text) => {
  part("said").textContent = text;
};

/** Note something that everybody should see. @param {string} text */
export function note(text) {
  write(part("notice"), text);
  if (text) say(text);
}

/**
 * @typedef {{turned?: boolean, faced?: Function, moment?: string, over?: Side, stayed?: boolean}} Side
 *   of a card: its front, for a Tender card when `turned`, or what `faced` makes of it, lying over another side,
 *   with the buttons of its own `moment`
 * @typedef {{now: import("./evening.js").Evening, decks: object[], fit: Map<string, object>, card?: object, side: Side}} Table
 *   the decks that lie there, tonight's cards, the card that lies face up, and which side of it is seen
 */

/**
 * Show how things stand.
 * @param {Table} at @param {object} words @param {boolean} fresh
 * @returns {string} the same as a sentence
 */
export function show(at, words, fresh) {
  const { now, decks, fit, card, side } = at;
  const [deck] = decks;
  const count = left(now, fit);
  const focused = atTop();
  mark(document.body, "data-hue", (card?.deck ?? deck).hue);
  write(part("deck-name"), decks[1] ? filled(words.decks_many, { count: decks.length }) : deck.title);
  write(part("depth-name"), words.depths[depthOf(now) - 1]);
  write(part("left"), count === 1 ? words.left_one : filled(words.left, { count }));
  mood("cards");
  note("");
  under(card?.deck ?? deck);
  const [node, sentence] = side.faced?.(card, words) ?? (card ? faced(card, side.turned, words) : covering(now, fit, deck));
  if (card && side.moment !== "landing") node.dataset.card = card.address;
  lay(node, fresh, focused);
  hand(side.moment ?? moment(card, side), focused, {
    draw: now.top !== "end" || count, back: before(now, fit), pass: card, hand: card, answered: card, next: true,
    stay: !side.stayed,
  });
  return sentence;
}

/** Which buttons belong to what lies there. A Tender card is answered when it was turned over. */
const moment = (card, { turned }) =>
  (card && isAnswered(card) && (card.depth < TENDER || turned) ? "answer" : "draw");

function covering(now, fit, deck) {
  const { top, seen } = now;
  return told(isNew(now) && !now.decks.length ? "opening" : top === "end" && !seen.some((id) => fit.has(id)) ? "none" : top, deck);
}

const told = (name, deck) => {
  const node = panel(name, deck);
  return [node, node.querySelector("h1").textContent];
};

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

/** The back under the card, once the page is dressed. @param {object} deck */
function under(deck) {
  const image = part("pile").querySelector("img.under");
  if (image && image.getAttribute("src") !== picture(deck)) image.src = picture(deck);
}

/**
 * The buttons of this moment; of those, say which would do something. If the one in focus goes, the first gets it
 * (browsers take the focus away at once when it is hidden: whoever had it is asked before).
 * @param {string} name @param {Element} focused @param {Record<string, unknown>} usable
 */
function hand(name, focused, usable) {
  for (const button of part("hand").querySelectorAll("[data-when]")) {
    button.hidden = !button.dataset.when.split(" ").includes(name);
    mark(button, "aria-disabled", String(!usable[button.dataset.do]));
  }
  mark(part("hand"), "data-now", name);
  if (focused.hidden) part("hand").querySelector("button:not([hidden])").focus();
}

/**
 * While people pause, go slow, or have stopped, no card can be drawn and no deck chosen.
 * @param {"cards" | "paused" | "slow" | "stopped"} state
 */
export function mood(state) {
  document.querySelector("header").inert = state !== "cards";
  part("hand").hidden = state !== "cards";
  part("rest").hidden = state === "cards" || state === "stopped";
  for (const button of part("rest").children) button.hidden = !button.dataset.when.includes(state);
}
