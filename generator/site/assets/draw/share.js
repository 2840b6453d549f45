/* The sheet that hands on one card: its address, never a question that is for two people only, never an answer. */
import { filled } from "./face.js";

const SHOWN = 2;

/**
 * What may be said of a card elsewhere.
 * @param {{address: string, depth: number, lead?: string, prompt: string, deck: {title: string}}} card
 * @param {string} base the address of the site
 * @param {{title: string, line: string}} words with a place for the `{deck}`
 * @returns {{title: string, text: string, url: string}} of an Open or Tender card only where it is from
 */
export function shared({ address, depth, lead, prompt, deck }, base, words) {
  const [title, text] = [words.title, words.line].map((line) => filled(line, { deck: deck.title }));
  const { origin, pathname } = new URL(`cards/${address}/`, base);
  return { title: depth > SHOWN ? title : lead || prompt, text, url: origin + pathname };
}

/** @param {HTMLElement} section @param {object} tools */
export function opened(section, { at }) {
  const find = (name) => section.querySelector(name);
  const said = find("[role=status]");
  const { title, text, url } = shared(at().card, new URL("..", location.href).href, said.dataset);
  const say = (name) => { said.textContent = said.dataset[name]; };
  const [subject, body] = [title, `${text}\r\n\r\n${url}`].map(encodeURIComponent);

  find("#mail").href = `mailto:?subject=${subject}&body=${body}`;
  find("#its-page").href = url;
  find("#send").parentElement.hidden = !navigator.share;
  find("#send").addEventListener("click", () =>
    navigator.share({ title, url }).then(() => say("sent"), ({ name }) => name === "AbortError" || say("notSent")));
  find("#copy").addEventListener("click", () => copied(url).then(() => say("copied"), () => byHand(find("#address"), url, say)));
}

/** Rejects where the browser has no clipboard, or will not have it used. */
async function copied(url) {
  await navigator.clipboard.writeText(url);
}

function byHand(field, url, say) {
  say("byHand");
  field.parentElement.hidden = false;
  field.value = url;
  field.focus();
  field.select();
}
