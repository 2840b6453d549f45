/*
 * Table mode: the phone lies between people. The words grow, the screen stays on, the card can face the other side,
 * and all but the card and the buttons steps back. It stands in classes on the page: cards come and go as ever.
 */
import { awake } from "./awake.js";
import { light } from "./light.js";
import { lying, note, part, say } from "./page.js";
import { prepare } from "./sheet.js";
import { size } from "./sizing.js";
import { wish } from "./wishes.js";

const root = document.documentElement;
const screen = awake(navigator.wakeLock, () => !document.hidden, () => note(row.dataset.refused));
const watch = new MutationObserver(settle);

let row = null;
let leaving = null;
let scheme = "";

/** Lay the phone down. */
export async function lay() {
  await prepare();
  if (row) return;
  row = part("lain").content.firstElementChild.cloneNode(true);
  row.querySelector("[data-turn]").onclick = turn;
  row.querySelector("[data-pick]").onclick = pickUp;
  document.body.classList.remove("handed");
  root.classList.add("lain");
  light(scheme);
  leaving = new AbortController();
  const { signal } = leaving;
  document.addEventListener("keydown", leave, { signal });
  document.addEventListener("visibilitychange", screen.again, { signal });
  addEventListener("resize", () => size(lying()), { signal });
  watch.observe(part("pile"), { childList: true });
  watch.observe(document.body, { attributeFilter: ["class"] });
  for (const name of ["hand", "rest"]) watch.observe(part(name), { attributeFilter: ["hidden"] });
  settle();
  document.fonts.ready.then(settle);
  part("pile").focus({ preventScroll: true });
  say(row.dataset.laid);
  wish("large", true);
}

/** Pick it up again: all is as it was, and the screen may go dark. */
function pickUp() {
  const { picked } = row.dataset;
  row.remove();
  row = null;
  watch.disconnect();
  leaving.abort();
  root.classList.remove("lain");
  document.body.classList.remove("handed");
  light("");
  screen.off();
  scrollTo(0, 0);
  const more = document.querySelector("[data-open=menu]");
  (more.closest("[inert]") ? lying() : more).focus({ preventScroll: true });
  say(picked);
  wish("large", false);
}

function leave({ key, defaultPrevented }) {
  if (key === "Escape" && !defaultPrevented && !part("sheet").open) pickUp();
}

/** Towards the other side of the table; "Hand over" does the same. */
function turn() {
  document.body.classList.toggle("handed");
  say(row.dataset.turned);
}

/** After anything changed: the buttons are at hand, the screen stays on unless people have stopped, the words fit. */
function settle() {
  if (!row) return;
  const place = [part("hand"), part("rest")].find(({ hidden }) => !hidden);
  join(place ?? document.querySelector("main"));
  if (place) screen.on();
  else screen.off();
  size(lying());
  /* Seen from the other side, a long card begins at the end of the page. */
  scrollTo(0, document.body.classList.contains("handed") ? root.scrollHeight : 0);
}

/** With the buttons that are there. What stands beside "Back to the card" says when it does. @param {HTMLElement} place */
function join(place) {
  if (row.parentElement !== place) place.append(row);
  if (place === part("rest")) row.dataset.when = "paused slow";
  else delete row.dataset.when;
  row.hidden = false;
}

/** Its sheet: night, day, or as the phone. @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools, close) {
  for (const button of section.querySelectorAll("[value]")) {
    button.setAttribute("aria-current", String(button.value === scheme));
    button.onclick = () => {
      light(scheme = button.value);
      close();
    };
  }
}
