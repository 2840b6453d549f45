"""Colours, sticks, quotes and faces."""
