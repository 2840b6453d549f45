/* Chance that repeats: the same seed throws the same numbers. */

/** @param {number} seed @returns {() => number} whole numbers from 0 to 2^32 - 1 (xorshift32) */
export function thrower(seed) {
  let state = (seed * 0x9e3779b1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let i = 0; i < 8; i += 1) next();
  return next;
}

/** The chi-square statistic of counts that should all be equal. @param {number[]} counts */
export function chiSquare(counts) {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
