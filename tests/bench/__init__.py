"""Figures: sizes in bytes, and times as ratios against a peer or the previous state in the same run."""
