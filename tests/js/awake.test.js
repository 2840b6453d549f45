/* The screen stays on, and the size of the type. A lock is passed in that behaves as a browser's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { awake } from "../../generator/site/assets/draw/awake.js";
import { largest } from "../../generator/site/assets/draw/sizing.js";

function locks() {
  const given = [];
  return {
    given,
    async request() {
      const lock = { released: false, async release() { this.released = true; } };
      given.push(lock);
      return lock;
    },
  };
}

const held = ({ given }) => given.filter(({ released }) => !released).length;

test("it is asked for once, and let go", async () => {
  const some = locks();
  const screen = awake(some, () => true, assert.fail);
  await Promise.all([screen.on(), screen.on()]);
  await screen.on();
  assert.equal(some.given.length, 1);
  await screen.off();
  assert.equal(held(some), 0);
});

test("a lock that was lost is asked for again, but only while it is wanted", async () => {
  const some = locks();
  const screen = awake(some, () => true, assert.fail);
  await screen.on();
  await some.given[0].release();
  await screen.again();
  assert.equal(held(some), 1);
  await screen.off();
  await screen.again();
  assert.equal(held(some), 0);
});

test("a lock that comes too late is let go", async () => {
  const some = locks();
  const screen = awake(some, () => true, assert.fail);
  const asked = screen.on();
  await screen.off();
  await asked;
  assert.equal(held(some), 0);
});

test("nothing is asked while the page is not in front", async () => {
  const some = locks();
  await awake(some, () => false, assert.fail).on();
  assert.equal(some.given.length, 0);
});

test("a phone that refuses, or knows no locks, says so once", async () => {
  const no = { request: async () => { throw new Error("NotAllowedError"); } };
  for (const lock of [no, undefined]) {
    let said = 0;
    const screen = awake(lock, () => true, () => { said += 1; });
    await screen.on();
    await screen.on();
    assert.equal(said, 1);
  }
});

test("the largest size that fits, or the least when none does", () => {
  for (let fitting = 20; fitting <= 60; fitting += 1) assert.equal(largest(20, 60, (size) => size <= fitting), fitting);
  assert.equal(largest(20, 60, () => false), 20);
  assert.equal(largest(20, 10, () => true), 20);
});
