/* Which cards may come tonight: of the decks on the table, no deeper than agreed, and nothing that was left out. */

/**
 * @typedef {{without?: string[], children?: boolean, kinds?: Record<string, boolean>, tags?: Record<string, boolean>}} Limits
 *   topics to leave out, whether children are here, and kinds and tags that were switched on or off
 * @typedef {{address: string, kind: string, depth: number, topics?: string[], assumes?: string[], needs?: string[], with?: string[]}} Card
 */

export const SHARE = 2;
export const TENDER = 4;
const DEALT = ["prompt", "frame", "word", "followup", "repair"];
const AT_THEIR_MOMENT = ["pause", "closing", "setting"];
const ASKED_FIRST = ["touch", "gaze"];

/** Whether a card is something to answer, and deep enough for a reply to matter more than the next card. */
export const isAnswered = ({ kind, depth }) => depth > 1 && DEALT.includes(kind);

/** How deep it may go: with children here, never deeper than Share. */
export const depthOf = ({ cap, limits }) => (limits.children ? Math.min(cap, SHARE) : cap);

/**
 * The kinds that a deck deals. Swaps only from a deck that someone chose; a deck with nothing else to deal gives
 * all it has, but for the cards that have a moment of their own.
 * @param {Card[]} cards @param {boolean} chosen @param {Record<string, boolean>} [wanted]
 * @returns {string[]}
 */
export function kindsOf(cards, chosen, wanted = {}) {
  const usual = chosen ? [...DEALT, "swap"] : DEALT;
  const there = [...new Set(cards.map(({ kind }) => kind))].filter((kind) => !AT_THEIR_MOMENT.includes(kind));
  const dealt = there.some((kind) => usual.includes(kind)) ? usual : there;
  return there.filter((kind) => wanted[kind] ?? dealt.includes(kind));
}

/**
 * Tonight's cards by address. What a card assumes of people is off until switched on; so are touch and long looks.
 * @param {{decks: string[], cap: number, limits: Limits}} now
 * @param {{cards: Card[]}[]} decks those on the table
 * @param {string[]} hidden never again, for the people of this phone
 * @returns {Map<string, Card>}
 */
export function fitting(now, decks, hidden) {
  const { without = [], children, kinds, tags = {} } = now.limits;
  const most = depthOf(now);
  const fits = ({ address, depth, topics = [], assumes = [], needs = [], with: company = [] }) =>
    depth <= most
    && !topics.some((topic) => without.includes(topic))
    && assumes.every((tag) => tags[tag])
    && needs.every((tag) => tags[tag] ?? !ASKED_FIRST.includes(tag))
    && !(children && company.length && !company.includes("family"))
    && !hidden.includes(address);
  return new Map(decks.flatMap(({ cards }) => {
    const dealt = kindsOf(cards, now.decks.length > 0, kinds);
    return cards.filter((card) => dealt.includes(card.kind) && fits(card)).map((card) => [card.address, card]);
  }));
}
