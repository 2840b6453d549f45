/* Printed decks: large files that a phone keeps only when somebody asks it to, one by one. */
import { part, spoken } from "./page.js";
import { asked } from "./pages.js";
import { printOf } from "./prints.js";

/**
 * Which printed decks there are, each with a button that keeps it. Nothing is offered without a worker to keep them.
 * @param {ServiceWorker | null | undefined} worker @param {Map<string, string>} titles of the decks
 */
export async function showPrinted(worker, titles) {
  const files = worker ? await asked(worker, "what can be asked") : [];
  const list = part("printed");
  const entries = (files ?? []).flatMap(({ path, kept }) => entry(path, kept, titles));
  list.closest("details").hidden = !entries.length;
  if (entries.length !== list.children.length) list.replaceChildren(...entries);
  for (const [i, item] of entries.entries()) mark(list.children[i].lastElementChild, item.dataset.kept === "true");
}

/** Keep one. @returns {Promise<string>} what was done, as a sentence */
export async function keepPrinted(worker, button) {
  const { kept } = (await asked(worker, { keep: button.dataset.keep })) ?? {};
  if (kept) mark(button, true);
  return spoken(kept ? "printed_kept" : "printed_failed", { deck: button.dataset.deck });
}

function mark(button, kept) {
  button.textContent = spoken(kept ? "printed_there" : "printed_keep");
  button.setAttribute("aria-disabled", String(kept));
}

function entry(path, kept, titles) {
  const { id, paper, lowInk } = printOf(path) ?? {};
  if (!titles.has(id)) return [];
  const whole = `${titles.get(id)}, ${paper}`;
  const deck = lowInk ? spoken("printed_low_ink", { deck: whole }) : whole;
  const item = document.createElement("li");
  const name = Object.assign(document.createElement("span"), { textContent: deck });
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.setAttribute("aria-label", spoken("printed_label", { deck }));
  Object.assign(button.dataset, { keep: path, deck });
  item.dataset.kept = kept;
  item.append(name, button);
  return [item];
}
