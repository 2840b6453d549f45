/* Keeps the page on the phone, so that it works without a connection. Loaded a while after the first card. */

/** The worker keeps what the table needs; the rest follows when nothing else is going on, unless data is dear. */
export async function keep() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("../sw.js", { scope: "../" });
  const { active } = await navigator.serviceWorker.ready;
  if (navigator.connection?.saveData) return;
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => active.postMessage("keep the rest"));
}
