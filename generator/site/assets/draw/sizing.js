/* The largest type with which a card still fits the screen. */

/** In the root's `rem`: the least, never below what the page has anyway; the most, so that it stays a card. */
const LEAST = 1.25;
const MOST = 7;
const SHARE = .2;

/**
 * The largest whole number that fits, if smaller ones fit too; `least` when none does.
 * @param {number} least @param {number} most @param {(size: number) => boolean} fits
 */
export function largest(least, most, fits) {
  let [low, high] = [least, Math.max(least, most)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Size the type of a card so that no word is cut and, if that can be, nothing has to be scrolled. @param {HTMLElement} card */
export function size(card) {
  const root = document.documentElement;
  const large = [...card.querySelectorAll(".prompt, .lead")];
  const rem = parseFloat(getComputedStyle(root).fontSize);
  const set = (pixels) => root.style.setProperty("--type", `${pixels}px`);
  const fits = (pixels) => {
    set(pixels);
    return large.every((text) => text.scrollWidth <= text.clientWidth) && root.scrollHeight <= root.clientHeight;
  };
  if (!large.length) return;
  root.classList.add("sizing");
  set(largest(Math.round(LEAST * rem), Math.floor(Math.min(MOST * rem, SHARE * Math.min(root.clientWidth, root.clientHeight))), fits));
  root.classList.remove("sizing");
}
