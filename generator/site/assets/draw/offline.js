/* Keeps the page on the phone, so that it works without a connection, and tells when new cards are there.
   Loaded a while after the first card. Where any of this cannot be, the page simply works with a network. */

import { styled } from "./style.js";

const HOUR = 60 * 60 * 1000;
const NEVER_MIND = () => {};

/** @param {ServiceWorker | null | undefined} first the worker that gave this page, if one did */
export const keep = (first) => kept(first).catch(NEVER_MIND);

async function kept(first) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const line = Object.assign(document.createElement("p"), { id: "news", hidden: true });
  document.getElementById("notice").after(line);
  const news = told(line);
  followed(workers, news, first);
  const registration = await workers.register("../sw.js", { scope: "../" });
  announced(registration, news);
  renewed(registration);
  workers.ready.then(({ active }) => rest(active)).catch(NEVER_MIND);
}

/** The worker keeps what the table needs; the rest follows when nothing else is going on, unless data is dear. */
function rest(worker) {
  if (navigator.connection?.saveData) return;
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => worker.postMessage("keep the rest"));
}

/** Whether an update is there is asked when someone comes back to the page, at most once an hour by any clock. */
function renewed(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Math.abs(Date.now() - last) < HOUR) return;
    last = Date.now();
    registration.update().catch(NEVER_MIND);
  });
}

/** A new version waits until someone takes it. Its own words say so. */
function announced(registration, news) {
  const taken = () => {
    news.taken = true;
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  };
  const tell = async () => {
    if (!registration.waiting || !registration.active) return;
    const [text, button] = await asked(registration.waiting, "what is new");
    await styled();
    news.tell(text, button, taken);
  };
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && tell().catch(NEVER_MIND));
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  tell().catch(NEVER_MIND);
}

/** @param {ServiceWorker} worker @returns {Promise<any>} what it answers */
const asked = (worker, question) =>
  new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    worker.postMessage(question, [port2]);
  });

/**
 * The line about news. Style sheets decide when it is seen; a screen reader is told when it is, and not before.
 * @param {HTMLElement} line
 */
function told(line) {
  const said = document.createElement("span");
  const button = document.createElement("button");
  button.type = "button";
  said.setAttribute("role", "status");
  line.append(said, " ", button);

  let text = "";
  const show = (seen) => setTimeout(() => (said.textContent = seen ? text : ""));

  function tell(words, take, act) {
    button.textContent = take;
    button.onclick = act;
    line.hidden = false;
    if (!text) whenever(() => line.getClientRects().length > 0, show);
    text = words;
  }

  return { tell, taken: false };
}

/** Tell whether something holds, now and whenever that changes with what lies on the table. */
function whenever(holds, changed) {
  let before = null;
  const look = () => {
    const now = holds();
    if (now !== before) changed((before = now));
  };
  const seen = { subtree: true, childList: true, attributeFilter: ["data-card", "inert", "hidden"] };
  new MutationObserver(look).observe(document.body, seen);
  look();
}

/**
 * Another version took over, here or in another tab: the page is loaded anew, once, so that it is all of one build.
 * When somebody erased everything, worker included, nothing has taken over.
 */
function followed(workers, news, first) {
  let controlled = Boolean(workers.controller);
  let loaded = false;
  const load = (harmless) => {
    if (!harmless || loaded) return;
    loaded = true;
    location.reload();
  };
  if (first && workers.controller !== first) whenever(isHarmless, load);
  workers.addEventListener("controllerchange", () => {
    if (!workers.controller) controlled = false;
    else if (!controlled && !news.taken) controlled = true;
    else if (news.taken) load(true);
    else whenever(isHarmless, load);
  });
}

/** A reload brings the card back that lies there, unless the evening could not be kept. */
function isHarmless() {
  if (!document.querySelector("[data-card]")) return true;
  try {
    return sessionStorage.getItem(`kindling ${new URL("..", location.href).pathname}`) !== null;
  } catch {
    return false;
  }
}
