/* Storage for tests: it behaves like a browser's, and can be full. */

/** A storage that two tabs can share; `most` is how many characters of a value fit, and may be changed. */
export function memory({ most = Infinity } = {}) {
  const held = new Map();
  return {
    held,
    most,
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > this.most) throw new Error("QuotaExceededError");
      held.set(key, value);
    },
  };
}

/** Storage that a browser does not let a page have. */
export const blocked = () => {
  throw new Error("SecurityError");
};
