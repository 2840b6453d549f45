/* The menu: what goes with this card, with tonight, and with this page. */
import { speaking } from "./aloud.js";
import { TENDER } from "./fitting.js";
import { way } from "./install.js";
import { offered } from "./mine.js";
import { note } from "./page.js";

/** Of a covered card only what does not give it away. @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools, close) {
  const { at, words } = tools;
  const { card, side } = at();
  const covered = card?.depth === TENDER && !side.turned && !side.faced;
  const entries = section.querySelector("#with-card");
  entries.hidden = !card;
  for (const entry of entries.children) entry.hidden = covered && !("covered" in entry.dataset);
  offered(section, tools, close);
  speaking(section.querySelector("#aloud"));
  section.querySelector("[data-open=install]").parentElement.hidden = !way();
  section.querySelector("[data-lay]").addEventListener("click", () => {
    close();
    import("./lying.js").then(({ lay }) => lay()).catch(() => note(words.not_here));
  });
}
