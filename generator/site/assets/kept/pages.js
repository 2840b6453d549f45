/* The pages kept for times without a connection, and the worker that answers with them. */

const PATIENCE = 10_000;

/** @param {CacheStorage} caches @param {string} scope the address of the site */
const named = async (caches, scope) => (await caches.keys()).filter((name) => name.startsWith(`kindling ${scope} `));

/** @param {ServiceWorkerContainer} workers @param {string} scope */
async function worker(workers, scope) {
  const found = await workers.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

/**
 * How many files are kept, how many bytes they have, and whether the worker is there.
 * @param {CacheStorage} caches
 * @param {ServiceWorkerContainer} workers
 * @param {string} scope
 */
export async function pages(caches, workers, scope) {
  let [files, bytes] = [0, 0];
  for (const name of await named(caches, scope)) {
    const cache = await caches.open(name);
    const kept = await cache.matchAll();
    files += kept.length;
    for (const file of kept) bytes += (await file.blob()).size;
  }
  return { files, bytes, worker: Boolean(await worker(workers, scope)) };
}

/**
 * The worker lets go of what it is keeping, then it goes itself.
 * @returns {Promise<boolean>} whether all is gone
 */
export async function erasePages(caches, workers, scope) {
  const found = await worker(workers, scope);
  if (found?.active) await asked(found.active, { forget: true });
  await found?.unregister();
  for (const name of await named(caches, scope)) await caches.delete(name);
  return (await named(caches, scope)).length === 0;
}

/** The worker that is at work. @param {ServiceWorkerContainer} workers @param {string} scope */
export const working = async (workers, scope) => (await worker(workers, scope))?.active;

/**
 * @param {ServiceWorker} active @param {unknown} message
 * @returns {Promise<any>} what it answers; nothing when it is silent too long
 */
export const asked = (active, message) =>
  new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    active.postMessage(message, [port2]);
    setTimeout(answer, PATIENCE);
  });
