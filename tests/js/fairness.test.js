/* Over 200,000 shuffles every card is in every place equally often, and what is not fair would be found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { below, shuffled } from "../../generator/site/assets/draw/shuffle.js";
import { chiSquare, thrower } from "./chance.js";
import { upperTail } from "./tail.js";

const ROUNDS = 200_000;
const DECKS = [5, 13, 30];

const deckOf = (size) => Array.from({ length: size }, (_, card) => card);

/**
 * How likely a fair shuffle is to bring a table of places and cards at least this uneven.
 *
 * Each shuffle puts every card somewhere and something everywhere, so all rows and columns of the table sum to
 * `rounds` and (size - 1)^2 cells are free. For the same reason one shuffle's cells vary together: a permutation
 * matrix's centred cells have the covariance of independent ones times size / (size - 1), which is taken out again.
 */
function evenness(shuffle, size, rounds) {
  const deck = deckOf(size);
  const counts = new Array(size * size).fill(0);
  for (let i = 0; i < rounds; i += 1) shuffle(deck).forEach((card, place) => (counts[place * size + card] += 1));
  return upperTail((chiSquare(counts) * (size - 1)) / size, (size - 1) ** 2);
}

/** The machine's own chance, as on the draw page, but fetched in handfuls. */
function realChance() {
  const handful = new Uint32Array(16_384);
  let next = handful.length;
  return () => {
    if (next === handful.length) {
      crypto.getRandomValues(handful);
      next = 0;
    }
    return handful[next++];
  };
}

for (const size of DECKS) {
  test(`${size} cards: the place of every card is uniform, with chance that repeats`, (t) => {
    const uint32 = thrower(size);
    const p = evenness((deck) => shuffled(deck, uint32), size, ROUNDS);
    t.diagnostic(`p = ${p}`);
    assert.ok(p > 0.001 && p < 0.999);
  });

  test(`${size} cards: the place of every card is uniform, with the machine's own chance`, (t) => {
    const uint32 = realChance();
    const p = evenness((deck) => shuffled(deck, uint32), size, ROUNDS);
    t.diagnostic(`p = ${p}`);
    // This differs from run to run: a fair shuffle fails here once in half a million runs, not once in 500.
    assert.ok(p > 1e-6 && p < 1 - 1e-6);
  });

  test(`${size} cards: sorting by a thrown coin is found out`, () => {
    const uint32 = thrower(size);
    const coin = () => uint32() / 2 ** 32 - 0.5;
    assert.ok(evenness((deck) => [...deck].sort(coin), size, 20_000) < 1e-9);
  });

  test(`${size} cards: swapping every place with any place is found out`, () => {
    const uint32 = thrower(size);
    const swapped = (deck) => {
      const order = [...deck];
      order.forEach((_, i) => {
        const j = below(size, uint32);
        [order[i], order[j]] = [order[j], order[i]];
      });
      return order;
    };
    assert.ok(evenness(swapped, size, 20_000) < 1e-9);
  });
}

for (const size of [13, 30]) {
  test(`${size} cards: the remainder of a thrown byte is found out`, () => {
    // A byte never reaches what `below` throws again for 32 bits, so that this is the plain remainder.
    const uint32 = thrower(size);
    const p = evenness((deck) => shuffled(deck, () => uint32() >>> 24), size, ROUNDS);
    assert.ok(p < 1e-9, `p = ${p}`);
  });
}

test("p itself is uniform: of 1,000 fair runs a tenth falls in each tenth", () => {
  const uint32 = thrower(17);
  const tenths = new Array(10).fill(0);
  for (let i = 0; i < 1000; i += 1)
    tenths[Math.floor(10 * evenness((deck) => shuffled(deck, uint32), 5, 500))] += 1;
  const p = upperTail(chiSquare(tenths), 9);
  assert.ok(p > 0.001 && p < 0.999, `${tenths}, p = ${p}`);
});

test("the tail is that of printed tables", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper critical values, to three places.
  const table = [
    [3.841, 1, 0.05], [10.828, 1, 0.001], [11.07, 5, 0.05], [16.919, 9, 0.05], [27.877, 9, 0.001],
    [21.026, 12, 0.05], [35.172, 23, 0.05], [124.342, 100, 0.05], [149.449, 100, 0.001],
  ];
  for (const [x, freedom, p] of table) assert.ok(Math.abs(upperTail(x, freedom) / p - 1) < 0.01, `${x}, ${freedom}`);
});

test("with even degrees of freedom the tail is a sum of Poisson's", () => {
  for (const freedom of [2, 10, 144, 840, 842]) {
    for (const ratio of [0.5, 0.9, 0.999, 1, 1.001, 1.003, 1.1, 1.5]) {
      const mean = (freedom * ratio) / 2;
      let term = -mean;
      let sum = 0;
      for (let i = 0; i < freedom / 2; i += 1) {
        sum += Math.exp(term);
        term += Math.log(mean / (i + 1));
      }
      assert.ok(Math.abs(upperTail(2 * mean, freedom) - sum) < 1e-10, `${freedom}, ${ratio}`);
    }
  }
});
