/* Sheets of paper as they are printed: fronts on one page, their backs on the next, by the plan of the printed decks. */
import { given, part, spoken } from "./page.js";
import { backOf } from "./faces.js";
import { dealt } from "./ladder.js";

const SVG = "http://www.w3.org/2000/svg";
const DECIMALS = 3;
/* Two pieces of one colour side by side would let the white through: each runs a little under the next. In mm. */
const OVERLAP = 0.2;

const length = (mm) => `${Number(mm.toFixed(DECIMALS))}mm`;

/** An element at a place on its sheet, in mm. @template {HTMLElement} Node @param {Node} node @param {number[]} place @returns {Node} */
function at(node, [x, y, width, height]) {
  Object.assign(node.style, { left: length(x), top: length(y), width: length(width), height: length(height) });
  return node;
}

const box = (name) => Object.assign(document.createElement("div"), { className: name });

function drawn(found, name) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", name);
  path.setAttribute("d", found.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join(""));
  return path;
}

/** The lines of a page, as one drawing in mm. */
function ruled(plan, hairlines) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${plan.width} ${plan.height}`);
  drawing.append(drawn([...plan.marks, ...plan.ruler], "marks"), ...hairlines.map((line) => drawn([line], "cuts")));
  return drawing;
}

/** Words in a margin, as large as their place allows. */
function caption(place, text, name) {
  const node = at(box(`caption ${name}`), place);
  const words = Object.assign(document.createElement("span"), { textContent: text });
  node.append(words);
  part("bench").append(node);
  const size = given.type.label_small * Math.min(1, (node.clientWidth - 1) / words.offsetWidth);
  node.remove();
  node.style.fontSize = `${size}pt`;
  return node;
}

/** A page with all that stands in its margins. */
function page(plan, said, hairlines) {
  const node = box("sheet");
  Object.assign(node.style, { width: length(plan.width), height: length(plan.height) });
  const words = [
    caption(plan.label, spoken("sheet_label", { deck: spoken("deck"), ...said }), "label-note"),
    caption(plan.cut_note, spoken("cut_note"), "cut-note"),
    caption(plan.ruler_note, spoken("ruler"), "ruler-note"),
  ];
  node.append(ruled(plan, hairlines), ...words);
  return node;
}

const placed = (plan, index) => [...plan.fronts[index].slice(0, 2), ...plan.card];

function fronts(plan, cards, said) {
  const node = page(plan, { ...said, face: spoken("front") }, plan.fills[cards.length].hairlines);
  node.append(...cards.map(({ front }, index) => at(front, placed(plan, index))));
  return node;
}

/** What of a back is printed: all of it but what would lie on a neighbour. */
function shown(plan, card, [cardX, cardY, x, y, width, height], ink) {
  const node = at(box("shown"), [x, y, width + OVERLAP, height + OVERLAP]);
  Object.assign(node.dataset, { hue: card.deck.hue, ink });
  const back = at(backOf(card.deck, card.depth, ink), [cardX - x, cardY - y, ...plan.card]);
  back.classList.toggle("turned", plan.turned);
  node.append(wool(), back);
  return node;
}

function wool() {
  const drawing = document.createElementNS(SVG, "svg");
  const piece = document.createElementNS(SVG, "rect");
  for (const side of ["width", "height"]) piece.setAttribute(side, "100%");
  drawing.setAttribute("class", "wool");
  drawing.append(piece);
  return drawing;
}

function backs(plan, cards, said, ink) {
  const node = page(plan, { ...said, face: spoken("back") }, []);
  const { backs: places } = plan.fills[cards.length];
  node.append(...cards.map((card, index) => shown(plan, card, places[index], ink)));
  return node;
}

/**
 * The pages to print; how many sheets of paper they take.
 * @param {{front: HTMLElement, deck: object, depth: number}[]} cards
 * @param {object} plan @param {"low" | "color"} ink @param {"both" | "fronts" | "backs"} pages
 * @returns {{pages: HTMLElement[], sheets: number}}
 */
export function laid(cards, plan, ink, pages) {
  const sheets = dealt(cards, plan.fronts.length);
  const made = sheets.flatMap((some, index) => {
    const said = { number: index + 1, total: sheets.length };
    return [
      ...(pages === "backs" ? [] : [fronts(plan, some, said)]),
      ...(pages === "fronts" ? [] : [backs(plan, some, said, ink)]),
    ];
  });
  return { pages: made, sheets: sheets.length };
}
