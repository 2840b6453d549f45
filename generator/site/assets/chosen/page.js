/* The page: its parts, its words, and what it was given. */

/** @param {string} id @returns {HTMLElement} */
export const part = (id) => document.getElementById(id);

const data = (id) => JSON.parse(part(id).textContent);
const words = data("words");

/** Sheets as plans by paper, sizes in points, a card's anatomy in mm, titles by deck. */
export const given = data("given");

/** A sentence with its places filled in. @param {string} key @param {Record<string, string | number>} [values] */
export const spoken = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The words for a number of things. @param {number} count @param {"cards" | "sheets"} things */
export const counted = (count, things) => spoken(count === 1 ? `one_${things.slice(0, -1)}` : `many_${things}`, { count });

/** A copy of a template. @param {string} id @returns {HTMLElement} */
export const copied = (id) => part(id).content.firstElementChild.cloneNode(true);

/** What was chosen of some radio buttons. @param {string} name */
export const picked = (name) => document.querySelector(`input[name="${name}"]:checked`).value;
