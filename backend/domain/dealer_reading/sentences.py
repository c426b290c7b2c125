"""Where sentences begin and end in folded text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_BREAK = re.compile(r"\n|(?<!\bvs)[.!?]+(?=[ \n\"')]|\Z|(?<=[!?]))|\.{2,}")


class Sentences:
    """The sentences of a text, by the places where one ends and the next begins."""

    def __init__(self, text: str) -> None:
        breaks = [match.span() for match in _BREAK.finditer(text)]
        self._ends = [start for start, _ in breaks]
        self._starts = [end for _, end in breaks]
        self._length = len(text)

    def start(self, position: int) -> int:
        """Where the sentence that ``position`` lies in begins."""
        index = bisect_right(self._starts, position)
        return self._starts[index - 1] if index else 0

    def end(self, position: int, *, more: int = 0) -> int:
        """Where the sentence that ``position`` lies in ends, or the one ``more`` after it."""
        index = bisect_left(self._ends, position) + more
        return self._ends[index] if index < len(self._ends) else self._length

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Start and end of each, its closing marks included."""
        start = 0
        for end in [*self._starts, self._length]:
            if end > start:
                yield start, end
            start = end
