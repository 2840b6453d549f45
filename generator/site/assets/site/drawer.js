/* The menu of narrow windows: the theme's box to tick, worked by a button that a keyboard and a screen reader know. */

/** @param {Document} page */
export function drawer(page) {
  const box = page.getElementById("__drawer");
  const button = page.querySelector(".menu-way");
  const menu = page.querySelector(".md-sidebar--primary");
  if (!box || !button || !menu) return;
  menu.id ||= "menu";
  button.setAttribute("aria-controls", menu.id);
  box.hidden = button.previousElementSibling.hidden = true;
  button.hidden = false;

  function set(open) {
    box.checked = open;
    button.setAttribute("aria-expanded", String(open));
    /* What the menu lies over is out of reach until it is closed. */
    for (const part of page.querySelectorAll(".md-content, .md-footer")) part.inert = open;
  }

  set(box.checked);
  box.addEventListener("change", () => set(box.checked));
  button.addEventListener("click", () => set(!box.checked));
  page.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked || page.querySelector("dialog[open]")) return;
    set(false);
    button.focus();
  });
}
