/* Reads an evening that was kept for a reload. Loaded when there is one. */

const TOPS = ["deck", "card", "nothing", "end"];

/**
 * @param {string} text what stands in the storage; anything may
 * @param {number} version
 * @returns {{began: number, evening: import("./evening.js").Evening} | null}
 */
export function restored(text, version) {
  try {
    const found = JSON.parse(text);
    return found?.version === version && Number.isFinite(found.began) && isEvening(found.evening) ? found : null;
  } catch {
    return null;
  }
}

function isEvening(value) {
  if (!isObject(value) || !TOPS.includes(value.top) || ![1, 2, 3, 4].includes(value.cap)) return false;
  const { decks, shuffled, pile, seen, limits } = value;
  return [decks, shuffled, pile, seen].every(isNames) && areOnce([...pile, ...seen]) && isLimits(limits)
    && (value.top !== "card" || seen.length > 0);
}

/** A card lies in one place only, or it would come twice. */
const areOnce = (ids) => new Set(ids).size === ids.length;

const isLimits = (value) =>
  isObject(value) && isNames(value.without ?? []) && typeof (value.children ?? false) === "boolean"
  && areSwitches(value.kinds ?? {}) && areSwitches(value.tags ?? {});

const areSwitches = (value) => isObject(value) && Object.values(value).every((on) => typeof on === "boolean");

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isNames = (value) => Array.isArray(value) && value.every((name) => typeof name === "string");
