/*
 * The sheet of what to leave out. What is ticked holds from the moment the sheet closes, and all at once.
 *
 * It holds however the sheet is closed: by Done, by Escape or with a tap beside it. A box that is ticked is ticked,
 * as in any settings; and a topic that somebody crossed out and that came up after all could hurt, while a tick too
 * many costs one more look.
 */
import { cleared, isDealt, isLet, limitsOf, toDraw } from "./choosing.js";
import { filled } from "./face.js";
import { fitting } from "./fitting.js";
import { fetched } from "./shelf.js";

/** @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, tools) {
  const { at, known, learned, run, words } = tools;
  const was = at();
  const line = section.querySelector("[aria-live]");
  const boxes = (name) => [...section.querySelectorAll(`input[name=${name}]`)];
  const ticked = (name) => boxes(name).filter(({ checked }) => checked).map(({ value }) => value);
  let { limits } = was.now;
  let ids = was.decks.map(({ id }) => id);
  let hidden = [];

  const isSame = () => ids.join() === was.decks.map(({ id }) => id).join();
  const draft = () => ({ ...was.now, limits, decks: isSame() ? was.now.decks : ids });
  const decks = () => ids.map((id) => known.get(id)).filter(Boolean);
  const usually = { kinds: (kind) => isDealt(kind, decks(), draft().decks.length > 0), assumes: isLet.bind(null, "assumes"), needs: isLet.bind(null, "needs") };

  /** Tick what is on. */
  function paint() {
    const { without = [], children = false, kinds = {}, tags = {} } = limits;
    for (const box of boxes("without")) box.checked = without.includes(box.value);
    for (const box of boxes("children")) box.checked = children;
    for (const box of boxes("decks")) box.checked = ids.includes(box.value);
    for (const box of boxes("kinds")) box.checked = kinds[box.value] ?? usually.kinds(box.value);
    for (const list of ["assumes", "needs"])
      for (const box of boxes(list)) box.checked = isLet(list, box.value, tags);
    tell();
  }

  /** Say how many cards there are, unless there is something else to say. @param {string} [instead] */
  function tell(instead) {
    const count = toDraw(draft(), decks(), hidden);
    const fits = count > 1 ? filled(line.dataset.many, { count }) : count ? line.dataset.one : line.dataset.none;
    line.textContent = instead ?? (decks().length < ids.length ? line.dataset.looking : fits);
  }

  const switched = (name) =>
    boxes(name).filter(({ value, checked }) => checked !== usually[name](value)).map(({ value, checked }) => [value, checked]);

  function read() {
    limits = limitsOf({
      without: ticked("without"),
      children: ticked("children").length > 0,
      kinds: Object.fromEntries(switched("kinds")),
      tags: Object.fromEntries([...switched("assumes"), ...switched("needs")]),
    });
    tell();
  }

  /** Other decks: what they usually deal may differ. The last one stays; one that cannot be had goes off again. */
  async function lay(box) {
    if (!ticked("decks").length) {
      box.checked = true;
      return tell(line.dataset.last);
    }
    ids = ticked("decks");
    paint();
    if (known.has(box.value)) return undefined;
    const deck = await fetched(box.value, fetch.bind(window)).catch(() => null);
    if (deck && !known.has(deck.id)) learned(deck);
    if (!deck) ids = ids.filter((id) => id !== box.value);
    paint();
    return deck ? undefined : tell(words.deck_missing);
  }

  /** Limits before decks: between the two no card comes that was left out. A card that still fits stays. */
  async function apply() {
    if (at() !== was) return;
    const now = draft();
    if (JSON.stringify(limits) !== JSON.stringify(was.now.limits)) await run("limit", limits);
    if (isSame()) return;
    const { card } = at();
    const stays = card && fitting(now, decks(), hidden).has(card.address);
    await run("choose", ids, stays ? card.address : undefined);
  }

  section.addEventListener("change", ({ target }) => (target.name === "decks" ? lay(target) : target.name && read()));
  section.querySelector("[value=clear]").addEventListener("click", () => {
    limits = cleared(limits);
    paint();
  });
  section.parentElement.addEventListener("close", apply, { once: true });
  paint();
  arrange(section, was.decks);
  never(tools).then((found) => {
    hidden = found;
    tell();
  }).catch(() => {});
}

/** The topics of the decks on the table come first; the others wait behind a line. Many can be searched. */
function arrange(section, decks) {
  const others = section.querySelector("details");
  if (!others) return;
  const here = new Set(decks.flatMap(({ cards }) => cards.flatMap(({ topics = [] }) => topics)));
  const topics = [...section.querySelectorAll(".cross label")];
  const far = topics.filter((label) => !here.has(label.control.value));
  others.hidden = !far.length || far.length === topics.length;
  others.open = far.some((label) => label.control.checked);
  if (!others.hidden) others.lastElementChild.append(...far);
  section.querySelector("[type=search]")?.addEventListener("input", ({ target }) => {
    const asked = target.value.trim().toLowerCase();
    for (const label of topics) label.hidden = !label.textContent.toLowerCase().includes(asked);
    others.open = asked !== "" || others.open;
  });
}

/** What the people of this phone never want to see again, if they had it kept: such cards do not count. */
async function never({ scope }) {
  const key = `kindling ${scope} kept`;
  if (!localStorage.getItem(key)) return [];
  const { keeping } = await import("./keeping.js");
  return keeping(() => localStorage, key).list("hidden");
}
