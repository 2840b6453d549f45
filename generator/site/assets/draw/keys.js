/* Keys for those who have them. Loaded at the first key that is pressed. */
import { known, wishes } from "./wishes.js";

/* What each key is for: the first of these that is offered. */
const KEYS = new Map(Object.entries({
  d: ["draw", "next"], a: ["answered"], s: ["stay"], n: ["next"], p: ["pass"], h: ["hand"], b: ["back"],
  ".": ["pause", "unpause"], m: ["menu"], "?": ["keys"],
}));

/**
 * @param {{key: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, repeat?: boolean, isComposing?: boolean}} event
 * @returns {string[]} what the key is for, the first choice first; nothing for a key held down or part of another command
 */
export const meant = ({ key, ctrlKey, altKey, metaKey, repeat, isComposing }) =>
  (ctrlKey || altKey || metaKey || repeat || isComposing ? [] : KEYS.get(key.toLowerCase()) ?? []);

/** @param {object} tools @param {KeyboardEvent} first the key that was pressed while this was on its way */
export async function keys(tools, first) {
  await known();
  document.addEventListener("keydown", (event) => press(event, tools));
  press(first, tools);
}

function press(event, { open }) {
  const names = meant(event);
  if (!wishes.keys || !names.length || isBusy(event.target)) return;
  if (names[0] === "keys") open("keys");
  else names.flatMap(buttons).find(isOffered)?.click();
}

/** Whether keys belong to something else: text that is being typed, a sheet that is open. */
const isBusy = (target) =>
  document.querySelector("dialog[open]") || target.closest?.("input, select, textarea, [contenteditable]");

const buttons = (name) => [...document.querySelectorAll(`[data-do="${name}"], [data-open="${name}"]`)];

const isOffered = (button) =>
  button.getClientRects().length > 0 && !button.closest("[inert]") && button.getAttribute("aria-disabled") !== "true";
