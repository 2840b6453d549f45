"""Settings of the printing tests."""

from __future__ import annotations

from hypothesis import settings

# A loaded machine may take long over one example; that says nothing about the example.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
