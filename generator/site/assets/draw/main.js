/* Wires the page: what people tap, choose and follow, to what happens at the table. */
import { note, part } from "./page.js";
import { session } from "./session.js";
import { table } from "./table.js";

const SOON = 2000;
const AT_ONCE = ["pause", "slow", "stop", "unpause"];
const SCOPE = new URL("..", location.href).pathname;

const data = (id) => JSON.parse(part(id).textContent);
const uint32 = () => crypto.getRandomValues(new Uint32Array(1))[0];
const afterwards = (work) => requestAnimationFrame(() => setTimeout(work));

const kept = session(() => sessionStorage, `kindling ${SCOPE}`, Date.now, afterwards);
const here = table(data("first"), data("words"), uint32, kept);

let busy = 0;
let waiting = null;
let arrived = Promise.resolve();
let settled = false;

/** While a deck is on its way, the first tap waits for it. */
async function bring(work) {
  busy += 1;
  await work;
  busy -= 1;
  if (busy) return;
  if (waiting) run(waiting);
  waiting = null;
  settle();
}

/** Everything that is not needed for a card comes when it is first asked for. */
const later = (module, use) => module.then(use).catch(() => note(here.words.not_here));
const run = (name, ...wanted) =>
  (here[name] ? here[name](...wanted) : bring(later(import("./moves.js"), (moves) => moves[name](here, ...wanted))));
const open = (name) => later(import("./sheet.js"), ({ sheet }) => sheet(name, tools));
const tools = { ...here, act, run, open, scope: SCOPE, worker: navigator.serviceWorker?.controller };

/** Do what a button says. Pause, Slow and Stop never wait. An evening that is too old is over. */
function act(name) {
  if (kept.over()) here.forget();
  else if (busy && !AT_ONCE.includes(name)) waiting ??= name;
  else run(name);
  settle();
}

/** Once a card lies there, and it has become quiet, the rest of the page follows. */
function settle() {
  if (settled || !document.querySelector("[data-card]")) return;
  settled = true;
  setTimeout(() => import("./settling.js").then(({ settle }) => settle(tools)).catch(() => {}), SOON);
}

/** What a link or an earlier visit asks for comes before the first card. Without a connection the page just opens. */
const arrive = (name) => bring(arrived = arrived.then(() => import("./arriving.js"))
  .then((arriving) => arriving[name](tools)).catch(() => here.tell()));

function isAwaited() {
  try {
    return location.hash || sessionStorage.length || localStorage.length;
  } catch {
    return false;
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do], [data-open]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  if (button.dataset.open) open(button.dataset.open);
  else act(button.dataset.do);
});
document.addEventListener("keydown", (event) => {
  import("./keys.js").then(({ keys }) => keys(tools, event)).catch(() => {});
}, { once: true });
document.addEventListener("visibilitychange", () => {
  if (document.hidden) kept.flush();
  else if (kept.over()) here.forget();
});
addEventListener("pagehide", kept.flush);
addEventListener("hashchange", () => arrive("follow"));
if (isAwaited()) arrive("arrive");
else here.tell();
