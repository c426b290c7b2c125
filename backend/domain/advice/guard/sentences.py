"""Cuts a stream of text into sentences."""

from __future__ import annotations

import re

LONGEST = 1_000
"""Characters after which a sentence is cut wherever it is."""

_END = re.compile(r"[.!?…。！？]+[”\"')\]]*(?=\s)|\n\s*\n|\n(?=\s*(?:[-•*]|\d+[.)])\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|vs|approx|est|inc|co|st|etc|a\.m|p\.m|u\.s|max|min|incl|"
    r"[a-z])|^\s*\d+)\.$",
    re.IGNORECASE,
)
_OPENING, _CLOSING = "“", "”"


class Sentences:
    """Takes pieces of a text and gives its sentences, each with the blanks behind it.

    Joined they are exactly the text. Words between quotation marks stay in one sentence with what
    introduces them, unless that gets too long.
    """

    def __init__(self) -> None:
        self._held = ""

    @property
    def held(self) -> str:
        """The beginning of a sentence whose end has not come yet."""
        return self._held

    def feed(self, piece: str) -> list[str]:
        """The sentences that ``piece`` completes."""
        self._held += piece
        done = []
        while (end := self._end()) is not None:
            done.append(self._held[:end])
            self._held = self._held[end:]
        return done

    def finish(self) -> list[str]:
        """What is left when the text has ended."""
        rest, self._held = self._held, ""
        return [rest] if rest else []

    def _end(self) -> int | None:
        text = self._held
        for found in _END.finditer(text):
            before = text[: found.end()]
            if _ABBREVIATION.search(before) or self._is_open(before):
                continue
            # The blanks behind it belong to it, so their end must have come.
            behind = re.compile(r"\s*").match(text, found.end())
            end = behind.end() if behind else found.end()
            if end < len(text):
                return end
        return LONGEST if len(text) >= LONGEST else None

    def _is_open(self, text: str) -> bool:
        if "\n\n" in text[-3:]:
            return False
        if text.count(_OPENING) > text.count(_CLOSING):
            return True
        return text.count('"') % 2 == 1


def split(text: str) -> list[str]:
    """The sentences of a whole text."""
    sentences = Sentences()
    return [*sentences.feed(text), *sentences.finish()]
