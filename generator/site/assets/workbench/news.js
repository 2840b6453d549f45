/* What is new on the workbench: asked again and again, answered by the server when there is something. */

const shown = () =>
  new Promise((go) => (document.hidden ? document.addEventListener("visibilitychange", go, { once: true }) : go()));

/** Ask once. A page out of sight asks nothing, for a browser keeps few connections to one server. */
async function asked(number) {
  await shown();
  const hidden = new AbortController();
  document.addEventListener("visibilitychange", () => hidden.abort(), { once: true });
  return fetch(`/workbench/state?${number}`, { signal: hidden.signal }).then((answer) => answer.json()).catch(() => null);
}

/** Call `tell` with every state that is not the one numbered `number`, for ever. */
export async function follow(number, tell) {
  const state = await asked(number);
  if (state && state.number !== number) tell(state);
  setTimeout(follow, state ? 0 : 1000, state?.number ?? number, tell);
}
