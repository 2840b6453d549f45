/* Kindling offline. Made at build time; the list below is the built site, each file with its content's hash.
 *
 * The draw page, its cards, fonts and backs (`table`) come from the phone, always from this one build. Everything else
 * comes from the network while there is one. A new version waits until someone takes it.
 *
 * Pages may send: "keep the rest"; "take over" (to a worker that waits); and, with a port for the answer,
 *   "what is new"           -> [sentence, button]
 *   "what is kept"          -> [{ path, bytes }]
 *   { keep: "print/x.pdf" } -> { kept: boolean }
 *   { forget: true }        -> { forgotten: true }
 */
const BUILD = /* BUILD */ null;
const SCOPE = self.registration.scope;
/* CacheStorage is shared by all sites of one host: the names carry the scope. */
const PREFIX = `kindling ${SCOPE} `;
const CACHE = PREFIX + BUILD.version;
const ASKED = `${PREFIX}asked`;
const TABLE = new Set([...BUILD.core, ...BUILD.table]);
const FIRST = [...BUILD.core, ...BUILD.table, ...BUILD.safety];
/* So many failures in a row, and there is no network, or another build. */
const FAILURES = 5;
/* As many at a time as a phone does not notice. */
const LANES = 4;
const INSTALL_MOST = 60_000;
const PATIENCE = 4_000;
const OTHER_BUILD = "another build";

const pathOf = (url) => {
  const path = new URL(url).href.split(/[?#]/)[0].slice(SCOPE.length);
  return path.replace(/(^|\/)index\.html$/, "$1");
};

const hashOf = async (response) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

const listed = (path) => BUILD.files[path] ?? BUILD.asked[path];

const isListed = async (path, response) => (await hashOf(response)) === listed(path);

const cachesHere = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/* What the phone has of this build. What is not whole any more is thrown away. */
const kept = async (path) => {
  /* Looking must not bring back a cache that somebody erased. */
  const found = await caches.match(SCOPE + path, { cacheName: CACHE });
  if (!found || (await isListed(path, found).catch(() => false))) return found;
  await (await caches.open(CACHE)).delete(SCOPE + path);
  return undefined;
};

/* The same file, left by the version before. */
const inherited = async (path) => {
  for (const name of await cachesHere()) {
    if (name === CACHE) continue;
    const found = await (await caches.open(name)).match(SCOPE + path);
    if (found && (await isListed(path, found).catch(() => false))) return found;
  }
  return undefined;
};

/* A file from the network, only if it is the one this build lists: files of two builds are never mixed. */
const fetched = async (path, signal) => {
  const response = await fetch(SCOPE + path, { cache: "no-cache", credentials: "omit", signal });
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  if (!(await isListed(path, response))) throw new Error(OTHER_BUILD);
  return response;
};

/* Somebody erased what was kept: until this worker is gone too, nothing is kept anew. */
let forgotten = false;

const put = async (name, path, response) => {
  if (!forgotten) await (await caches.open(name)).put(SCOPE + path, response);
};

const keep = async (path, signal, name = CACHE) =>
  put(name, path, (await inherited(path)) ?? (await fetched(path, signal)));

/* All of the draw page, or an error: half of it is worth nothing. */
const keepCore = () => Promise.all(BUILD.core.map(async (path) => (await kept(path)) ?? keep(path)));

/* A version that was asked to make way begins nothing new: the next one waits until it is idle. */
let leaving = false;
const rounds = new Set();

const stopAll = () => {
  leaving = true;
  rounds.forEach((round) => round.abort());
};

/* As many of these as can be had, until the round is stopped. One failing file does not stop the rest. */
const keepMost = async (paths, most) => {
  if (leaving) return;
  const round = new AbortController();
  rounds.add(round);
  const timer = most && setTimeout(() => round.abort(), most);
  const had = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  let failures = 0;
  const waiting = [...new Set(paths)].filter((path) => !had.has(SCOPE + path)).values();
  const lane = async () => {
    for (const path of waiting) {
      if (failures >= FAILURES || round.signal.aborted) break;
      failures = await keep(path, round.signal).then(() => 0, () => failures + 1);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  clearTimeout(timer);
  rounds.delete(round);
};

/* A file of the table: what the phone has, else what the network has of this build, which is then kept too. */
const laid = async (path) => {
  const found = await kept(path).catch(() => undefined);
  if (found) return found;
  const response = (await inherited(path).catch(() => undefined)) ?? (await fetched(path));
  const copy = response.clone();
  await put(CACHE, path, copy).catch(() => {});
  return response;
};

/* The phone has lost part of this build, and the network has another one: step aside, as on a first visit. */
const aside = async (url) => {
  await self.registration.unregister();
  return Response.redirect(url);
};

/* The draw page is opened only when it is whole, or cannot be made whole now. */
const opened = async (request, path) => {
  const missing = await keepCore().then(() => "", ({ message }) => message);
  if (missing === OTHER_BUILD) return aside(request.url);
  return laid(path).catch(() => fetch(request));
};

/* A printed deck that someone asked for may be of an older build: it stands alone. */
const printed = async (path) => (await caches.has(ASKED)) && (await caches.open(ASKED)).match(SCOPE + path);

/* Patient while there is nothing else, impatient with a bad network when the page is on the phone. */
const read = async (request, path) => {
  const asked = fetch(request);
  asked.catch(() => {});
  const found = path in BUILD.asked ? await printed(path) : await kept(path);
  if (!found) return asked;
  const late = new Promise((give) => setTimeout(give, PATIENCE, found));
  return Promise.race([asked.then((response) => (response.status < 500 ? response : found), () => found), late]);
};

const answer = async (request) => {
  const path = pathOf(request.url);
  const isPage = request.mode === "navigate";
  if (isPage && BUILD.core.includes(path)) return opened(request, path);
  if (TABLE.has(path)) return laid(path);
  return read(request, path).catch((error) => {
    if (isPage && "draw/" in BUILD.files) return Response.redirect(`${SCOPE}draw/`);
    throw error;
  });
};

const whatIsKept = async () => {
  const found = [];
  for (const name of await cachesHere()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const response = await cache.match(url);
      if (response) found.push({ path: pathOf(url), bytes: (await response.blob()).size });
    }
  }
  return found;
};

/* Printed decks, and which of them are here. */
const askable = () =>
  Promise.all(Object.keys(BUILD.asked).map(async (path) => ({ path, kept: Boolean(await printed(path)) })));

const keepAsked = async (path) => {
  if (!(path in BUILD.asked)) return false;
  const found = await printed(path);
  if (found && (await isListed(path, found).catch(() => false))) return true;
  return keep(path, undefined, ASKED).then(() => true, () => false);
};

/* Printed decks that were asked for follow the build; one that it no longer has goes. */
const renewAsked = async () => {
  if (!(await caches.has(ASKED))) return;
  const cache = await caches.open(ASKED);
  for (const { url } of await cache.keys()) {
    if (leaving) return;
    if (pathOf(url) in BUILD.asked) await keepAsked(pathOf(url));
    else await cache.delete(url);
  }
};

const forget = async () => {
  forgotten = true;
  stopAll();
  for (const name of await cachesHere()) await caches.delete(name);
};

/* Older versions go. */
const tidy = async () => {
  for (const name of await cachesHere()) if (name !== CACHE && name !== ASKED) await caches.delete(name);
};

/* The version at work is not replaced while it has something to do: it is asked to let that be. */
const takeOver = () => {
  self.registration.active?.postMessage("make way");
  return self.skipWaiting();
};

const replied = async (message) => {
  if (message === "what is new") return BUILD.news;
  if (message === "what is kept") return whatIsKept();
  if (message === "what can be asked") return askable();
  if (message?.keep) return { kept: await keepAsked(message.keep) };
  if (message?.forget === true) return forget().then(() => ({ forgotten: true }));
  if (message === "keep the rest") return keepMost([...FIRST, ...Object.keys(BUILD.files)]).then(renewAsked);
  if (message === "make way") return stopAll();
  if (message === "take over") return takeOver();
  return undefined;
};

self.addEventListener("install", (event) =>
  event.waitUntil(keepCore().then(() => keepMost(FIRST, INSTALL_MOST).catch(() => {}))),
);

self.addEventListener("activate", (event) =>
  event.waitUntil(
    tidy()
      .catch(() => {})
      .then(() => self.clients.claim()),
  ),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});

self.addEventListener("message", (event) =>
  event.waitUntil(replied(event.data).then((reply) => event.ports[0]?.postMessage(reply))),
);
