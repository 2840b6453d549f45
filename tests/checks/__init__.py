"""The rules for decks and essays."""
