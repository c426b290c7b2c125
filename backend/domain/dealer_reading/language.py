"""What a language brings: its words for numbers, and its expressions, each named by its meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from backend.domain.dealer_reading.reading import Intent

Pattern = re.Pattern[str]
_CONTINUED = re.compile(r"\\\n\s*")


class Cue(Enum):
    """What the words beside an amount say about it."""

    PROPOSAL = auto()
    FINAL = auto()
    FLOOR = auto()
    DEAL = auto()
    ASKING = auto()
    PAST = auto()
    BUYERS = auto()
    REFUSED = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True)
class NumberWords:
    """Words that make numbers. ``run`` finds them in a row, ``a half`` and ``and`` included.

    ``sums`` are hundreds in one word ("quinientos"), to which tens are added; ``joiner`` stands
    between tens and units; ``dots_group``: "18.500" is eighteen thousand five hundred.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: frozenset[str]
    thousands: frozenset[str]
    one: frozenset[str]
    half: str
    run: Pattern
    money: Pattern
    """What follows digits and marks them as money (``dollars``); group ``k`` is for thousands."""
    sums: Mapping[str, int] = field(default_factory=dict)
    joiner: str | None = None
    dots_group: bool = False


@dataclass(frozen=True)
class Quantities:
    """Numbers that are no money. ``after`` and ``before`` stand there directly."""

    after: Pattern
    before: Pattern
    year_before: Pattern
    anywhere: Pattern
    """Whole expressions: telephone numbers, addresses, trims with a number."""
    round_number_end: Pattern
    """What may follow a short number ("95") that stands for hundreds or thousands."""


@dataclass(frozen=True)
class Steps:
    """Prices named by a difference."""

    less_before: Pattern
    less_after: Pattern
    more_before: Pattern
    more_after: Pattern
    from_asking: Pattern
    refused: Pattern


@dataclass(frozen=True)
class Financing:
    """Payments: what stands before or after the amounts."""

    monthly_after: Pattern
    monthly_before: Pattern
    months: Pattern
    years: Pattern
    down_after: Pattern
    down_before: Pattern
    no_down: Pattern


@dataclass(frozen=True)
class Fees:
    """Fees and add-ons by the name that the buyer is shown."""

    names: Mapping[str, Pattern]
    amount_follows: Pattern
    amount_precedes: Pattern
    waived_before: Pattern
    waived_after: Pattern


@dataclass(frozen=True)
class Language:
    """All of it. Patterns see folded text: lower case, plain quotes and dashes, single spaces."""

    words: NumberWords
    quantities: Quantities
    steps: Steps
    financing: Financing
    fees: Fees
    before: Mapping[Cue, Pattern]
    """Cues in what stands before an amount; the one that ends nearest to it counts."""
    after: Mapping[Cue, Pattern]
    """Cues in what follows an amount directly."""
    turn: Pattern
    """Where a sentence turns to something new: ``but``."""
    range_between: Pattern
    range_start: Pattern
    range_and: Pattern
    all_in: Pattern
    on_top: Pattern
    intents: Mapping[Intent, Pattern]
    question: Pattern
    alike: Mapping[int, int] = field(default_factory=dict)
    """Letters that are read as others, one for one (for ``str.translate``): "é" as "e"."""


def any_of(expressions: str, *, start: str = r"(?<!\w)", end: str = r"(?!\w)") -> Pattern:
    """A pattern for any of the expressions, one a line, between ``start`` and ``end``.

    A line that ends in a backslash goes on in the next one.
    """
    whole = _CONTINUED.sub("", expressions.strip())
    lines = [line.strip() for line in whole.splitlines()]
    return re.compile(rf"{start}(?:{'|'.join(lines)}){end}")


def following(expressions: str, *, start: str = r"[ ,)\"'.]{0,3}") -> Pattern:
    """Like :func:`any_of`, for what directly follows an amount: use it with ``match``."""
    return any_of(expressions, start=start)


def preceding(expressions: str) -> Pattern:
    """Like :func:`any_of`, for what directly precedes an amount."""
    return any_of(expressions, end=r"[ (:\"',~=-]{0,4}\Z")
