/* The workbench by itself is loaded again whenever a deck was saved; in a frame, the bar around it sees to that. */
import { follow } from "./news.js";

if (window.top === window) follow(Number(document.body.dataset.number), () => location.reload());
