/* Wires the page: what people tap, choose and follow, to what happens at the table. */
import { choice, part } from "./page.js";
import { session } from "./session.js";
import { shuffled } from "./shuffle.js";
import { table } from "./table.js";

const SOON = 2000;
const AT_ONCE = ["pause", "unpause", "stop"];

const data = (id) => JSON.parse(part(id).textContent);
const uint32 = () => crypto.getRandomValues(new Uint32Array(1))[0];
const shuffle = (ids) => shuffled(ids, uint32);
const deckOf = async (id) => (await import("./shelf.js")).fetched(id, fetch.bind(window));

const kept = session(() => sessionStorage, `kindling ${new URL("..", location.href).pathname}`, Date.now);
const here = table(data("first"), data("words"), deckOf, shuffle, kept);

const openDecks = choice(part("decks"), (id) => {
  if (id !== here.deck()) bring(here.choose(id));
});
const openDepths = choice(part("depths"), (cap) => here.deepen(Number(cap)));
const doing = { ...here, decks: () => openDecks(here.deck()), depths: () => openDepths(String(here.cap())) };

let busy = false;
let waiting = null;
let settled = false;

/** While a deck is on its way, the first tap waits for it. */
async function bring(work) {
  busy = true;
  await work;
  busy = false;
  waiting?.();
  waiting = null;
  settle();
}

/** Do what a button says. Pause and Stop never wait. An evening that is too old is over. */
function act(name) {
  if (kept.over()) here.forget();
  else if (busy && !AT_ONCE.includes(name)) waiting ??= doing[name];
  else doing[name]();
  settle();
}

/** Once a card lies there, and it has become quiet, keep the page for times without a connection. */
function settle() {
  if (settled || !document.querySelector("[data-card]")) return;
  settled = true;
  if (document.documentElement.dataset.offline === "off") return;
  setTimeout(() => import("./offline.js").then(({ keep }) => keep()).catch(() => {}), SOON);
}

/** Follow a link to a deck or a card, and take it out of the address. Unknown ones are ignored. */
async function follow() {
  const shelf = location.hash && (await import("./shelf.js").catch(() => null));
  const link = shelf && shelf.wanted(location.hash);
  if (!link || !part("decks").querySelector(`[value="${CSS.escape(link.deck)}"]`)) return false;
  history.replaceState(null, "", location.pathname + location.search);
  return here.choose(link.deck, link.card);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  if (button && button.getAttribute("aria-disabled") !== "true") act(button.dataset.do);
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && kept.over()) here.forget();
});
addEventListener("hashchange", () => bring(follow()));
bring(follow().then((followed) => followed || here.resume()));
