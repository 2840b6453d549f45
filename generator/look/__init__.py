"""How Kindling looks, once for screen and paper: colours, type, the anatomy of a card, the sticks, the fonts."""
