/* Places to turn to: single lines are shown, and what is too old is not. */
import { leftOut, tooOld } from "./age.js";

const list = document.getElementById("resources");
const note = document.getElementById("resources-left-out");
const entries = [...list.querySelectorAll("[data-checked]")];

for (const entry of entries) entry.hidden = tooOld(entry.dataset.checked, Date.now());
note.textContent = leftOut(entries.filter((entry) => entry.hidden).length, note.dataset);
note.hidden = !note.textContent;
