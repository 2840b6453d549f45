/* Night, day, or as the phone has it. */

/** @param {"slate" | "default" | ""} scheme as Material calls them; nothing for the phone's own */
export function light(scheme) {
  const root = document.documentElement;
  if (scheme) root.dataset.mdColorScheme = scheme;
  else delete root.dataset.mdColorScheme;
  const table = getComputedStyle(root).getPropertyValue("--table").trim();
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
    meta.dataset.own ??= meta.content;
    meta.content = scheme ? table : meta.dataset.own;
  }
}
