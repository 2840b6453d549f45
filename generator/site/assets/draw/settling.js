/* A while after the first card, when it has become quiet: what the page can do without, but is better with. */
import { picture } from "./face.js";
import { part } from "./page.js";

/** @param {object} here */
export function settle(here) {
  const { at, scope, forget, worker } = here;
  const { card, decks } = at();
  addEventListener("pageshow", ({ persisted }) => persisted && isErased(scope) && forget());
  dress(card?.deck ?? decks[0]);
  const icon = document.querySelector("[data-later]");
  icon.href = icon.dataset.later;
  import("./install.js").then(({ listen }) => listen()).catch(() => {});
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => Promise.all([import("./moves.js"), import("./sheet.js").then(({ prepare }) => prepare())])
    .then(() => import("./ready.js")).then(({ readying }) => readying(here)).catch(() => {}));
  if (document.documentElement.dataset.offline === "off") return;
  import("./offline.js").then(({ keep }) => keep(worker)).catch(() => {});
}

/** Whether the evening was erased while the browser had put this page aside. Blocked storage never had it. */
function isErased(scope) {
  try {
    return sessionStorage.getItem(`kindling ${scope}`) === null;
  } catch {
    return false;
  }
}

/** The back under the card gets its sticks: they are not needed to read it. */
function dress(deck) {
  const image = Object.assign(new Image(), { className: "under", alt: "", src: picture(deck) });
  image.decode().then(() => part("pile").firstElementChild.replaceWith(image)).catch(() => {});
}
