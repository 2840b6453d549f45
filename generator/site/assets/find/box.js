/* The search as people meet it: a field, a line that says how much was found, and the results as links. */
import { entries, excerpt, found, index } from "./knowing.js";
import MiniSearch from "./minisearch.js";

const MOST = 30;
let knowledge = null;

/** @param {HTMLElement} box holds the field, the line and the list; it may be made ready twice */
export function ready(box) {
  const [field, said, list] = ["input", "[role=status]", "ul"].map((name) => box.querySelector(name));
  const words = JSON.parse(list.dataset.words);
  const root = new URL(list.dataset.root, location);

  async function look() {
    const typed = field.value.trim();
    if (!knowledge) said.textContent = words.loading;
    const known = await knowing(root).catch(() => null);
    if (typed !== field.value.trim()) return;
    list.replaceChildren();
    if (!known) said.replaceChildren(words.failed, " ", wayToAll(root, box));
    else if (!typed) said.textContent = "";
    else offer(known, typed);
  }

  function offer({ known, all }, typed) {
    const { exact, results } = found(known, all, typed);
    if (!results.length) return void said.replaceChildren(words.nothing, " ", wayToAll(root, box));
    const count = results.length > MOST ? words.most : results.length === 1 ? words.one : words.count;
    const counted = count.replace("{count}", results.length).replace("{shown}", MOST);
    said.textContent = exact ? counted : `${words.near} ${counted}`;
    list.replaceChildren(...results.slice(0, MOST).map((result) => item(result, root, words)));
  }

  if (!box.dataset.ready) {
    box.dataset.ready = "";
    field.addEventListener("input", look);
    box.addEventListener("keydown", (event) => walk(event, field, list));
  }
  look();
}

/** What there is to know, fetched once; again, when it could not be had. */
function knowing(root) {
  knowledge ??= Promise.all(["cards", "pages"].map((name) => fetched(new URL(`find/${name}.json`, root)))).then(([cards, pages]) => {
    const all = entries(cards, pages);
    return { all, known: index(MiniSearch, all) };
  });
  knowledge.catch(() => { knowledge = null; });
  return knowledge;
}

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/** The page that lists all cards; where the list is on this page, the list. */
function wayToAll(root, box) {
  const way = document.createElement("a");
  const here = document.getElementById("all");
  way.href = here ? "#all" : new URL("find/", root).href;
  way.textContent = (here ?? box).querySelector(here ? "h2" : "a[href$='find/']").textContent;
  return way;
}

function item({ entry, terms }, root, words) {
  const [line, way, from] = ["li", "a", "small"].map((name) => document.createElement(name));
  way.href = new URL(entry.at, root).href;
  way.append(entry.shown);
  from.textContent = said(entry, words).join(" \u00b7 ");
  if (entry.deck) Object.assign(line, { lang: entry.deck.lang, dir: entry.deck.dir || "ltr" });
  line.append(way, from);
  const around = entry.deck ? [] : excerpt(entry.text, terms);
  if (around.length) line.append(passage(around));
  return line;
}

/** What a result is, and where it stands. */
function said({ deck, page, what, shown, at }, { card, essay, page: other }) {
  if (deck) return [card, page, what];
  return [/^essays\/./.test(at) ? essay : other, ...(page === shown ? [] : [page])];
}

function passage(around) {
  const text = document.createElement("p");
  for (const [word, hit] of around) {
    const piece = hit ? document.createElement("mark") : document.createTextNode(word);
    if (hit) piece.textContent = word;
    text.append(piece, " ");
  }
  return text;
}

/** Enter follows the first result; up and down go through them. */
function walk(event, field, list) {
  const ways = [field, ...list.querySelectorAll("a")];
  const at = ways.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter" && at === 0) ways[1]?.click();
  if (!step || at < 0) return;
  event.preventDefault();
  ways[Math.max(0, Math.min(ways.length - 1, at + step))].focus();
}
