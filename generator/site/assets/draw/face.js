/* From a card to what is seen of it, and said of it: copies of the page's templates, filled in as plain text. */

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

/** The front of a card. @param {object} card @param {object} deck @returns {HTMLElement} */
export function front(card, deck) {
  const node = copied("front", deck);
  const part = (name) => node.querySelector(name);
  const put = (name, text) => (text ? part(name).lastChild.data = text : part(name).remove());
  node.dataset.card = `${deck.id}/${card.id}`;
  node.lang = deck.lang;
  node.tabIndex = -1;
  node.setAttribute("aria-labelledby", "foot");
  part(".foot").id = "foot";
  node.classList.toggle("long", card.prompt.length > 120);
  put(".lead", card.lead);
  put(".prompt", card.prompt);
  put(".over b", card.over?.[1]);
  put(".over", card.over && ` ${card.over[2][0]}`);
  part(".foot").before(...notes(node, card.notes ?? []));
  strokes(part(".strokes"), card.depth);
  put(".depth", deck.depths[card.depth - 1]);
  put(".kind", deck.kinds[card.kind]);
  put(".id", card.id);
  return node;
}

/** The back of a Tender card: what it is about, and nothing of what it says. */
export function cover(card, deck, words) {
  const node = copied("cover", deck);
  node.dataset.card = `${deck.id}/${card.id}`;
  node.querySelector("img").src = picture(deck);
  node.querySelector("h1").textContent = about(card, words);
  return node;
}

/** What a Tender card is about, before it is turned over. */
export const about = ({ topics }, words) =>
  topics ? filled(words.tender_cover, { topic: topics[0] }) : words.tender_cover_plain;

/** A card as it is read aloud. */
export function spoken({ kind, depth, over, lead, prompt }, deck, words) {
  const text = [...(over ? [over[1], ...over[2]] : []), lead && `${lead}.`, prompt].filter(Boolean).join(" ");
  return filled(words.announce, { depth: deck.depths[depth - 1], kind: deck.kinds[kind], text });
}

/** The small print: open, or folded behind its label. */
function notes(node, wanted) {
  const [open, folded] = node.querySelectorAll(".note");
  open.remove();
  folded.remove();
  return wanted.map(([, label, lines, shown]) => {
    const note = (shown ? open : folded).cloneNode(true);
    const line = note.querySelector("p");
    note.firstElementChild.textContent = label;
    line.replaceWith(...lines.map((text) => Object.assign(line.cloneNode(), { textContent: text })));
    return note;
  });
}

function strokes(drawing, depth) {
  const width = depth * 7 - 3;
  drawing.setAttribute("viewBox", `0 0 ${width} 14`);
  drawing.setAttribute("width", width);
}
