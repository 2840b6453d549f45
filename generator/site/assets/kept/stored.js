/* What lies in a browser's storage under this site's names. Storage and clock are passed in. */

const MOST = 12 * 60 * 60 * 1000;

/**
 * Other sites of the same host share the storage, so every name begins with the path of the site.
 * @param {Storage} storage
 * @param {string} path such as `/kindling/`
 * @returns {string[]} sorted
 */
export function names(storage, path) {
  const all = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  const ours = (name) => name === `kindling ${path}` || name.startsWith(`kindling ${path} `) || name.startsWith(`${path}.`);
  return all.filter(ours).sort();
}

/** Where the evening, what people asked to keep, and the theme's colours lie. @param {string} path */
export const places = (path) => ({
  evening: `kindling ${path}`,
  asked: `kindling ${path} kept`,
  colours: `${path}.__palette`,
});

/**
 * The evening in this tab: null for none, else when it began, in milliseconds; NaN when that cannot be read.
 * One that is older than twelve hours is erased on sight, and so is one from a clock that was ahead.
 * @param {Storage} storage
 * @param {string} name
 * @param {number} now
 */
export function evening(storage, name, now) {
  const text = storage.getItem(name);
  if (text === null) return null;
  const began = parsed(text)?.began;
  if (!Number.isFinite(began)) return { began: NaN, ends: NaN };
  if (now >= began && now - began < MOST) return { began, ends: began + MOST };
  storage.removeItem(name);
  return null;
}

const SCHEMES = new Map([["default", "light"], ["slate", "dark"]]);

/** The colours the theme noted: "light", "dark", "some" that cannot be read, "none". @param {string | null} text */
export function colours(text) {
  if (text === null) return "none";
  return SCHEMES.get(parsed(text)?.color?.scheme) ?? "some";
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
