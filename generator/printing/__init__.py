"""The printing wing: a deck becomes sheets of cards, front and back, as one PDF."""
