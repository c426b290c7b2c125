"""Properties are tried on a machine that others use too: no example has a time limit."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
