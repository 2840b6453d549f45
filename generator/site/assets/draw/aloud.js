/*
 * Reads a card aloud, when somebody taps for it. Only voices that live on the phone: any other sends the words away.
 * It ends with the card, with a second tap, and when the page is out of sight.
 */

const PATIENCE = 1500;
const READ = ".lead, .over, h1, .reply > b, .reply > ul:not([hidden]) > li, .panel > p:not(.foot), div.note > *, details[open] > *";

let reading = null;
let told = () => {};

/**
 * A voice of the phone's own: for this very language, or at least for its speakers elsewhere.
 * @param {SpeechSynthesisVoice[]} voices @param {string} lang such as "en" or "pt-BR"
 * @returns {SpeechSynthesisVoice | null}
 */
export function voiceFor(voices, lang) {
  const own = voices.filter(({ localService }) => localService === true);
  const alike = own.filter((voice) => base(voice.lang) === base(lang));
  return alike.find((voice) => tag(voice.lang) === tag(lang)) ?? alike.find((voice) => voice.default) ?? alike[0] ?? null;
}

/** What of a card is read: its words and what stands open on it, not its foot. @param {HTMLElement} card @returns {string} */
export const textOf = (card) =>
  [...card.querySelectorAll(READ)].map(({ textContent }) => textContent.trim()).filter(Boolean).map(ended).join(" ");

/** Wire the button that begins and ends it. @param {HTMLElement} button beside it, the place for a sentence */
export function speaking(button) {
  const line = button.nextElementSibling;
  const names = [button.textContent, button.dataset.hush];
  told = () => { button.textContent = names[Number(Boolean(reading))]; };
  told();
  button.addEventListener("click", async () => {
    line.textContent = "";
    if (reading) hush();
    else if (!(await read(document.getElementById("pile").lastElementChild))) line.textContent = line.dataset.none;
  });
}

/** False when there is no voice for it. */
async function read(card) {
  const watch = new AbortController();
  const now = watched(card, watch);
  reading = now;
  told();
  const lang = card.lang || document.documentElement.lang;
  const voice = voiceFor(globalThis.speechSynthesis?.getVoices() ?? [], lang) ?? (await lateVoice(lang));
  if (reading !== now) return true;
  if (!voice) hush();
  else speak(textOf(card), voice, () => reading === now && hush());
  return Boolean(voice);
}

function speak(text, voice, over) {
  const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
  words.addEventListener("end", over);
  words.addEventListener("error", over);
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
}

/** Some browsers have no voices until they have told so. */
async function lateVoice(lang) {
  if (!globalThis.speechSynthesis || speechSynthesis.getVoices().length) return null;
  await new Promise((done) => {
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, PATIENCE);
  });
  return voiceFor(speechSynthesis.getVoices(), lang);
}

function hush() {
  reading.end();
  reading = null;
  globalThis.speechSynthesis?.cancel();
  told();
}

/** Whatever takes the card away ends it: a draw, a pass, a pause; so does a page that is left or out of sight. */
function watched(card, watch) {
  const gone = new MutationObserver(() => !card.isConnected && hush());
  gone.observe(card.parentElement, { childList: true });
  document.addEventListener("visibilitychange", () => document.hidden && hush(), watch);
  addEventListener("pagehide", hush, watch);
  watch.signal.addEventListener("abort", () => gone.disconnect());
  return { end: () => watch.abort() };
}

const tag = (lang) => lang.replace("_", "-").toLowerCase();

const base = (lang) => tag(lang).split("-")[0];

const ended = (text) => (/[.?!…:]["”’]?$/.test(text) ? text : `${text}.`);
