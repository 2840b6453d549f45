"""Decks, essays and settings as files, and what becomes of them."""
