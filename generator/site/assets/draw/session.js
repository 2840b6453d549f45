/* An evening survives reload and lock, for at most twelve hours, on this phone only. Storage and clock are passed in. */

const VERSION = 1;
const MOST = 12 * 60 * 60 * 1000;
const TOPS = ["deck", "card", "nothing", "end"];

/**
 * Storage may be blocked, full or full of nonsense: then an evening is simply not kept.
 * @param {() => Storage} storage may throw
 * @param {string} key
 * @param {() => number} now in milliseconds
 */
export function session(storage, key, now) {
  let began = null;

  /** Whether the evening is too old. A clock that was turned back tells nothing: then it is over too. */
  const over = () => began !== null && !(now() >= began && now() - began < MOST);

  function erase() {
    began = null;
    attempt(() => storage().removeItem(key));
  }

  /** A stale evening would bring back a card that was passed: when this one cannot be kept, none is. */
  function save(evening) {
    began ??= now();
    const text = JSON.stringify({ version: VERSION, began, evening });
    if (!attempt(() => storage().setItem(key, text) ?? true)) attempt(() => storage().removeItem(key));
  }

  function restore() {
    const found = attempt(() => JSON.parse(storage().getItem(key)));
    if (found?.version === VERSION && Number.isFinite(found.began) && isEvening(found.evening)) {
      began = found.began;
      if (!over()) return found.evening;
    }
    erase();
    return null;
  }

  return { save, restore, erase, over };
}

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

const isEvening = (value) =>
  typeof value?.deck === "string" && [1, 2, 3, 4].includes(value.cap) && isObject(value.piles)
  && Object.values(value.piles).every((pile) => isObject(pile) && TOPS.includes(pile.top) && isIds(pile.pile) && isIds(pile.seen));

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isIds = (value) => Array.isArray(value) && value.every((id) => typeof id === "string");
