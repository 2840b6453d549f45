/* The page around the card: the pile, the head, the hand of buttons, the choices, and what is said aloud. */
import { picture } from "./face.js";

/** @param {string} id @returns {HTMLElement} */
export const part = (id) => document.getElementById(id);

/** What lies on the pile now. @returns {HTMLElement} */
export const lying = () => part("pile").lastElementChild;

/**
 * Lay a card on the pile. Focus stays where it is, unless it was on the card that goes.
 * @param {HTMLElement} card
 * @param {boolean} fresh just drawn: it comes to rest
 */
export function lay(card, fresh = false) {
  const held = lying().contains(document.activeElement);
  card.classList.toggle("new", fresh);
  lying().replaceWith(card);
  if (held) card.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Say something to whoever listens to the page. @param {string} text */
export const say = (text) => {
  part("said").textContent = text;
};

/** Say something that everybody should see. @param {string} text */
export function note(text) {
  part("notice").textContent = text;
  if (text) say(text);
}

/** The sentence at the top, and the back under the card. @param {object} deck @param {string} depth @param {string} left */
export function head(deck, depth, left) {
  document.body.dataset.hue = deck.hue;
  const under = part("pile").firstElementChild;
  if (under.getAttribute("src") !== picture(deck)) under.src = picture(deck);
  part("deck-name").textContent = deck.title;
  part("depth-name").textContent = depth;
  part("left").textContent = left;
}

/**
 * Say which buttons would do something now. The others stay, so that focus is never lost.
 * @param {Record<string, unknown>} usable
 */
export function hand(usable) {
  for (const button of part("hand").querySelectorAll("button"))
    button.setAttribute("aria-disabled", !usable[button.dataset.do]);
}

/**
 * While people pause, or have stopped, no card can be drawn and no deck chosen.
 * @param {"cards" | "paused" | "stopped"} state
 */
export function mood(state) {
  document.querySelector("header").inert = state !== "cards";
  part("hand").hidden = state !== "cards";
  part("rest").hidden = state !== "paused";
}

/**
 * A choice: a dialog with a form whose buttons are the choices. Escape, or a tap beside it, changes nothing.
 * @param {HTMLDialogElement} dialog
 * @param {(value: string) => void} chosen
 * @returns {(now: string) => void} opens it, with what holds now marked
 */
export function choice(dialog, chosen) {
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.returnValue && chosen(dialog.returnValue));
  return (now) => {
    dialog.returnValue = "";
    dialog.showModal();
    for (const button of dialog.querySelectorAll("button")) {
      button.setAttribute("aria-current", button.value === now);
      if (button.value === now) button.focus();
    }
  };
}
