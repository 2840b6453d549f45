/* Keys and help: how the page works, which keys there are, and for which thumb the buttons are. */
import { known, wish, wishes } from "./wishes.js";

/** @param {HTMLElement} section */
export function opened(section) {
  const choices = [...section.querySelectorAll("input")];
  const show = () => choices.forEach((choice) => { choice.checked = isWished(choice); });
  section.addEventListener("change", ({ target }) => wish(target.name, target.type === "radio" ? target.value : target.checked));
  show();
  known().then(show);
}

const isWished = ({ name, type, value }) => (type === "radio" ? wishes[name] === value : wishes[name]);
