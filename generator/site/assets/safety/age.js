/* How old an entry may be before nobody should be sent there. */

const MOST_DAYS = 365;
const DAY = 86_400_000;

/**
 * Say whether an entry is too old to be shown. A clock that is before the day it was checked is wrong, and says nothing.
 * @param {string} checked the day it was last checked, as 2026-11-22
 * @param {number} now milliseconds since 1970
 */
export function tooOld(checked, now) {
  return Math.floor((now - Date.parse(checked)) / DAY) > MOST_DAYS;
}

/**
 * The line about entries that were left out; empty for none.
 * @param {number} count
 * @param {{one: string, many: string}} words with a place for {count}
 */
export function leftOut(count, words) {
  if (!count) return "";
  return count === 1 ? words.one : words.many.replace("{count}", count);
}
