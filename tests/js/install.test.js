/* Which way onto the home screen a phone has. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { wayToInstall } from "../../generator/site/assets/draw/install.js";

const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";
const ANDROID_FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0";
const DESKTOP_FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
const way = (agent, more = {}) => wayToInstall({ installed: false, canAsk: false, touches: 0, agent, ...more });

test("what is installed needs no help", () => {
  for (const agent of [ANDROID, IPHONE, MAC]) assert.equal(way(agent, { installed: true, canAsk: true }), "");
});

test("a browser that can ask is asked", () => assert.equal(way(ANDROID, { canAsk: true }), "ask"));

test("iPhones and iPads are told where it is; an iPad calls itself a Mac", () => {
  assert.equal(way(IPHONE, { touches: 5 }), "ios");
  assert.equal(way(MAC, { touches: 5 }), "ios");
});

test("elsewhere the browser's menu has it, unless it has none", () => {
  for (const agent of [ANDROID, ANDROID_FIREFOX, MAC]) assert.equal(way(agent), "menu", agent);
  assert.equal(way(DESKTOP_FIREFOX), "");
});
