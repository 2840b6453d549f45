/* From a card to what is seen of it, and said of it: copies of the page's templates, filled in as plain text. */
import { TENDER, isAnswered } from "./fitting.js";

/**
 * A sentence with its `{named}` places filled in.
 * @param {string} text @param {Record<string, string | number>} values @returns {string}
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The picture of a deck's back. @param {{id: string}} deck @returns {string} */
export const picture = (deck) => `../assets/backs/${deck.id}.svg`;

/** A copy of a template, with the deck's mark. @param {string} id @param {{mark: string}} deck @returns {HTMLElement} */
export function copied(id, deck) {
  const node = document.getElementById(id).content.firstElementChild.cloneNode(true);
  node.querySelector(".mark path")?.setAttribute("d", deck.mark);
  return node;
}

/**
 * A card as it lies there, and the same as a sentence.
 * @param {object} card @param {boolean} turned over, for a Tender card comes covered @param {object} words
 * @returns {[HTMLElement, string]}
 */
export const faced = (card, turned, words) =>
  card.depth === TENDER && !turned ? cover(card, words) : [front(card), spoken(card, words)];

/** The front of a card. */
function front(card) {
  const { deck, prompt, lead, over } = card;
  const node = copied("front", deck);
  const part = (name) => node.querySelector(name);
  const put = (name, text) => (text ? part(name).lastChild.data = text : part(name).remove());
  node.classList.toggle("long", prompt.length > 120);
  put(".lead", lead);
  put(".prompt", prompt);
  put(".over b", over?.[1]);
  put(".over", over && ` ${over[2][0]}`);
  part(".foot").before(...notes(node, card));
  return footed(node, card);
}

/** The back of a Tender card: what it is about, and nothing of what it says. */
function cover({ deck, topics }, words) {
  const node = copied("cover", deck);
  const about = topics ? filled(words.tender_cover, { topic: topics[0] }) : words.tender_cover_plain;
  node.querySelector("img").src = picture(deck);
  node.querySelector("h1").textContent = about;
  return [node, about];
}

/** A card as it is read aloud. */
function spoken({ deck, kind, depth, over, lead, prompt }, words) {
  const text = [...(over ? [over[1], ...over[2]] : []), lead && `${lead}.`, prompt].filter(Boolean).join(" ");
  return filled(words.announce, { depth: deck.depths[depth - 1], kind: deck.kinds[kind], text });
}

/** A card's foot: depth, kind and id; what it is called by. @returns {HTMLElement} */
export function footed(node, { deck, depth, kind, id }) {
  const part = (name) => node.querySelector(name);
  const width = depth * 7 - 3;
  node.lang = deck.lang;
  node.dir = deck.dir ?? "ltr";
  node.tabIndex = -1;
  node.setAttribute("aria-labelledby", "foot");
  part(".foot").id = "foot";
  part(".strokes").setAttribute("viewBox", `0 0 ${width} 14`);
  part(".strokes").setAttribute("width", width);
  part(".depth").append(deck.depths[depth - 1]);
  part(".kind").textContent = deck.kinds[kind];
  part(".id").textContent = id;
  return node;
}

/** The small print: open, or folded behind its label. Of a card that is to be answered, the rest comes with the reply. */
function notes(node, card) {
  const [open, folded] = node.querySelectorAll(".note");
  open.remove();
  folded.remove();
  const wanted = (card.notes ?? []).filter(([, , , shown]) => shown || !isAnswered(card));
  return wanted.map(([, label, lines, shown]) => {
    const note = (shown ? open : folded).cloneNode(true);
    const line = note.querySelector("p");
    note.firstElementChild.textContent = label;
    line.replaceWith(...lines.map((text) => Object.assign(line.cloneNode(), { textContent: text })));
    return note;
  });
}
