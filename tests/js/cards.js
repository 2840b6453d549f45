/* Decks for tests: as many cards of each depth as asked for. */

/**
 * @param {number[]} depths how many prompts of depth 1, 2, 3, 4
 * @param {string} id
 */
export function aDeck(depths, id = "porch") {
  const cards = depths.flatMap((count, i) =>
    Array.from({ length: count }, (_, n) => ({ id: `d${i + 1}-${n}`, kind: "prompt", depth: i + 1, prompt: "Who?" })),
  );
  return { id, cards };
}

/** A deck with one card of each kind, at depth 1. */
export const aDeckOfKinds = (...kinds) => ({
  id: "kinds",
  cards: kinds.map((kind) => ({ id: kind, kind, depth: 1, prompt: "Who?" })),
});
