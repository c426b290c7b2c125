"""The words of an ad's text, and comparing them without regard to how they are written."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:(?<=\d)\.(?=\d)[^\W_]+)*")


@dataclass(frozen=True)
class Word:
    """A word, and where in its text it stands."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word as it is compared."""
        return squashed(self.text)


def cleaned(text: object) -> str:
    """``text`` with entities resolved and nothing unprintable; empty when it is no string."""
    if not isinstance(text, str):
        return ""
    printable = (char if char.isprintable() else " " for char in html.unescape(text))
    return " ".join("".join(printable).split())


def words_of(text: str) -> list[Word]:
    """The words of a cleaned text. Marks separate words, but for the point within a number."""
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]


def squashed(text: str) -> str:
    """Letters and digits alone, in lower case, without accents: ``F-150`` and ``f 150`` agree."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain.lower() if char.isalnum() and char.isascii())


def phrase(words: list[Word], start: int, length: int) -> str:
    """``length`` words from ``start``, squashed together; empty where there are not so many."""
    chosen = words[start : start + length]
    return "".join(word.key for word in chosen) if len(chosen) == length else ""
