/*
 * After an answer: the reply matters more than the next card. The listener's line first; then, for those who stay,
 * thanks, a say-back and a follow-up; after a Tender card a landing before the next.
 */
import { copied, footed } from "./face.js";
import { TENDER } from "./fitting.js";
import { panel } from "./page.js";
import { prepare } from "./sheet.js";

const FRONT = { turned: true };
const REPLY = { moment: "reply", over: FRONT, faced: (card, words) => reply(card, words, false) };
const STAY = { moment: "reply", over: FRONT, stayed: true, faced: (card, words) => reply(card, words, true) };
const LANDING = { moment: "landing", over: REPLY, faced: landing };

/** What a reply looks like comes with the sheets. Rejects when it cannot be had. */
export const answered = ({ side }) => prepare().then(() => side(REPLY));

export const stay = ({ side }) => side(STAY);

export function next({ at, side, draw }) {
  const { card, side: now } = at();
  if (card.depth === TENDER && now !== LANDING) side(LANDING);
  else draw();
}

function reply(card, words, staying) {
  const node = copied("reply", card.deck);
  const linesOf = (name) => card.notes?.find(([key]) => key === name)?.[2] ?? [];
  const line = linesOf("listen")[0] ?? words.listen;
  const more = node.querySelector("li:last-child");
  node.querySelector(".prompt").textContent = line;
  more.replaceWith(...linesOf("ask_more").map((text) => Object.assign(more.cloneNode(), { textContent: text })));
  node.querySelector("ul").hidden = !staying;
  const said = [...node.querySelectorAll("li")].map(({ textContent }) => textContent);
  return [footed(node, card), staying ? said.join(" ") : `${node.querySelector("b").textContent}. ${line}`];
}

function landing({ deck }) {
  const node = panel("landing", deck);
  return [node, [...node.querySelectorAll("h1, p:not(.foot)")].map(({ textContent }) => textContent).join(" ")];
}
