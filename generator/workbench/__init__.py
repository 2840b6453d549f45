"""While serving: what is wrong with the decks and how their cards look, moments after a save."""
