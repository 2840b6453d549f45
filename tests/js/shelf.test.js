/* Links, and decks that are fetched. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fetched, wanted } from "../../generator/site/assets/draw/shelf.js";

test("a link names a deck, or one card of it", () => {
  assert.deepEqual(wanted("#deck=mend"), { deck: "mend", card: "" });
  assert.deepEqual(wanted("#card=kettle-on/postcard"), { deck: "kettle-on", card: "postcard" });
});

test("other fragments ask for nothing", () => {
  for (const fragment of ["", "#", "#pile", "#deck=", "#card=", "#card=/postcard", "#seed=7"])
    assert.equal(wanted(fragment), null, fragment);
});

test("a deck is fetched from beside the page", async () => {
  const asked = [];
  const deck = { id: "mend", cards: [] };
  const found = await fetched("mend", async (url) => {
    asked.push(url);
    return { ok: true, json: async () => deck };
  });
  assert.equal(found, deck);
  assert.deepEqual(asked, ["decks/mend.json"]);
});

test("a deck that cannot be had is refused", async () => {
  await assert.rejects(fetched("mend", async () => ({ ok: false, status: 404 })));
  await assert.rejects(fetched("mend", async () => { throw new TypeError("offline"); }));
});
