/* What people can do at the table. Each is one step of the evening; then the page shows it, says it and keeps it. */
import { byId, deepened, evening, isNew, pileOf, reshuffled, seated, withPile } from "./evening.js";
import { lay, lying, mood, note, part, say } from "./page.js";
import { cardAt, panel, show } from "./picture.js";
import { back, closed, draw, laid, pass } from "./pile.js";

/**
 * @param {object} first the deck the page came with
 * @param {object} words
 * @param {(id: string) => Promise<object>} deckOf
 * @param {(ids: string[]) => string[]} shuffle
 * @param {ReturnType<import("./session.js").session>} kept
 */
export function table(first, words, deckOf, shuffle, kept) {
  const seat = (now, deck, chosen) => ({ now: seated(now, deck, chosen, shuffle), deck, cards: byId(deck), turned: "" });
  const known = new Map([[first.id, first]]);
  const before = kept.restore() ?? evening();
  let at = seat(before, first, false);
  let away = false;

  /** While people pause, or have stopped, what changes is not shown. */
  const shown = (fresh) => (away ? "" : show(at, words, fresh));

  /** One step on. At the end of an evening nothing is kept. */
  function step(now, fresh) {
    at = { ...at, now, turned: "" };
    if (pileOf(now).top === "end") kept.erase();
    else kept.save(now);
    say(shown(fresh));
  }

  const stepPile = (move, fresh) => step(withPile(at.now, move(pileOf(at.now), at.cards, at.now.cap)), fresh);

  /** Nothing of the card stays, to be seen or heard. */
  function goAway(name) {
    away = true;
    note("");
    say("");
    lay(panel(name, at.deck));
    mood(name);
    lying().focus({ preventScroll: true });
  }

  function comeBack() {
    away = false;
    say(shown());
  }

  function forget() {
    kept.erase();
    at = seat(evening(), first, false);
    say(shown());
  }

  /** With another deck, unless the evening goes on, or is stopped, before it comes. Without a connection all stays. */
  async function withDeck(id, then) {
    const was = at;
    const deck = known.get(id) ?? await deckOf(id).catch(() => null);
    if (deck) known.set(id, deck);
    if (at !== was) return true;
    if (deck) return then(deck);
    shown();
    note(words.deck_missing);
    return true;
  }

  return {
    forget,
    deck: () => at.now.deck,
    cap: () => at.now.cap,
    draw: () => stepPile(draw, true),
    pass: () => stepPile(pass),
    back: () => stepPile(back),
    shuffle: () => step(reshuffled(at.now, at.deck, at.deck !== first, shuffle)),
    deepen: (cap) => step(deepened(at.now, cap)),
    turn() {
      at = { ...at, turned: cardAt(at).id };
      say(shown());
    },

    /** Go on where a reload cut the evening off. */
    resume: () => withDeck(before.deck || first.id, (deck) => {
      at = seat(at.now, deck, deck !== first);
      shown();
      return true;
    }),

    /** Another deck, or one card of it; false if there is no such card. */
    choose: (id, card) => withDeck(id, (deck) => {
      const next = seat(isNew(at.now) ? { ...at.now, piles: {} } : at.now, deck, true);
      if (card && !next.cards.has(card)) return false;
      at = next;
      stepPile((pile) => (card ? laid(pile, card) : closed(pile)));
      return true;
    }),

    /** The card goes at once; the words that answer may take their time. */
    pause() {
      goAway("paused");
      const paused = lying();
      let tapped = null;
      paused.addEventListener("click", ({ target }) => { tapped = target; });
      import("./pause.js").then(({ answering }) => answering(paused, words.paused_said, say, tapped)).catch(() => {});
    },
    unpause() {
      comeBack();
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
