"""Tests of the printing wing."""
