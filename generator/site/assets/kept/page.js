/* The page: its parts, its words, its buttons. */

/** @param {string} id @returns {HTMLElement} */
export const part = (id) => document.getElementById(id);

const words = JSON.parse(part("words").textContent);

/** A sentence with its places filled in; empty for one that is not there. @param {string} key */
export const spoken = (key, values = {}) => (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Put a text where it belongs; what is there already is left alone. @param {string} id @param {string} text */
export function show(id, text) {
  if (part(id).textContent !== text) part(id).textContent = text;
}

/** A button that would do nothing now stays, so that focus is never lost. @param {string} name @param {boolean} would */
export const usable = (name, would) =>
  document.querySelector(`[data-erase="${name}"]`).setAttribute("aria-disabled", String(!would));

/** What there is of a thing, and whether there is something to erase. */
export function state(name, text, some) {
  const line = part(name).querySelector(".state");
  if (line.textContent !== text) line.textContent = text;
  usable(name, some);
}
