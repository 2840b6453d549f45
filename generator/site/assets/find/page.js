/* The page that lists all cards has the search in its place. */
import { ready } from "./box.js";

const box = document.querySelector("search");
box.hidden = false;
ready(box);
