/* A shuffle is fair: every card is as likely in every place. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { below, shuffled } from "../../generator/site/assets/draw/shuffle.js";
import { chiSquare, thrower } from "./chance.js";

test("every card is equally likely in every place, and every order equally likely", () => {
  const uint32 = thrower(7);
  const rounds = 60_000;
  const places = Array.from({ length: 10 }, () => new Array(10).fill(0));
  const orders = new Map();
  for (let i = 0; i < rounds; i += 1) {
    shuffled([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], uint32).forEach((card, place) => (places[card][place] += 1));
    const order = shuffled(["a", "b", "c", "d"], uint32).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  // 9 degrees of freedom: 33.7 is passed once in 10,000 fair runs; 23 degrees: 56.
  places.forEach((counts, card) => assert.ok(chiSquare(counts) < 33.7, `card ${card}: ${chiSquare(counts)}`));
  assert.equal(orders.size, 24);
  assert.ok(chiSquare([...orders.values()]) < 56);
});

test("the first card of the deck is among the first five of 52 as often as any other", () => {
  const uint32 = thrower(11);
  const deck = Array.from({ length: 52 }, (_, i) => i);
  let early = 0;
  for (let i = 0; i < 40_000; i += 1) early += shuffled(deck, uint32).indexOf(0) < 5;
  assert.ok(Math.abs(early / 40_000 - 5 / 52) < 0.006, String(early / 40_000));
});

test("a shuffle keeps every card and leaves its list alone", () => {
  const deck = Object.freeze(Array.from({ length: 300 }, (_, i) => i));
  const order = shuffled(deck, thrower(3));
  assert.deepEqual([...order].sort((a, b) => a - b), deck);
  assert.notDeepEqual(order, deck);
  assert.deepEqual(shuffled([], thrower(3)), []);
  assert.deepEqual(shuffled(["only"], thrower(3)), ["only"]);
});

test("throws that would favour the low numbers are thrown again", () => {
  const throws = [2 ** 32 - 1, 2 ** 32 - 1, 5];
  assert.equal(below(3, () => throws.shift()), 2);
  assert.deepEqual(throws, []);
  assert.equal(below(3, () => 2 ** 32 - 2), 2);
  assert.equal(below(4, () => 2 ** 32 - 1), 3);
});
