/*
 * What people of this phone want of a card: to find it again, or never to see it again. Kept only where they agreed
 * to keep such things on this phone; without that, a card is left out for tonight alone.
 */
import { keeping } from "./keeping.js";
import { note } from "./page.js";

let wanted = null;

const store = ({ scope }) => keeping(() => localStorage, `kindling ${scope} kept`);

/** The menu's entries for the card that lies there. @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function offered(section, tools, close) {
  const mine = store(tools);
  const address = tools.at().card?.address;
  for (const button of section.querySelectorAll("[data-mine]")) {
    const { mine: list, undo } = button.dataset;
    if (undo && mine.list(list).includes(address)) button.textContent = undo;
    button.addEventListener("click", () => {
      wanted = { ...button.dataset };
      if (!mine.on()) return tools.open("keep");
      close();
      return done(tools, mine);
    });
  }
}

/** The sheet that asks whether anything may be kept. @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools, close) {
  const mine = store(tools);
  const tonight = section.querySelector("[data-tonight]");
  tonight.hidden = wanted.mine !== "hidden";
  tonight.addEventListener("click", () => {
    close();
    tools.act("pass");
  });
  section.querySelector("[data-keep]").addEventListener("click", () => {
    close();
    if (mine.switchOn()) done(tools, mine);
    else note(section.querySelector("[data-full]").dataset.full);
  });
}

function done({ at, act, run }, mine) {
  const { address } = at().card;
  const { mine: list, said, unsaid, full } = wanted;
  const taken = unsaid && mine.list(list).includes(address);
  const kept = taken ? mine.take(list, address) : mine.put(list, address);
  if (list === "hidden") {
    act("pass");
    Promise.resolve(run("hide", mine.list(list))).then(() => note(kept ? said : full));
  } else note(kept ? (taken ? unsaid : said) : full);
}
