/* Which voice reads a card: one of the phone's own, or none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceFor } from "../../generator/site/assets/draw/aloud.js";
import { thrower } from "./chance.js";

const voice = (lang, localService = true, more = {}) => ({ lang, localService, name: `${lang} ${localService}`, ...more });

test("a voice for this very language comes first, however it is written", () => {
  const voices = [voice("en-GB"), voice("pt-PT"), voice("pt_BR")];
  assert.equal(voiceFor(voices, "pt-BR"), voices[2]);
  assert.equal(voiceFor([voice("de-DE"), voice("EN-us")], "en-US").lang, "EN-us");
});

test("else one for its speakers elsewhere, the phone's favourite if it is among them", () => {
  const voices = [voice("de-DE", true, { default: true }), voice("en-IN"), voice("en-GB", true, { default: true })];
  assert.equal(voiceFor(voices, "en"), voices[2]);
  assert.equal(voiceFor(voices.slice(0, 2), "en-ZA"), voices[1]);
});

test("never another language, and never a voice that may be elsewhere", () => {
  assert.equal(voiceFor([], "en"), null);
  assert.equal(voiceFor([voice("eng"), voice("de-DE")], "en"), null);
  for (const local of [false, undefined, null, "yes", 1]) assert.equal(voiceFor([{ lang: "en", localService: local }], "en"), null);
});

test("whatever voices there are, only a local one of the language is taken, and it is taken when there is one", () => {
  const uint32 = thrower(5);
  const langs = ["en", "en-GB", "en_US", "de-DE", "ar", "pt-BR"];
  for (let round = 0; round < 2000; round += 1) {
    const voices = Array.from({ length: uint32() % 6 }, () => voice(langs[uint32() % 6], uint32() % 2 === 0, { default: uint32() % 2 === 0 }));
    const lang = langs[uint32() % 6];
    const fits = voices.filter((one) => one.localService && one.lang.slice(0, 2) === lang.slice(0, 2));
    const taken = voiceFor(voices, lang);
    assert.ok(fits.length ? fits.includes(taken) : taken === null);
  }
});
