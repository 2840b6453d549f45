/* What people asked to keep: shown, removed one by one, set back, saved as a file. */
import { part, spoken, usable } from "./page.js";
import { showList } from "./list.js";

const LISTS = ["favourites", "hidden"];
const SETTINGS = ["hand", "keys", "large"];
const SOON = 10_000;

/** What a card is called here: its deck's title and its own name. @param {string} address `<deck>/<card>` */
function called(address, titles) {
  const [deck, card] = address.split("/");
  return spoken("card", { deck: titles.get(deck) ?? deck, card });
}

/** What differs from how it is for everybody, in words. */
const told = (kept) => SETTINGS.map((name) => `${name}_${kept.setting(name)}`).filter((key) => spoken(key)).map((key) => spoken(key));

/**
 * @param {ReturnType<import("../draw/keeping.js").keeping>} kept
 * @param {Map<string, string>} titles of decks, by their ids
 */
export function showAsked(kept, titles) {
  for (const list of LISTS) {
    const entries = kept.list(list).map((address) => ({
      name: address,
      text: called(address, titles),
      href: `../../cards/${address}/`,
      remove: spoken("remove"),
      label: spoken("remove_card", { card: called(address, titles) }),
    }));
    showList(part(list), entries);
    part(`${list}-none`).textContent = entries.length ? "" : spoken(`${list}_none`);
  }
  const settings = told(kept);
  part("settings").replaceChildren(...settings.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  part("settings-none").textContent = settings.length ? "" : spoken("settings_none");
  usable("settings", settings.length > 0);
  const some = settings.length > 0 || LISTS.some((list) => kept.list(list).length);
  part("copy").textContent = spoken(some ? "copy" : "copy_none");
  part("copy").setAttribute("aria-disabled", String(!some));
  part("asked-on").setAttribute("aria-disabled", String(kept.on()));
  part("asked-parts").hidden = !kept.on() && !part("asked-parts").contains(document.activeElement);
  return kept.on();
}

/** Take a card off its list. @returns {string} what was done */
export function removed(kept, button, titles) {
  const done = kept.take(button.closest("ul").id, button.value);
  return done ? spoken("removed", { card: called(button.value, titles) }) : spoken("failed");
}

/** @returns {boolean} whether every setting is how it is for everybody */
export const setBack = (kept) => [["hand", ""], ["keys", true], ["large", false]].every(([name, value]) => kept.set(name, value));

/** Hand over a file. @param {string} text @param {string} name */
export function saved(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SOON);
}
