/* The way to the search. Its script, its library and what it knows come when somebody opens it. */

/** @param {Document} page */
export function search(page) {
  const dialog = page.getElementById("find");
  const ways = page.querySelectorAll("[data-find]");
  if (!dialog || !ways.length) return;

  /* A page with a way out keeps it within reach. */
  const isModal = !page.querySelector(".leave");

  async function open() {
    if (dialog.open) return;
    if (isModal) dialog.showModal();
    else dialog.show();
    dialog.querySelector("input").focus();
    const box = await import("../find/box.js").catch(() => null);
    if (box) box.ready(dialog);
    else dialog.querySelector("[role=status]").textContent = JSON.parse(dialog.querySelector("ul").dataset.words).failed;
  }

  for (const way of ways) {
    way.setAttribute("aria-haspopup", "dialog");
    way.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (page.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  /* In a search field a browser would only empty it. */
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("[data-close]")) dialog.close();
  });
}

const isTyping = (element) => element.isContentEditable || element.matches("input:not([type=radio], [type=checkbox]), textarea, select");
