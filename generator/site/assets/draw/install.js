/* How to keep the page on the home screen. Which way there is depends on the phone: it is asked, never guessed twice. */

let asking = null;

/** A browser that can ask by itself says so once, some time after the page was opened. */
export function listen() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    asking = event;
  });
  addEventListener("appinstalled", () => {
    asking = null;
  });
}

/**
 * @param {{installed: boolean, canAsk: boolean, agent: string, touches: number}} phone whether the page runs from the
 *   home screen already, whether the browser can be asked, what the browser calls itself, how many fingers it feels
 * @returns {"ask" | "ios" | "menu" | ""} nothing where it would not help: it is there, or the browser has no way
 */
export function wayToInstall({ installed, canAsk, agent, touches }) {
  if (installed) return "";
  if (canAsk) return "ask";
  /* An iPad calls itself a Mac, but a Mac feels no fingers. */
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touches > 1)) return "ios";
  return /Firefox/.test(agent) && !/Android/.test(agent) ? "" : "menu";
}

/** The way there is on this phone now. */
export const way = () => wayToInstall({
  installed: navigator.standalone === true || matchMedia("(display-mode: standalone)").matches,
  canAsk: asking !== null,
  agent: navigator.userAgent,
  touches: navigator.maxTouchPoints,
});

/** @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools, close) {
  const mine = way() || "menu";
  for (const part of section.querySelectorAll("[data-way]")) part.hidden = part.dataset.way !== mine;
  section.querySelector("[data-install]").addEventListener("click", () => {
    /* A browser can be asked once. */
    asking?.prompt();
    asking = null;
    close();
  });
}
