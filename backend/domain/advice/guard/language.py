"""What the guard has to know of a language. Each language is one value of :class:`Language`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import dedent

Pattern = re.Pattern[str]


def any_of(expressions: str) -> Pattern:
    """A pattern that any of the expressions, one a line, matches; each as whole words.

    A line that is indented further than the first one continues the line before it.
    """
    lines = dedent(expressions).strip().splitlines()
    joined = "".join(f"\n{line}" if line[:1] != " " else line.strip() for line in lines)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(joined.split(chr(10))[1:])})(?!\w)")


def words_of(text: str) -> list[str]:
    """The words of a table, however its lines are broken."""
    return text.split()


@dataclass(frozen=True)
class NumberWords:
    """How numbers are spelled out.

    Attributes:
        ones: 0 to 19. ``tens``: 20 to 90. ``scales``: what multiplies, from 100 on.
        hundreds: hundreds that are one word. ``joiner``: what may stand between the words of one
            number. ``one``: what means 1 before a scale. ``vague``: amounts that are not exact.
        point: the decimal point, spelled out.
        dots_group: whether "17.400" and "17.400,50" are written as well as "17,400.50".
        centuries: words by which a year begins that is said in two numbers ("twenty-nineteen").
    """

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    joiner: str
    one: frozenset[str]
    point: frozenset[str]
    vague: Pattern
    hundreds: Mapping[str, int] = field(default_factory=dict)
    dots_group: bool = False
    centuries: Mapping[str, int] = field(default_factory=dict)

    @property
    def known(self) -> frozenset[str]:
        """Every word that counts by itself."""
        return frozenset((*self.ones, *self.tens, *self.hundreds, *self.scales))


@dataclass(frozen=True)
class Units:
    """Patterns that say what a number counts; each begins right behind it, or ends before it."""

    money: Pattern
    cents: Pattern
    percent: Pattern
    interest: Pattern
    month: Pattern
    year: Pattern
    mile: Pattern
    counted: Pattern
    round_before: Pattern
    round_of: Pattern
    round_after: Pattern
    price_before: Pattern
    range_between: Pattern
    idioms: Pattern
    fractions: Pattern


@dataclass(frozen=True)
class Clauses:
    """Patterns that say how a phrase is meant: denied, another's words, or a condition."""

    boundary: Pattern
    negation: Pattern
    not_negation: Pattern
    refutation: Pattern
    subordinate: Pattern
    attribution: Pattern
    attribution_end: Pattern
    endorsement: Pattern
    condition: Pattern


@dataclass(frozen=True)
class Phrases:
    """What is never advised, or only so far as the prices allow."""

    middle: Pattern
    commits: Pattern
    commits_unless_agreed: Pattern
    acts: Pattern
    for_dealer: Pattern
    praise: Pattern
    exceeds: Pattern
    accepts: Pattern
    reveals: Pattern
    passes_on: Pattern
    secret_words: Pattern
    own_limit: Pattern
    own: Pattern
    first_person: Pattern
    leaks: Pattern


@dataclass(frozen=True)
class Prices:
    """How a sentence advises a price, or only tells of one.

    ``challenges``: what the buyer does about a figure of the dealer's that is not to stand.
    """

    offers: Pattern
    takes: Pattern
    hopes: Pattern
    by_dealer: Pattern
    compared: Pattern
    that_one: Pattern
    raises_by: Pattern
    praised_amount: Pattern
    described: Pattern
    dealers: Pattern
    dealer_said: Pattern
    dealer_after: Pattern
    buyer_said: Pattern
    challenges: Pattern
    claims: Mapping[str, Pattern]


@dataclass(frozen=True)
class Language:
    """All of one language.

    Attributes:
        common: its most frequent words, by which it is known. ``elsewhere``: those of others.
        car: the word that stands for a car's name. ``limit``: for the buyer's limit.
        harmless: common words that belong to no figure, price, action or secret.
    """

    code: str
    car: str
    limit: str
    numbers: NumberWords
    units: Units
    clauses: Clauses
    phrases: Phrases
    prices: Prices
    common: frozenset[str]
    elsewhere: Pattern
    harmless: frozenset[str]
