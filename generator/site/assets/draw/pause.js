/* When a pause is to end: said back once, kept nowhere. */
import { filled } from "./face.js";

/**
 * @param {HTMLElement} card the card that says "Paused"
 * @param {(text: string) => void} say
 * @param {EventTarget | null} tapped what was tapped while this script was on its way
 */
export function answering(card, say, tapped) {
  const choices = [...card.querySelectorAll("[aria-pressed]")];
  const line = card.querySelector(".answer");

  function chosen(target) {
    if (!choices.includes(target)) return;
    choices.forEach((choice) => choice.setAttribute("aria-pressed", String(choice === target)));
    const said = filled(line.dataset.said, { when: target.textContent });
    line.textContent = said;
    line.scrollIntoView({ block: "nearest" });
    say(said);
  }

  card.addEventListener("click", ({ target }) => chosen(target));
  chosen(tapped);
}
