/* Shows everything this site keeps in this browser, and erases it. */
import { keeping } from "../draw/keeping.js";
import { removed, saved, setBack, showAsked } from "./asked.js";
import { part, show, spoken, state } from "./page.js";
import { erasePages, pages, working } from "./pages.js";
import { keepPrinted, showPrinted } from "./printed.js";
import { colours, evening, names, places } from "./stored.js";

const scope = new URL("../..", location.href);
const place = places(scope.pathname);
const titles = new Map(Object.entries(JSON.parse(part("titles").textContent)));
const kept = keeping(() => localStorage, place.asked);
const storages = [() => sessionStorage, () => localStorage];
/* Some browsers have no caches for pages that came over http, and refuse even to be asked. */
const offline = allowed(() => caches && navigator.serviceWorker && [caches, navigator.serviceWorker, scope.href]);

/** Do something the browser may not allow; then null. */
function allowed(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

const clock = (time) => new Date(time).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
const number = (value, digits = 0) => value.toLocaleString([], { maximumFractionDigits: digits });

function showEvening() {
  const found = allowed(() => evening(sessionStorage, place.evening, Date.now()));
  const values = found && { began: clock(found.began), ends: clock(found.ends) };
  const text = !found ? "evening_none" : Number.isNaN(found.began) ? "evening_vague" : "evening_some";
  state("evening", spoken(text, values ?? {}), Boolean(found));
}

function showKept() {
  const there = allowed(() => localStorage.getItem(place.asked)) !== null;
  const on = showAsked(kept, titles);
  state("asked", spoken(on ? "asked_some" : there ? "asked_vague" : "asked_none"), there);
}

function showColours() {
  const found = colours(allowed(() => localStorage.getItem(place.colours)));
  state("colours", spoken(`colours_${found}`), found !== "none");
}

/** What lies under this site's names, and has no part of its own on this page. */
const others = () =>
  storages.flatMap((storage) => {
    const known = storage === storages[0] ? [place.evening] : [place.asked, place.colours];
    return (allowed(() => names(storage(), scope.pathname)) ?? []).filter((name) => !known.includes(name)).map((name) => ({ storage, name }));
  });

function showOthers() {
  const found = others();
  part("names").replaceChildren(...found.map(({ name }) => Object.assign(document.createElement("li"), { textContent: name })));
  state("other", found.length ? "" : spoken("other_none"), found.length > 0);
  /* Once seen it stays, for the focus may be in it. */
  part("other").hidden &&= found.length === 0;
}

const worker = async () => (offline ? working(offline[1], offline[2]).catch(() => null) : null);

let latest = 0;
async function showPages() {
  const mine = ++latest;
  const found = offline && (await pages(...offline).catch(() => null));
  if (mine !== latest) return;
  const some = { count: number(found?.files ?? 0), size: number((found?.bytes ?? 0) / 1e6, 1) };
  const text = found?.files ? spoken("pages_some", some) : spoken("pages_none");
  showPrinted(await worker(), titles).catch(() => {});
  state("pages", found?.worker ? `${text} ${spoken("pages_worker")}` : text, Boolean(found?.files || found?.worker));
}

const remove = (storage, name) => allowed(() => storage().removeItem(name) ?? true) ?? false;

/** Each returns whether it is gone. */
const erasing = {
  evening: () => remove(storages[0], place.evening),
  asked: kept.erase,
  settings: () => setBack(kept),
  colours: () => remove(storages[1], place.colours),
  pages: async () => !offline || erasePages(...offline).catch(() => false),
  other: () => others().every(({ storage, name }) => remove(storage, name)),
  async all() {
    const done = [erasing.evening(), kept.erase(), erasing.colours(), erasing.other(), await erasing.pages()];
    return done.every(Boolean);
  },
};

function look() {
  const blocked = storages.some((storage) => !allowed(() => storage().length + 1));
  show("blocked", blocked ? spoken("blocked") : "");
  for (const look of [showEvening, showKept, showColours, showOthers, showPages]) look();
}

async function erase(name) {
  const done = await erasing[name]();
  look();
  tell(spoken(done ? `${name}_erased` : "failed"));
}

/** The sentence at the foot must not lie over what was tapped. */
function tell(text) {
  show("said", text);
  document.activeElement.scrollIntoView({ block: "nearest" });
}

async function tapped(button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  show("said", "");
  if (button.dataset.erase) await erase(button.dataset.erase);
  else if (button.dataset.keep) tell(await keepPrinted(await worker(), button).finally(showPages));
  else tell(asked(button));
  showKept();
}

/** What people asked to keep: one card goes, keeping begins, a copy is saved. @returns {string} what was done */
function asked(button) {
  if (button.value) return removed(kept, button, titles);
  if (button.id === "asked-on") return spoken(kept.switchOn() ? "asked_switched" : "refused");
  saved(kept.exported(), "kindling-kept.json");
  return spoken("copied");
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button) tapped(button);
});
addEventListener("storage", look);
addEventListener("pageshow", ({ persisted }) => persisted && look());
document.addEventListener("visibilitychange", () => document.hidden || look());
part("other").hidden = true;
look();
part("kept").hidden = false;
