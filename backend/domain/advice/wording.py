"""Wordings: several ways to say one thing, written down so that they read as prose."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

Wordings = tuple[str, ...]
"""Templates over the names of ``figures``, in English. Each is one or more full sentences and holds
no digit of its own; each is one entry of the catalogues (see :mod:`backend.locales`)."""


def wordings(text: str) -> Wordings:
    """Read wordings parted by blank lines; line breaks within one are spaces."""
    return tuple(" ".join(block.split()) for block in text.strip().split("\n\n"))


def fits(template: str, known: Mapping[str, str]) -> bool:
    """Whether every figure that ``template`` names is known."""
    return all(name is None or name in known for _, name, _, _ in Formatter().parse(template))
