/* Decks and the drawings on their backs, each fetched once, when it is needed. */
import { part } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const decks = new Map();
const drawings = new Map();

function once(map, key, make) {
  if (!map.has(key)) map.set(key, make().catch((error) => {
    map.delete(key);
    throw error;
  }));
  return map.get(key);
}

async function fetched(path) {
  const answer = await fetch(`../../${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** A deck, and its cards by their ids. @param {string} id */
export const deckOf = (id) =>
  once(decks, id, async () => {
    const deck = await (await fetched(`draw/decks/${id}.json`)).json();
    return { ...deck, byId: new Map(deck.cards.map((card) => [card.id, { ...card, deck, address: `${id}/${card.id}` }])) };
  });

/** Makes the sticks of a deck's back ready to be used, as a symbol. @param {string} id */
export const drawn = (id) =>
  once(drawings, id, async () => {
    const text = await (await fetched(`assets/backs/${id}.svg`)).text();
    const symbol = Object.assign(document.createElementNS(SVG, "g"), { id: `sticks-${id}` });
    /* The drawing has colours of its own, which the policy of this page would complain of: only its lines are taken. */
    symbol.append(...[...text.matchAll(/<path d="([^"]+)"/g)].map(([, path]) => {
      const stick = document.createElementNS(SVG, "path");
      stick.setAttribute("d", path);
      return stick;
    }));
    part("drawings").append(symbol);
  });
