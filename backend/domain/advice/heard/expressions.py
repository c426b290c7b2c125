"""Reads text by lists of expressions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_AMOUNT = re.compile(r"\$ ?\d|\b\d{1,3}(,\d{3})+\b|\b\d{4,6}\b|\b\d+(\.\d+)? ?(k|grand|mil)\b")

_CONTINUED = re.compile(r"\\\n\s*")
_SHORT = {
    "<cannot>": r"(can't|cannot|cant|can not|couldn't|won't|wont|wouldn't)( \w+)?",
    "<not>": r"(haven't|hasn't|didn't|doesn't|don't|won't|wont|isn't|wouldn't|can't|not|never)",
    "<should i>": r"(should|shall|do|can|could|would|must|may) (i|we)( \w+)?",
    "<they>": r"(they|he|she|(the )?(dealer|seller|salesman|guy))( \w+)?",
    "<what is>": r"(what|what's|whats|what is|what are)",
    "<a deal>": r"(a|yourself a) deal(?! (breaker|for you|going|on|with|waiting))",
    "<other>": r"(another|other|others|several|second|few|multiple|more)( \w+)?",
}
"""What the expressions abbreviate."""


def rule(expressions: str) -> re.Pattern[str]:
    """A rule that any of the expressions, one a line, fulfils; each begins and ends at a word.

    A line that ends in a backslash goes on in the next one.
    """
    expressions = _CONTINUED.sub("", expressions)
    for short, meant in _SHORT.items():
        expressions = expressions.replace(short, meant)
    lines = [line.strip() for line in expressions.strip().splitlines()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)")


_PLAIN = str.maketrans(
    {**dict(zip("áéíóúüñ", "aeiouun", strict=True)), "’": "'", "¿": " ", "¡": " "}
)


@lru_cache(maxsize=64)
def plain(text: str | None) -> str:
    """Text as the rules expect it: lower case, without Spanish accents, straight apostrophes,
    single spaces.
    """
    folded = unicodedata.normalize("NFKC", text or "").casefold().translate(_PLAIN)
    return " ".join(folded.split())


def names_an_amount(text: str | None) -> bool:
    """Whether there is something in the text that looks like a price."""
    return bool(_AMOUNT.search(plain(text)))
