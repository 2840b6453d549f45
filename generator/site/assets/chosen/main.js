/* Cards are ticked, and what was ticked is laid on sheets to be printed. Nothing is stored, nothing is sent. */
import { keeping } from "../draw/keeping.js";
import { places } from "../kept/stored.js";
import { deckOf, drawn } from "./decks.js";
import { frontOf } from "./faces.js";
import { filled, lists, mark, told } from "./list.js";
import { counted, given, part, picked, spoken } from "./page.js";
import { usualPaper } from "./paper.js";
import { laid } from "./sheets.js";

/* A text is measured in the fonts it will be printed in. */
const FONTS = ['12pt "Kindling Text"', '12pt "Atkinson Hyperlegible"', 'bold 12pt "Atkinson Hyperlegible"'];
const PX = 96 / 25.4;

const scope = new URL("../..", location.href);
const kept = keeping(() => localStorage, places(scope.pathname).asked);
const order = Object.keys(given.titles);
const chosen = new Set();
const deckId = (address) => address.split("/")[0];

/** The cards of some addresses, deck by deck in the order of the shelf; a card that is no more is left out. */
async function cardsOf(addresses) {
  const wanted = order.filter((id) => addresses.some((address) => deckId(address) === id));
  const decks = await Promise.all(wanted.map(deckOf));
  return decks.flatMap(({ byId }) => [...byId.values()].filter(({ address }) => addresses.includes(address)));
}

let latest = 0;
/** Lay out what is ticked, after the last of several ticks. */
async function show() {
  const mine = ++latest;
  say(spoken("working"));
  try {
    await Promise.all(FONTS.map((font) => document.fonts.load(font).catch(() => {})));
    const cards = await cardsOf([...chosen]);
    await Promise.all([...new Set(cards.map(({ deck }) => deck.id))].map(drawn));
    if (mine === latest) lay(cards);
  } catch {
    if (mine === latest) lay([], spoken("blocked"));
  }
}

function lay(cards, trouble = "") {
  const fronts = cards.map((card) => ({ ...card, front: frontOf(card) }));
  const fit = fronts.filter(({ front }) => front);
  const plan = given.plans[picked("paper")];
  const { pages, sheets } = laid(fit, plan, picked("ink"), picked("pages"));
  part("sheets").replaceChildren(...pages);
  refuse(fronts.filter(({ front }) => !front));
  for (const link of document.querySelectorAll("link[data-paper]")) link.media = link.dataset.paper === plan.paper ? "all" : "not all";
  document.documentElement.classList.toggle("ready", pages.length > 0);
  part("picture").hidden = !pages.length;
  part("print").setAttribute("aria-disabled", String(!pages.length));
  const some = { cards: counted(fit.length, "cards"), sheets: counted(sheets, "sheets"), paper: plan.name };
  say(trouble || (pages.length ? spoken("some", some) : spoken("nothing")));
  scale();
}

function refuse(cards) {
  part("refused").hidden = !cards.length;
  const entries = cards.map(({ deck, id }) => Object.assign(document.createElement("li"), { textContent: `${deck.title}: ${id}` }));
  part("refused").querySelector("ul").replaceChildren(...entries);
}

function say(text) {
  if (part("state").textContent !== text) part("state").textContent = text;
}

/** The picture of a sheet is as wide as there is room. */
function scale() {
  const { width } = given.plans[picked("paper")];
  part("sheets").style.setProperty("--zoom", String(Math.min(1, part("sheets").clientWidth / (width * PX))));
}

/** A deck's cards come when its list is opened. */
async function open(list) {
  if (!list.dataset.deck || list.querySelector(".tick")) return;
  try {
    const { byId } = await deckOf(list.dataset.deck);
    if (!list.querySelector(".tick")) filled(list, [...byId.values()], chosen);
  } catch {
    list.querySelector(".none").textContent = spoken("failed");
  }
}

function choose(addresses, on) {
  for (const address of addresses) {
    mark(address, on);
    if (on) chosen.add(address);
    else chosen.delete(address);
  }
  lists().forEach(told);
  show();
}

/** All of a list, or none if all are ticked. */
function chooseAll(list) {
  const boxes = [...list.querySelectorAll(".tick input")];
  const on = !boxes.every(({ checked }) => checked);
  choose(boxes.map(({ value }) => value), on);
}

async function favourites() {
  const list = part("favourites");
  const cards = await cardsOf(kept.list("favourites")).catch(() => null);
  if (cards?.length) {
    filled(list, cards, chosen);
    choose(cards.map(({ address }) => address), true);
  } else {
    list.querySelector(".none").textContent = spoken(cards ? "no_favourites" : "blocked");
    show();
  }
}

part("choosing").addEventListener("change", ({ target }) => (target.type === "checkbox" ? choose([target.value], target.checked) : show()));
part("choosing").addEventListener("click", ({ target }) => target.matches(".all") && chooseAll(target.closest("details")));
part("print").addEventListener("click", ({ target }) => target.getAttribute("aria-disabled") === "true" || print());
for (const list of lists()) list.addEventListener("toggle", () => list.open && open(list));
addEventListener("resize", scale);
document.querySelector(`input[value="${usualPaper(navigator.language)}"]`)?.click();
part("without").hidden = true;
part("choosing").hidden = false;
favourites();
