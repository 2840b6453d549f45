/* The sheet where a paper card's word is typed. The card comes to the table with its reply, for it was read already. */
import { found } from "./finding.js";
import { part } from "./page.js";

let ids = null;

/** @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools, close) {
  const [form, said, list] = ["form", "[role=status]", "ul"].map((name) => section.querySelector(name));
  const matches = [];

  function offer({ exact, cards }) {
    matches.splice(0, matches.length, ...cards);
    const alone = exact && cards.length === 1;
    if (alone && !cards[0].retired) return void show(cards[0]);
    said.textContent = alone ? said.dataset.retired : said.dataset[exact ? "several" : cards.length ? "near" : "nothing"];
    list.replaceChildren(...cards.map((card) => entry(card, alone ? said.dataset.page : card.id, said.dataset.retired)));
  }

  async function show({ deck, id }) {
    close();
    await lookedUp(tools, deck.id, `${deck.id}/${id}`);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = form.elements.word.value.trim();
    const decks = await known().catch(() => null);
    list.replaceChildren();
    if (!typed) said.textContent = said.dataset.empty;
    else if (decks) offer(found(typed, decks));
    else said.textContent = tools.words.not_here;
  });
  list.addEventListener("click", ({ target }) => {
    const at = target.closest("button")?.value;
    if (at) show(matches.find(({ deck, id }) => `${deck.id}/${id}` === at));
  });
  known().catch(() => {});
}

/** All ids, fetched once; again, when they could not be had. */
function known() {
  ids ??= fetch("ids.json").then((answer) => answer.json());
  ids.catch(() => { ids = null; });
  return ids;
}

/** A card to choose; one that was taken out leads to its page, which says so. */
function entry({ deck, id, retired }, name, taken) {
  const item = document.createElement("li");
  const way = document.createElement(retired ? "a" : "button");
  if (retired) way.href = `../cards/${deck.id}/${id}/`;
  else Object.assign(way, { type: "button", value: `${deck.id}/${id}` });
  const from = document.createElement("span");
  from.textContent = retired ? `${deck.title}. ${taken}.` : deck.title;
  way.append(name, from);
  item.append(way);
  return item;
}

/** An answered card shows its reply, the others what is folded on them. A Tender card lies covered, as always. */
async function lookedUp({ run, at }, deck, address) {
  await run("choose", [deck], address);
  if (at().card?.address !== address) return;
  if (part("hand").dataset.now === "answer") await run("stay");
  else unfold();
}

function unfold() {
  const notes = [...part("pile").querySelectorAll("details")];
  for (const note of notes) note.open = true;
  part("said").append(...notes.flatMap((note) => [...note.children].map(({ textContent }) => ` ${textContent}`)));
}
