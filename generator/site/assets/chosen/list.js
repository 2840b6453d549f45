/* Lists of cards to tick. A card that stands in two of them is ticked in both. */
import { copied, given, part, spoken } from "./page.js";

/** What a card is called in a list: its words, but for a Tender card, which nobody should meet by chance. */
function called({ depth, topics, lead, prompt }) {
  if (depth < given.tender) return [lead, prompt].filter(Boolean).join(": ");
  return topics ? spoken("tender_cover", { topic: topics[0] }) : spoken("tender_cover_plain");
}

function tick(card, chosen) {
  const { deck, depth, kind, id, address } = card;
  const node = copied("tick");
  const box = node.querySelector("input");
  Object.assign(box, { value: address, checked: chosen.has(address) });
  const [text, about] = [node.querySelector(".text"), node.querySelector("small")];
  Object.assign(text, { textContent: called(card), lang: deck.lang, dir: deck.dir ?? "ltr" });
  about.textContent = [deck.depths[depth - 1], deck.kinds[kind], id].join(" · ");
  return node;
}

/**
 * Fill a list with cards, once.
 * @param {HTMLDetailsElement} list @param {object[]} cards @param {Set<string>} chosen
 */
export function filled(list, cards, chosen) {
  const all = Object.assign(document.createElement("button"), { type: "button", className: "all" });
  list.querySelector(".none").textContent = "";
  list.append(all, ...cards.map((card) => tick(card, chosen)));
  told(list);
}

/** Tick a card wherever it stands. @param {string} address @param {boolean} on */
export function mark(address, on) {
  for (const box of document.querySelectorAll(`.tick input[value="${CSS.escape(address)}"]`)) box.checked = on;
}

/** Say of a list how many are ticked, and what its button does. @param {HTMLDetailsElement} list */
export function told(list) {
  const boxes = [...list.querySelectorAll(".tick input")];
  const ticked = boxes.filter(({ checked }) => checked).length;
  list.querySelector(".count").textContent = ticked ? spoken("ticked", { count: ticked }) : "";
  const all = list.querySelector(".all");
  if (all) all.textContent = spoken(ticked === boxes.length ? "none" : "all", { count: boxes.length });
}

export const lists = () => [...part("choosing").querySelectorAll("details")];
