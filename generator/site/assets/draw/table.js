/*
 * What people can do at the table at once. Each is one step of the evening; then the page shows it, says it and
 * keeps it. What needs more than the cards at hand is in `moves.js` and `answering.js`, which come later.
 */
import { back, closed, current, draw, evening, pass, seated } from "./evening.js";
import { TENDER, fitting } from "./fitting.js";
import { atTop, lay, lying, mood, note, panel, part, say, show } from "./page.js";

/**
 * @param {object} first the deck the page came with
 * @param {object} words
 * @param {() => number} uint32 chance
 * @param {ReturnType<import("./session.js").session>} kept
 */
export function table(first, words, uint32, kept) {
  const known = new Map();
  const cards = new Map();
  let hidden = [];
  let away = false;
  let uncover = () => false;
  let at;

  function learned(deck) {
    known.set(deck.id, deck);
    for (const card of deck.cards) cards.set(card.address = `${deck.id}/${card.id}`, Object.assign(card, { deck }));
    return deck;
  }

  /** Things as they stand in an evening; a card shows its first side, or another. */
  function set(now, side = {}) {
    const same = at?.now.decks === now.decks && at.now.cap === now.cap && at.now.limits === now.limits;
    const decks = same ? at.decks : now.decks.length ? now.decks.map((id) => known.get(id)) : [first];
    const whole = same ? now : seated(now, decks, uint32);
    at = { now: whole, decks, fit: same ? at.fit : fitting(whole, decks, hidden), card: cards.get(current(whole)), side };
  }

  /** While people pause, or have stopped, what changes is not shown. */
  const tell = (fresh) => say(away ? "" : show(at, words, fresh));

  /** One step on. At the end of an evening nothing is kept; that nothing fits tonight is no end. */
  function step(now, fresh) {
    set(now);
    if (at.now.top === "end" && at.fit.size) kept.erase();
    else kept.save(at.now);
    tell(fresh);
  }

  /** The same card, another side of it. */
  function side(wanted) {
    set(at.now, wanted);
    tell();
  }

  const passed = () => pass(at.now, at.fit, cards);

  /** Nothing of the card stays, to be seen or heard. */
  function goAway(name) {
    away = true;
    const focused = atTop();
    note("");
    say("");
    lay(panel(name, at.decks[0]), false, focused);
    mood(name);
    lying().focus({ preventScroll: true });
  }

  function comeBack() {
    away = false;
    tell();
  }

  function forget() {
    kept.erase();
    at = null;
    set(evening());
    tell();
  }

  learned(first);
  set(evening());

  return {
    first, known, cards, words, uint32, kept, learned, set, step, side, tell, forget,
    at: () => at,
    hiding: (ids) => { hidden = ids; },
    uncovering: (how) => { uncover = how; },
    draw: () => uncover() || step(draw(at.now, at.fit, cards), true),
    pass: () => at.card && step(passed()),
    back: () => (at.side.over ? side(at.side.over) : step(back(at.now, at.fit))),
    turn: () => side({ turned: true }),
    hand() {
      document.body.classList.toggle("handed");
      note(words.handed);
    },

    /** The card goes at once; the words that answer may take their time. */
    pause() {
      goAway("paused");
      const paused = lying();
      let tapped = null;
      paused.addEventListener("click", ({ target }) => { tapped = target; });
      import("./pause.js").then(({ answering }) => answering(paused, say, tapped)).catch(() => {});
    },
    slow: () => goAway("slow"),
    unpause() {
      comeBack();
      part("hand").querySelector("[data-do=pause]").focus();
    },

    /** One step lighter than what lay there, or than was agreed; the card makes room, as with a pass. */
    lighter() {
      away = false;
      set({ ...at.now, cap: Math.max(1, Math.min(at.now.cap, at.card?.depth ?? TENDER) - 1) });
      step(at.card ? passed() : closed(at.now));
      part("hand").querySelector("[data-do=pause]").focus();
    },
    stop() {
      away = false;
      forget();
      goAway("stopped");
    },
    start: comeBack,
  };
}
