/* A list whose entries can be removed one by one, without losing the focus. */

/**
 * @param {HTMLUListElement} list its heading, which takes the focus when nothing is left, names it
 * @param {{name: string, text: string, href: string, remove: string, label: string}[]} entries
 */
export function showList(list, entries) {
  const before = [...list.children];
  if (before.map((item) => item.dataset.name).join() === entries.map(({ name }) => name).join()) return;
  const held = before.findIndex((item) => item.contains(document.activeElement));
  const tag = document.activeElement.tagName;
  list.replaceChildren(...entries.map(entry));
  if (held < 0) return;
  const after = [...list.children];
  const next = after.find((item) => item.dataset.name === before[held].dataset.name) ?? after[held] ?? after.at(-1);
  (next?.querySelector(tag) ?? document.getElementById(list.getAttribute("aria-labelledby"))).focus();
}

function entry({ name, text, href, remove, label }) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href, textContent: text });
  const button = Object.assign(document.createElement("button"), { type: "button", value: name, textContent: remove });
  button.setAttribute("aria-label", label);
  item.dataset.name = name;
  item.append(link, button);
  return item;
}
