/*
 * The next card lies ready, unseen, over the one on top: Draw only uncovers it, which fits into one frame. What else
 * changes then, around the card and for those who listen, follows right after that frame, or before anything else is done.
 * Which card it is was settled when the pile was shuffled. It is made while nobody waits, and goes when something else
 * comes of it; of a Tender card it is the cover.
 */
import { current, draw } from "./evening.js";
import { faced } from "./face.js";
import { lying, part } from "./page.js";

/* In ms, where the browser does not tell when it has nothing to do: a card has come to rest by then. */
const RESTED = 300;
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, RESTED));

/** @param {object} here */
export function readying(here) {
  let next = null;

  /** Not under a panel, nor in table mode, where each card has a type of its own size. */
  const isTime = () => lying().dataset.card && !document.documentElement.classList.contains("lain");

  function make() {
    const { now: from, fit } = here.at();
    if (next || !isTime()) return;
    const now = draw(from, fit, here.cards);
    const card = here.cards.get(current(now));
    if (!card) return;
    const [node, said] = faced(card, false, here.words);
    next = { from, now, card, node, said, named: unnamed(node) };
    reach(node, false);
    node.classList.add("next");
    node.dataset.hue = card.deck.hue;
    lying().before(node);
  }

  function look() {
    if (next && (next.from !== here.at().now || !isTime())) {
      next.node.remove();
      next = null;
    }
    if (!next) idle(make);
  }

  /** Show the card over the other one, which it covers. False if that would not be all to do. */
  function uncover() {
    const top = lying();
    if (next?.from !== here.at().now || !isTime() || !isAlike(next.node, top)) return false;
    const { now, card, node } = next;
    here.set(now);
    delete top.dataset.card;
    node.dataset.card = card.address;
    node.classList.add("uncovered");
    next.top = top;
    requestAnimationFrame(() => setTimeout(finish));
    here.kept.save(now);
    return true;
  }

  /** The card takes the place of the other, and the page tells what it is. */
  function finish() {
    if (!next?.top) return;
    const { now, node, said, named, top } = next;
    next = null;
    reach(node, true);
    node.classList.remove("next", "uncovered");
    named();
    if (top.contains(document.activeElement)) node.focus({ preventScroll: true });
    top.remove();
    here.set(now, { faced: () => [node, said] });
    here.tell(true);
    here.set(now);
  }

  here.uncovering(uncover);
  for (const type of ["click", "keydown"]) document.addEventListener(type, finish, true);
  new MutationObserver(look).observe(part("pile"), { childList: true });
  look();
}

/** Whether people, with whatever they read and tap, come to it. What is `hidden` is seen here by its style alone. */
function reach(node, open) {
  node.hidden = node.inert = !open;
  node.ariaHidden = open ? null : "true";
}

/** No two things in a page have the same name: take it away. @returns {() => void} gives it back */
function unnamed(node) {
  const named = node.querySelector("[id]");
  const { id } = named;
  named.removeAttribute("id");
  return () => { named.id = id; };
}

/** Whether a card fills the same place as the one on top, and nothing around it has to move. */
const isAlike = (node, top) =>
  !scrollY && !part("notice").textContent && node.offsetHeight === top.offsetHeight && node.scrollHeight <= node.clientHeight;
