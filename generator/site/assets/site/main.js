/* What pages with the theme need at once: day and night, the drawer, and the way to the search. */
import { drawer } from "./drawer.js";
import { palette } from "./palette.js";
import { reveal } from "./reveal.js";
import { search } from "./search.js";

palette(document);
drawer(document);
reveal();
search(document);
