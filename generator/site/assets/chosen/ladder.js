/* How large a text may be. Sizes are in points. */

/** Sizes from the most down to the least. @param {number} most @param {number} least @param {number} step @returns {number[]} */
export const sizes = (most, least, step) =>
  Array.from({ length: Math.floor((most - least) / step + 1e-9) + 1 }, (_, index) => most - index * step);

/**
 * The largest size that fits. What fits at one size fits at every smaller one, so few have to be tried.
 * @param {number[]} tried from large to small @param {(size: number) => boolean} fits @returns {number | undefined}
 */
export function largest(tried, fits) {
  let [from, to] = [0, tried.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(tried[middle])) to = middle;
    else from = middle + 1;
  }
  return tried[from];
}

/**
 * What stays of the notes a card can do without: one that would bring the prompt under its comfortable size goes.
 * @template Note
 * @param {Note[]} optional in order @param {number} size of the prompt without any of them
 * @param {number} even the comfortable size @param {(notes: Note[]) => number | undefined} sized with some of them
 * @returns {{notes: Note[], size: number}}
 */
export function kept(optional, size, even, sized) {
  const least = Math.min(size, even);
  return optional.reduce((held, note) => {
    const next = sized([...held.notes, note]);
    return next >= least ? { notes: [...held.notes, note], size: next } : held;
  }, { notes: [], size });
}

/** Things in groups of `count`; the last may have fewer. @template Thing @param {Thing[]} things @param {number} count @returns {Thing[][]} */
export const dealt = (things, count) =>
  Array.from({ length: Math.ceil(things.length / count) }, (_, index) => things.slice(index * count, (index + 1) * count));
