/* An evening survives reload and lock, for at most twelve hours, on this phone only. Storage and clock are passed in. */

const VERSION = 2;
const MOST = 12 * 60 * 60 * 1000;

/**
 * Storage may be blocked, full or full of nonsense: then an evening is simply not kept.
 * @param {() => Storage} storage may throw
 * @param {string} key
 * @param {() => number} now in milliseconds
 * @param {(work: () => void) => void} later after the card was shown: writing takes its time
 */
export function session(storage, key, now, later) {
  let began = null;
  let waiting = null;

  /** Whether the evening is too old. A clock that was turned back tells nothing: then it is over too. */
  const over = () => began !== null && !(now() >= began && now() - began < MOST);

  function erase() {
    began = waiting = null;
    attempt(() => storage().removeItem(key));
  }

  function save(evening) {
    began ??= now();
    if (!waiting) later(flush);
    waiting = evening;
  }

  /** A stale evening would bring back a card that was passed: when this one cannot be kept, none is. */
  function flush() {
    const text = waiting && JSON.stringify({ version: VERSION, began, evening: waiting });
    waiting = null;
    if (text && !attempt(() => storage().setItem(key, text) ?? true)) attempt(() => storage().removeItem(key));
  }

  /** What was kept, if it is an evening that still goes on; else nothing of it stays. */
  async function restore() {
    const text = attempt(() => storage().getItem(key));
    if (!text) return null;
    const { restored } = await import("./restore.js");
    const found = restored(text, VERSION);
    began = found?.began ?? null;
    if (found && !over()) return found.evening;
    erase();
    return null;
  }

  return { save, flush, restore, erase, over };
}

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
