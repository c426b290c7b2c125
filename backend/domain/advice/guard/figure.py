"""A figure: a number with what it counts and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a figure counts, and in which unit its value is."""

    AMOUNT = "amount"  # dollars
    PERCENT = "percent"
    RATE = "rate"  # percent of interest
    TERM = "term"  # months
    MILEAGE = "mileage"  # miles
    YEAR = "year"
    ROUND = "round"
    PHONE = "phone"  # its digits
    VIN = "vin"  # none: compared by its text
    COUNT = "count"  # of things or days; never guarded
    UNREAD = "unread"  # looks like a figure, but nobody can say of what


_SIGNED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.RATE, Kind.YEAR})


@dataclass(frozen=True)
class Figure:
    """One figure of a text. ``value`` is None where the words are vague ("a few hundred")."""

    kind: Kind
    value: Decimal | None
    start: int
    end: int
    text: str


def signed(text: str, figures: Iterable[Figure]) -> str:
    """``text`` with the sign ``#`` for figures that hold words: which they are is no matter for a
    sentence's stance, as it is none for those in digits.
    """
    for figure in sorted(figures, key=lambda each: each.start, reverse=True):
        if figure.kind in _SIGNED and any(map(str.isalpha, figure.text)):
            text = f"{text[: figure.start]}#{text[figure.end :]}"
    return text
