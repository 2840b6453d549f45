/*
 * Sheets: the calm step away from the card. One dialog; what stands in it comes from `more.html`, fetched once,
 * and a sheet that does more than lead on has a script of its own.
 */
import { part } from "./page.js";
import { styled } from "./style.js";

const SCRIPTS = {
  decks: () => import("./decks.js"),
  depths: () => import("./depths.js"),
  filters: () => import("./filters.js"),
  find: () => import("./find.js"),
  install: () => import("./install.js"),
  keep: () => import("./mine.js"),
  keys: () => import("./help.js"),
  lying: () => import("./lying.js"),
  menu: () => import("./menu.js"),
  share: () => import("./share.js"),
};

let sheets = null;
let opener = null;
let closed = Promise.resolve();

/**
 * Fetch what the sheets show, their style, and what carries out at once what was chosen there: the next sheet shows it.
 * Rejects without a connection. @returns {Promise<Document>}
 */
export function prepare() {
  sheets ??= Promise.all([fetched(), styled(), import("./moves.js")]).then(([found]) => adopted(found));
  sheets.catch(() => {
    sheets = null;
  });
  return sheets;
}

/** The cards' other sides come with the sheets. */
function adopted(found) {
  document.body.append(...found.querySelectorAll("template"));
  return found;
}

async function fetched() {
  const answer = await fetch("more.html");
  if (!answer.ok) throw new Error(`more.html: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * Open a sheet, or go on to it from another one. When it closes, focus goes back to where it came from.
 * @param {string} name @param {object} tools
 */
export async function sheet(name, tools) {
  const found = (await prepare()).getElementById(name);
  const script = await SCRIPTS[name]?.();
  const dialog = part("sheet");
  /* What a sheet does when it closes comes a moment after that: never to the next one, which shows what holds by then. */
  if (!dialog.open) await closed;
  const section = document.importNode(found, true);
  if (!dialog.open) opener = document.activeElement;
  dialog.replaceChildren(section);
  dialog.setAttribute("aria-labelledby", section.querySelector("h2").id);
  const close = () => dialog.close();
  section.addEventListener("click", ({ target }) => target.closest("[data-close]") && close());
  /* What a handler of this kind returns matters: `false` would keep links and forms from working. */
  dialog.onclick = ({ target }) => void (target === dialog && close());
  dialog.onclose = () => {
    dialog.replaceChildren();
    if (opener?.isConnected) opener.focus();
  };
  script?.opened(section, tools, close);
  if (!dialog.open) {
    closed = new Promise((done) => dialog.addEventListener("close", done, { once: true })).then(() => import("./moves.js"));
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  (section.querySelector("[aria-current=true], [data-first]") ?? section.querySelector("h2")).focus();
}
