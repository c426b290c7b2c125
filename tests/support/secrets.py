"""Looking for what may stand in no log: texts, amounts that are private, tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable

RUN = 4
"""So many words in a row are a quotation."""

_WORD = re.compile(r"\w+")


def quoted(text: str, log: str) -> list[str]:
    """What of ``text`` stands in ``log``: runs of words, however they were escaped or cut."""
    words = _WORD.findall(text)
    plain = " ".join(_WORD.findall(_unescaped(log)))
    size = min(RUN, len(words))
    runs = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    return [run for run in runs if run and f" {run} " in f" {plain} "]


def all_quoted(texts: Iterable[str], log: str) -> list[str]:
    """The same for many texts."""
    return [run for text in texts for run in quoted(text, log)]


def _unescaped(log: str) -> str:
    """A log's text with the letters that JSON and Python's ``repr`` escape."""
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), log)
    return re.sub(r"\\[nrt]", " ", plain)
