/* How this phone is used: for this visit, and kept only where its people keep things on this phone. */
import { styled } from "./style.js";

/**
 * As they stand now: `hand` the buttons are for ("left", "right", "" for either), whether `keys` are used, and
 * whether the page opens `large`, lying on the table.
 */
export const wishes = { hand: "", keys: true, large: false };

let reading = null;

/** Read what was kept, once. Never rejects. */
export const known = () => (reading ??= read().catch(() => {}));

async function read() {
  const kept = await keeper();
  for (const name of kept ? Object.keys(wishes) : []) wishes[name] = kept.setting(name);
}

/** What keeps things on this phone; null while nothing is kept. */
async function keeper() {
  const key = `kindling ${new URL("..", location.href).pathname} kept`;
  if (!localStorage.getItem(key)) return null;
  const { keeping } = await import("./keeping.js");
  return keeping(() => localStorage, key);
}

/** @param {"hand" | "keys" | "large"} name @param {string | boolean} value */
export async function wish(name, value) {
  await known();
  wishes[name] = value;
  if (name === "hand") lean(value);
  await keeper().then((kept) => kept?.set(name, value)).catch(() => {});
}

/** Bring the buttons towards a thumb. @param {"left" | "right" | ""} hand */
function lean(hand) {
  document.documentElement.dataset.hand = hand;
  if (hand) styled().catch(() => {});
}

/** Begin the way this phone was used before. */
export async function suit() {
  await known();
  if (wishes.hand) lean(wishes.hand);
  if (wishes.large) (await import("./lying.js")).lay();
}
