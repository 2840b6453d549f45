/* Fronts and backs as they are printed. A text is made as large as its place allows; what does not fit is told. */
import { copied, given, part } from "./page.js";
import { kept, largest, sizes } from "./ladder.js";

const { type, tender } = given;
const PROMPT = sizes(type.prompt_most, type.prompt_least, type.prompt_step);
const WITH_LEAD = PROMPT.filter((size) => size <= type.lead_prompt_most);
const LEAD = sizes(type.lead, type.lead_prompt_most, 1);
const NAME = sizes(type.label, type.name_least, type.prompt_step);
const [LABEL, LINES, SHOWN] = [1, 2, 3];

const within = (box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
const inWidth = (node) => node.scrollWidth <= node.clientWidth;

/** Try something where it can be measured, at its real size. @template Result @param {HTMLElement} node @param {() => Result} action @returns {Result} */
function measured(node, action) {
  part("bench").append(node);
  try {
    return action();
  } finally {
    node.remove();
  }
}

/** Make a text as large as it fits: the last size that was tried need not be it. @returns {number | undefined} */
function settled(tried, at) {
  const size = largest(tried, at);
  if (size) at(size);
  return size;
}

function strokes(node, depth) {
  const width = depth * 7 - 3;
  const drawing = node.querySelector(".strokes");
  drawing.setAttribute("viewBox", `0 0 ${width} 14`);
  drawing.setAttribute("width", width);
}

function note([, label, lines]) {
  const node = document.createElement("div");
  const paragraphs = lines.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  node.append(Object.assign(document.createElement("b"), { textContent: label }), ...paragraphs);
  return node;
}

/** A front with its words, before they have their size. */
function written(card) {
  const { deck, depth, kind, id, lead, over, prompt } = card;
  const node = copied("front");
  const find = (name) => node.querySelector(name);
  Object.assign(node, { lang: deck.lang, dir: deck.dir ?? "ltr" });
  node.dataset.hue = deck.hue;
  node.dataset.card = card.address;
  find(".mark path").setAttribute("d", deck.mark);
  find(".prompt").textContent = prompt;
  find(".lead").textContent = lead ?? "";
  if (over) {
    find(".over b").textContent = over[LABEL];
    find(".over span").textContent = over[LINES][0];
  } else find(".over").remove();
  if (!lead) find(".lead").remove();
  strokes(node, depth);
  find(".depth b").textContent = deck.depths[depth - 1];
  find(".kind").textContent = deck.kinds[kind];
  find(".id").textContent = id;
  return node;
}

/**
 * The front of a card; null for one whose words do not fit even at the least size.
 * @param {object} card @returns {HTMLElement | null}
 */
export function frontOf(card) {
  const node = written(card);
  return measured(node, () => (footed(node) && filled(node, card) ? node : null));
}

/** The foot on one line; when there is no room, the kind is dropped. */
function footed(node) {
  const foot = node.querySelector(".foot");
  if (!inWidth(foot)) foot.querySelector(".kind").remove();
  return inWidth(foot);
}

function filled(node, card) {
  const [body, lead, place] = [".body", ".lead", ".notes"].map((name) => node.querySelector(name));
  const notes = card.notes ?? [];
  /* What the draw page never folds away, no card can do without. */
  const must = notes.filter((note) => note[SHOWN]);
  const may = notes.filter((note) => !note[SHOWN]);
  const fits = () => within(body) && [...body.querySelectorAll("p")].every(inWidth);
  const at = (name) => (size) => {
    node.style.setProperty(name, `${size}pt`);
    return fits();
  };
  const wanted = (more) => notes.filter((note) => must.includes(note) || more.includes(note));
  const sized = (more) => {
    place.replaceChildren(...wanted(more).map(note));
    return settled(card.lead ? WITH_LEAD : PROMPT, at("--size"));
  };
  if (lead && !settled(LEAD, (size) => at("--size")(type.prompt_least) && at("--lead")(size))) return false;
  const size = sized([]);
  if (!size) return false;
  const found = kept(may, size, type.prompt_even, sized);
  return sized(found.notes) === found.size;
}

/**
 * The back of a card: its deck's drawing, name and depth; null when the name does not fit its label.
 * @param {object} deck @param {number} depth @param {"low" | "color"} ink @returns {HTMLElement | null}
 */
export function backOf(deck, depth, ink) {
  const node = copied("back");
  const name = node.querySelector(".name");
  Object.assign(node, { lang: deck.lang, dir: deck.dir ?? "ltr" });
  Object.assign(node.dataset, { hue: deck.hue, ink });
  node.classList.toggle("tender", depth === tender);
  node.querySelector("use").setAttribute("href", `#sticks-${deck.id}`);
  node.querySelector(".sticks").setAttribute("viewBox", drawing(ink));
  name.firstElementChild.textContent = deck.title;
  strokes(node, depth);
  node.querySelector(".depth b").textContent = deck.depths[depth - 1];
  const at = (size) => {
    node.style.setProperty("--size", `${size}pt`);
    return within(name);
  };
  return measured(node, () => (settled(NAME, at) && inWidth(node.querySelector(".foot")) ? node : null));
}

/** In colour the drawing runs over the card's edges; with low ink it stays inside them. In mm. */
function drawing(ink) {
  const { width, height } = given.card;
  const edge = ink === "low" ? given.inset : -given.bleed;
  return [edge, edge, width - 2 * edge, height - 2 * edge].join(" ");
}
