/* The sheet of decks: one tap puts another deck on the table. */

/** @param {HTMLElement} section @param {object} tools @param {() => void} close */
export function opened(section, { at, run }, close) {
  const lying = at().decks.map(({ id }) => id);
  for (const button of section.querySelectorAll("button[value]"))
    button.setAttribute("aria-current", lying.length === 1 && lying[0] === button.value);
  section.addEventListener("click", ({ target }) => {
    const id = target.closest("button[value]")?.value;
    if (!id) return;
    close();
    if (lying.length > 1 || lying[0] !== id) run("choose", [id]);
  });
}
