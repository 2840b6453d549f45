/* Decks for tests: as many cards of each depth as asked for. */

/**
 * @param {number[]} depths how many prompts of depth 1, 2, 3, 4
 * @param {string} id
 */
export function aDeck(depths, id = "porch") {
  const cards = depths.flatMap((count, i) => Array.from({ length: count }, (_, n) => aCard({ id: `d${i + 1}-${n}`, depth: i + 1 }, id)));
  return { id, cards };
}

/** A card of a deck, as the page holds it. @param {object} given @param {string} deck */
export const aCard = (given, deck = "porch") => ({
  kind: "prompt", depth: 1, prompt: "Who?", ...given, address: `${deck}/${given.id}`,
});

/** A deck with one card of each kind, at depth 1. */
export const aDeckOfKinds = (...kinds) => ({ id: "kinds", cards: kinds.map((kind) => aCard({ id: kind, kind }, "kinds")) });

/** The cards of decks by their addresses. */
export const byAddress = (...decks) => new Map(decks.flatMap(({ cards }) => cards).map((card) => [card.address, card]));
