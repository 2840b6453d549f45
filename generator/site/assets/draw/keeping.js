/* What people asked to be kept on this phone. Nothing is written before they have asked; storage is passed in. */

/*
 * One JSON value under one key, and the same in the file that people save: the same things kept are the same bytes.
 *   favourites, hidden  addresses `<deck>/<card>`, each once, sorted: their order tells nothing of when
 *   kindling            1, the version of this shape
 *   settings            only what differs from how it is for everybody
 */
const VERSION = 1;
const LISTS = ["favourites", "hidden"];
/* The first of each is how it is for everybody. */
const SETTINGS = { hand: ["", "left", "right"], keys: [true, false], large: [false, true] };
const ADDRESS = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Every question and every change reads the storage anew, so that nothing another tab kept or erased is overlooked.
 * A change returns whether the phone now holds it so; in full or blocked storage, or while nothing is kept, it does not.
 * @param {() => Storage} storage may throw
 * @param {string} key
 */
export function keeping(storage, key) {
  const read = () => sound(attempt(() => JSON.parse(storage().getItem(key))));
  const write = (held) => attempt(() => storage().setItem(key, JSON.stringify(held)) ?? true) ?? false;

  function change(edit) {
    const held = read();
    return held !== null && write(sound(edit(held)));
  }

  const listed = (name, edit) =>
    LISTS.includes(name) && change((held) => ({ ...held, [name]: edit(held[name]) }));

  return {
    on: () => read() !== null,
    switchOn: () => read() !== null || write(sound({ kindling: VERSION })),
    erase: () => attempt(() => storage().removeItem(key) ?? true) ?? false,
    /** @param {"favourites" | "hidden"} name @returns {string[]} */
    list: (name) => (LISTS.includes(name) ? (read()?.[name] ?? []) : []),
    put: (name, address) => isAddress(address) && listed(name, (addresses) => [...addresses, address]),
    take: (name, address) => listed(name, (addresses) => addresses.filter((other) => other !== address)),
    /** @param {"hand" | "keys" | "large"} name */
    setting: (name) => (Object.hasOwn(SETTINGS, name) ? (read()?.settings[name] ?? SETTINGS[name][0]) : undefined),
    set: (name, value) =>
      Object.hasOwn(SETTINGS, name) && SETTINGS[name].includes(value)
      && change((held) => ({ ...held, settings: { ...held.settings, [name]: value } })),
    /** The text of the file that people save, for a later version to read. */
    exported: () => `${JSON.stringify(read() ?? sound({ kindling: VERSION }), null, 2)}\n`,
  };
}

/** What is readable of a value; null when it is none of ours. */
function sound(found) {
  if (found?.kindling !== VERSION) return null;
  const [favourites, hidden] = LISTS.map((name) => addresses(found[name]));
  const settings = Object.entries(SETTINGS)
    .filter(([name, values]) => values.slice(1).includes(found.settings?.[name]))
    .map(([name]) => [name, found.settings[name]]);
  return { favourites, hidden, kindling: VERSION, settings: Object.fromEntries(settings) };
}

const isAddress = (value) => typeof value === "string" && ADDRESS.test(value);

const addresses = (value) => (Array.isArray(value) ? [...new Set(value.filter(isAddress))].sort() : []);

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
