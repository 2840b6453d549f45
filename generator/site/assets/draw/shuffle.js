/* A fair shuffle. Chance is passed in: `uint32()` gives a whole number from 0 to 2^32 - 1. */

const RANGE = 2 ** 32;

/**
 * A whole number from 0 up to, not including, `n`. Throws that would favour the low numbers are thrown again.
 * @param {number} n
 * @param {() => number} uint32
 * @returns {number}
 */
export function below(n, uint32) {
  const fair = RANGE - (RANGE % n);
  let thrown = uint32();
  while (thrown >= fair) thrown = uint32();
  return thrown % n;
}

/**
 * A copy of a list in random order (Fisher-Yates).
 * @template T
 * @param {readonly T[]} list
 * @param {() => number} uint32
 * @returns {T[]}
 */
export function shuffled(list, uint32) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = below(i + 1, uint32);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * Two lists as one: each keeps its order, and every way to lay them together is as likely (a riffle).
 * @template T
 * @param {readonly T[]} a
 * @param {readonly T[]} b
 * @param {() => number} uint32
 * @returns {T[]}
 */
export function merged(a, b, uint32) {
  const both = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const rest = a.length - i + b.length - j;
    both.push(below(rest, uint32) < a.length - i ? a[i++] : b[j++]);
  }
  return both.concat(a.slice(i), b.slice(j));
}
