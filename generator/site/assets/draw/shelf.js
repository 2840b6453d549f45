/* The way to another deck. Loaded when a link, a choice or a reload asks for one. */

const PATIENCE = 10_000;

/**
 * What a link asks for. It stands in the fragment, so that no server ever hears of it.
 * @param {string} fragment `#deck=<deck>` or `#card=<deck>/<card>`
 * @returns {{deck: string, card: string} | null} `card` may be empty
 */
export function wanted(fragment) {
  const asked = new URLSearchParams(fragment.slice(1));
  const [deck, card = ""] = (asked.get("card") ?? asked.get("deck") ?? "").split("/");
  return deck ? { deck, card } : null;
}

/**
 * Fetch a deck; rejects when it cannot be had, as without a connection.
 * @param {string} id
 * @param {typeof fetch} fetcher
 */
export async function fetched(id, fetcher) {
  const answer = await fetcher(`decks/${id}.json`, { signal: AbortSignal.timeout?.(PATIENCE) });
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  return answer.json();
}
