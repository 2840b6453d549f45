/* What an earlier visit or a link asks for, before the first card. Loaded when there may be something. */
import { choose, resume } from "./moves.js";
import { wanted } from "./shelf.js";

/** @param {object} here */
export async function arrive(here) {
  await remember(here).catch(() => {});
  return (await follow(here)) || resume(here);
}

/** Follow a link to a deck or a card, and take it out of the address. Unknown ones are ignored. @param {object} here */
export async function follow(here) {
  const link = wanted(location.hash);
  if (!link) return false;
  history.replaceState(null, "", location.pathname + location.search);
  return choose(here, [link.deck], link.card && `${link.deck}/${link.card}`);
}

/** What people of this phone never want to see again, if they had it kept. */
async function remember({ scope, hiding, set, at }) {
  const key = `kindling ${scope} kept`;
  if (!localStorage.getItem(key)) return;
  const { keeping } = await import("./keeping.js");
  hiding(keeping(() => localStorage, key).list("hidden"));
  set({ ...at().now, limits: { ...at().now.limits } });
  import("./wishes.js").then(({ suit }) => suit()).catch(() => {});
}
