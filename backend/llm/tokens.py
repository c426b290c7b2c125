"""How many tokens a text takes at the most, whatever model reads it.

Each model cuts text in its own way, and a chain has several. This count asks none of them: it cuts
finer than they do with ordinary words, digits and signs, in English and Spanish, and counts other
letters and emoji by their bytes, which no model needs more tokens for.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"[A-Za-z]{1,3}|(?P<free>(?<!\s) (?=\S))|.", re.ASCII | re.DOTALL)


def most_tokens(text: str) -> int:
    """The tokens of ``text``, on the safe side. Deterministic; never less for a longer text."""
    return sum(map(_tokens, _PIECE.finditer(text)))


def beginning(text: str, tokens: int) -> str:
    """The longest beginning of ``text`` that takes at most ``tokens``."""
    left, end = tokens, 0
    for piece in _PIECE.finditer(text):
        left -= _tokens(piece)
        if left < 0:
            return text[:end]
        if piece["free"] is None:  # a space is free before its word only
            end = piece.end()
    return text


def _tokens(piece: re.Match[str]) -> int:
    if piece["free"] is not None:
        return 0
    return 1 if piece[0].isascii() else len(piece[0].encode("utf-8", "replace"))
