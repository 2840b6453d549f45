"""The Nu HTML checker, the one the W3C runs: what it says of the pages, style sheets and pictures of a built site."""
