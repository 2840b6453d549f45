/* The way to another deck. Loaded when a link, a choice or a reload asks for one. */

const PATIENCE = 10_000;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What a link asks for. It stands in the fragment, so that no server ever hears of it.
 * @param {string} fragment `#deck=<deck>` or `#card=<deck>/<card>`
 * @returns {{deck: string, card: string} | null} `card` may be empty
 */
export function wanted(fragment) {
  const asked = new URLSearchParams(fragment.slice(1));
  const [deck, card = ""] = (asked.get("card") ?? asked.get("deck") ?? "").split("/");
  return NAME.test(deck) ? { deck, card } : null;
}

/**
 * Fetch a deck; rejects when it cannot be had, as without a connection.
 * @param {string} id
 * @param {typeof fetch} fetcher
 */
export async function fetched(id, fetcher) {
  const answer = await fetcher(`decks/${id}.json`, { signal: AbortSignal.timeout?.(PATIENCE) });
  if (!answer.ok) throw Object.assign(new Error(`deck ${id}: ${answer.status}`), { status: answer.status });
  return answer.json();
}
