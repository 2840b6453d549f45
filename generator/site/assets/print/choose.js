/* The print page: a deck, a paper and an edition make one link. Without this, all files stand in a list. */
import { usualPaper } from "../chosen/paper.js";

const box = document.getElementById("choose-print");
const all = document.getElementById("all-prints");
const link = box.querySelector("a.way");
const files = [...all.querySelectorAll("a[data-deck]")];

const choice = (name) => box.querySelector(`input[name="${name}"]:checked`)?.value;

/** Tick a radio button, if it is there. */
function tick(name, value) {
  const found = [...box.querySelectorAll(`input[name="${name}"]`)].find((input) => input.value === value);
  if (found) found.checked = true;
}

/** The file of what is chosen; where a deck has none of an edition, the first of its paper. */
function chosen() {
  const wanted = files.filter(({ dataset }) => dataset.deck === choice("deck") && dataset.paper === choice("paper"));
  return wanted.find(({ dataset }) => dataset.edition === choice("edition")) ?? wanted[0];
}

function show() {
  const file = chosen();
  link.hidden = !file;
  if (!file) return;
  const facts = Object.assign(document.createElement("small"), { textContent: file.dataset.facts });
  link.href = file.href;
  link.replaceChildren(file.dataset.name, facts);
  for (const figure of document.querySelectorAll("[data-of-paper]")) figure.hidden = figure.dataset.ofPaper !== file.dataset.paper;
}

/** A link to this page may name a deck. */
function arrived() {
  const id = /^#print-(.+)$/.exec(location.hash)?.[1];
  if (id) tick("deck", id);
  show();
  if (id) box.scrollIntoView();
}

if (files.length) {
  if (usualPaper(navigator.language) === "letter") tick("paper", "US Letter");
  all.open = false;
  /* A browser would open the list for somebody who comes for one deck: here that deck is ticked instead. */
  for (const list of all.querySelectorAll("[id]")) list.removeAttribute("id");
  box.hidden = false;
  box.addEventListener("change", show);
  addEventListener("hashchange", arrived);
  arrived();
}
