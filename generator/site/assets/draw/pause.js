/* When a pause is to end: said back once, kept nowhere. */
import { filled } from "./face.js";

/**
 * @param {HTMLElement} card the card that says "Paused"
 * @param {string} answer a sentence with a place for `{when}`
 * @param {(text: string) => void} say
 * @param {EventTarget | null} tapped what was tapped while this script was on its way
 */
export function answering(card, answer, say, tapped) {
  const choices = [...card.querySelectorAll("[aria-pressed]")];

  function chosen(target) {
    if (!choices.includes(target)) return;
    choices.forEach((choice) => choice.setAttribute("aria-pressed", String(choice === target)));
    const said = filled(answer, { when: target.textContent });
    const line = card.querySelector(".answer");
    line.textContent = said;
    line.scrollIntoView({ block: "nearest" });
    say(said);
  }

  card.addEventListener("click", ({ target }) => chosen(target));
  chosen(tapped);
}
