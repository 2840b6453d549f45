/* Kindling offline. Made at build time; the list below is the built site, each file with its content's hash. */
const BUILD = /* BUILD */ null;
const SCOPE = self.registration.scope;
/* CacheStorage is shared by all sites of one host: the name carries the scope. */
const PREFIX = `kindling ${SCOPE} `;
const CACHE = PREFIX + BUILD.version;
const TABLE = new Set(BUILD.table);

const pathOf = (url) => {
  const path = new URL(url).href.split(/[?#]/)[0].slice(SCOPE.length);
  return path.replace(/(^|\/)index\.html$/, "$1");
};

const hashOf = async (buffer) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/* Keeps a file only if it is the one this build lists: files of two builds are never mixed. */
const keep = async (cache, path) => {
  const response = await fetch(SCOPE + path, { cache: "no-cache", credentials: "omit" });
  if (!response.ok || response.redirected) return;
  if ((await hashOf(await response.clone().arrayBuffer())) !== BUILD.files[path]) return;
  await cache.put(SCOPE + path, response);
};

/* One failing file must not sink the rest. */
const keepAll = async (paths) => {
  const cache = await caches.open(CACHE);
  for (const path of paths) {
    if (!(await cache.match(SCOPE + path))) await keep(cache, path).catch(() => {});
  }
};

const kept = async (path) => (await caches.open(CACHE)).match(SCOPE + path);

const answer = async (request) => {
  const path = pathOf(request.url);
  if (TABLE.has(path)) return (await kept(path)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept(path);
    if (found) return found;
    if (request.mode === "navigate") return (await kept("draw/")) ?? Response.error();
    throw error;
  }
};

self.addEventListener("install", (event) => event.waitUntil(keepAll(BUILD.first)));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name))),
    ),
  ),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});

/* The draw page asks for the rest when it has nothing else to do. */
self.addEventListener("message", (event) => {
  if (event.data === "keep the rest") event.waitUntil(keepAll(Object.keys(BUILD.files)));
});
