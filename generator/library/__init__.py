"""What a deck is, and how one gets in."""
