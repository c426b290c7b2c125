"""Text as the guard reads it: what cannot be seen is gone, what looks like a digit is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

QUOTED = re.compile(r"“[^”]*(?:”|$)")
"""Words between quotation marks in folded text, also where the closing one is missing."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")
"""Letters that show as nothing."""
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_EMPHASIS = re.compile(r"[*`]+|^ {0,3}(?:#{1,6}|>|[-•]) +", re.MULTILINE)
_MOST_MARKS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁԛԝһӏвкмнтАВЕКМНОРСТХІЈЅαεοριυνκτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdqwhlbkmhtABEKMHOPCTXIJSaeopiuvktxABEZHIKMNOPTYX",
)
_PLAIN = str.maketrans("áéíóúüñ", "aeiouun")
"""Spanish letters as they are often typed: with and without its accent a word is the same."""

_PUNCTUATION = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "′": "'",
        "„": "“",
        "«": "“",
        "»": "”",
        "‟": "“",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "−": "-",
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "、": ",",
        "。": ".",
    }
)


def visible(text: str) -> str:
    """``text`` without characters that cannot be seen and without Markdown's emphasis.

    This is what is checked and what is shown, so that nothing can hide between the two.
    """
    seen = "".join(character for character in text if is_visible(character))
    return _MOST_MARKS.sub(r"\1", _EMPHASIS.sub("", seen))


def is_visible(character: str) -> bool:
    """Whether a reader could tell that the character is there."""
    if character in "\n\t ":
        return True
    hidden = unicodedata.category(character) in _UNSEEN or character in _BLANK_LETTERS
    return not hidden and not _VARIATION.match(character)


def folded(text: str) -> str:
    """``text`` for reading: lower case, ASCII digits, one kind of each quotation mark, dash and
    blank, look-alikes of Latin letters as those, Spanish letters without accents.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_LOOKALIKES))
    plain = "".join(_ascii_digit(character) for character in plain).translate(_PUNCTUATION)
    return " ".join(_directed(plain).casefold().translate(_PLAIN).split())


def without(text: str, names: Iterable[str], instead: str = " ") -> str:
    """``text`` with ``instead`` for the car's names, which may be written in any way."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", instead, text, flags=re.IGNORECASE)
    return text


def has_other_letters(text: str) -> bool:
    """Whether there are letters of another script than Latin, look-alikes included."""
    return any(_is_foreign(character) for character in text)


def _is_foreign(character: str) -> bool:
    if character.isascii() or not character.isalpha():
        return False
    return not unicodedata.name(character, "").startswith(("LATIN", "FEMININE", "MASCULINE"))


def _ascii_digit(character: str) -> str:
    if character.isascii():
        return character
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


def _directed(text: str) -> str:
    """Straight quotation marks turned into opening and closing ones, by turns."""
    parts = text.split('"')
    marks = ("“", "”")
    return "".join(
        part + (marks[index % 2] if index < len(parts) - 1 else "")
        for index, part in enumerate(parts)
    )
