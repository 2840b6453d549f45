/* Leaving at once: the page is gone before the next one is there, and Back does not lead to it. */

/** Links within the page must not fill the history with more of it. */
function within(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
}

/** However it was clicked, the page is left; never in a new tab, for then this one would stay. */
function leave(event) {
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(event.currentTarget.href);
}

document.addEventListener("click", within);
document.getElementById("leave").addEventListener("click", leave);
