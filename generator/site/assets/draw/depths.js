/* The sheet of depths. With children here, what is deeper than Share cannot be chosen. */
import { depthOf } from "./fitting.js";

/** @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, { at, run }, close) {
  const { now } = at();
  for (const button of section.querySelectorAll("button[value]")) {
    button.setAttribute("aria-current", Number(button.value) === depthOf(now));
    button.setAttribute("aria-disabled", Boolean(now.limits.children) && button.value > 2);
  }
  section.addEventListener("click", ({ target }) => {
    const button = target.closest("button[value]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    close();
    run("deepen", Number(button.value));
  });
}
