/* While serving: a bar on every page that tells of problems moments after a save, and opens the workbench. */
import { follow } from "./news.js";

const OPEN = "kindling workbench";

const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/workbench/bar.css" });
const bar = Object.assign(document.createElement("aside"), { id: "kindling-workbench" });
const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Workbench" });
const first = Object.assign(document.createElement("p"), { hidden: true });
bar.setAttribute("aria-label", "Workbench");
first.setAttribute("role", "status");
bar.append(first, button);

/** Open or close the workbench; it stays as it is when the page is loaded again. */
function toggle(open) {
  button.setAttribute("aria-expanded", String(open));
  bar.dataset.open = open;
  bar.querySelector("iframe")?.remove();
  if (open) bar.prepend(Object.assign(document.createElement("iframe"), { src: "/workbench/", title: "Workbench" }));
  sessionStorage.setItem(OPEN, open ? "open" : "");
}

/** Say what is known: the first problem in words, and how many there are. */
function tell(state) {
  bar.dataset.errors = state.errors;
  button.textContent = `Workbench: ${state.summary}`;
  first.textContent = state.first;
  first.hidden = !state.first;
  bar.querySelector("iframe")?.contentWindow.location.reload();
}

button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
bar.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
document.head.append(sheet);
document.body.append(bar);
toggle(sessionStorage.getItem(OPEN) === "open");
follow(0, tell);
