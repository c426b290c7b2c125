"""Text as the rules expect it, that still knows where each character came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from backend.domain.dealer_reading.reading import Quote

MAX_LENGTH = 10_000
"""Characters that are read; the contract lets a dealer's message have half as many."""

_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\n\r\u2028\u2029\x0b\x0c\x85", "\n"),
    "\u2044": "/",
}


@dataclass(frozen=True)
class Folded:
    """``text`` in lower case, with plain digits, quotes and dashes, single spaces, and without
    invisible characters; ``origins[i]`` is the index of ``text[i]`` in ``source``."""

    source: str
    text: str
    origins: tuple[int, ...]

    def alike(self, letters: Mapping[int, int]) -> Folded:
        """The same with letters read as others, one for one, as a language has them."""
        return replace(self, text=self.text.translate(letters))

    def quote(self, start: int, end: int) -> Quote:
        """The source's characters behind ``text[start:end]``, which must not be empty."""
        first, last = self.origins[start], self.origins[end - 1] + 1
        return Quote(first, last, self.source[first:last])


def fold(source: str) -> Folded:
    """Fold each character by itself, so that spans can be led back."""
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(source[:MAX_LENGTH]):
        for folded in _fold(character):
            if folded == " " and characters[-1:] in ([" "], []):
                continue
            characters.append(folded)
            origins.append(index)
        if len(characters) >= MAX_LENGTH:  # some characters fold to many
            break
    return Folded(source, "".join(characters), tuple(origins))


@lru_cache(maxsize=1_024)
def _fold(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character.isspace():
        return " "
    if unicodedata.category(character)[0] == "C":
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", character).casefold()
    return "".join(_ALIKE.get(each, each) for each in plain)
