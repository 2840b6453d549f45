"""Tests: one file a room; golden/ holds decks and what their authors must be told; browser/ a real Chromium."""
