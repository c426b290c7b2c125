"""Checks one sentence against the rules of a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from backend.domain.advice.guard import price_rules, sayings, voting, writing
from backend.domain.advice.guard.clauses import is_denied, is_meant, part_around
from backend.domain.advice.guard.figure import Figure, Kind, signed
from backend.domain.advice.guard.languages import LANGUAGES
from backend.domain.advice.guard.reading_figures import read_figures, read_spelled
from backend.domain.advice.guard.rules import Rules, key_of
from backend.domain.advice.guard.sentences import LONGEST, split
from backend.domain.advice.guard.text import QUOTED, folded
from backend.domain.advice.guard.violation import Reason, Violation


@dataclass(frozen=True)
class Reading:
    """A sentence as it was read. ``before`` is the sentence before it, folded."""

    text: str
    figures: tuple[Figure, ...]
    before: str

    @property
    def amounts(self) -> Iterator[Figure]:
        return (figure for figure in self.figures if figure.kind is Kind.AMOUNT)


def check(sentence: str, rules: Rules, before: str = "") -> Violation | None:
    """What is wrong with ``sentence``, or None when it may be shown.

    ``before`` is what was said right before it: a phrase may begin there.
    """
    if len(sentence) > LONGEST:
        return Violation(Reason.TOO_LONG, sentence[:40])
    written = writing.check(sentence, rules)
    if written is not None:
        return written
    reading = _read(sentence, rules, before)
    certain = _first(_FIGURES, reading, rules)
    if certain is not None:
        return certain
    phrase = _first(_PHRASES, reading, rules)
    said = signed(reading.text, reading.figures)
    return voting.vote(phrase, said, tuple(reading.amounts), rules)


def check_phrases(sentence: str, rules: Rules, before: str = "") -> Violation | None:
    """What :func:`check` finds by rules alone: for words that no model wrote, or only a start."""
    written = writing.check(sentence, rules)
    if written is not None:
        return written
    return _first((*_FIGURES, *_PHRASES), _read(sentence, rules, before), rules)


def _read(sentence: str, rules: Rules, before: str) -> Reading:
    text = folded(sentence)
    return Reading(text, tuple(_all_figures(text, rules)), folded(before))


def _first(checks: Sequence[Check], reading: Reading, rules: Rules) -> Violation | None:
    return next((found for each in checks if (found := each(reading, rules)) is not None), None)


def _all_figures(text: str, rules: Rules) -> list[Figure]:
    """The figures of a sentence, also those that another language spells out in it."""
    own = read_figures(text, rules.language, rules.names)
    others = (
        figure
        for language in LANGUAGES
        if language.code != rules.language.code
        for figure in read_spelled(text, language)
        if not any(each.start < figure.end and figure.start < each.end for each in own)
    )
    return [*own, *others]


def check_for_dealer(text: str, rules: Rules) -> Violation | None:
    """What is wrong with ``text`` as a message to the dealer, or None when it may be copied.

    Each sentence is read as words for the dealer, and no secret amount may stand in it.
    """
    before = ""
    for sentence in (each.strip() for each in split(text)):
        quoted = folded(f"“{sentence}”")
        for figure in read_figures(quoted, rules.language, rules.names):
            if figure.kind is Kind.AMOUNT and figure.value in rules.secrets:
                return Violation(Reason.SECRET, figure.text)
        if (found := check_phrases(f"“{sentence}”", rules, before)) is not None:
            return found
        before = sentence
    return None


def _figures(reading: Reading, rules: Rules) -> Violation | None:
    """Every figure is one of the brief, or told as the buyer's or the dealer's, or challenged."""
    for figure in reading.figures:
        if figure.kind is Kind.COUNT or key_of(figure) in rules.known:
            continue
        if figure.value is None and figure.kind is not Kind.VIN:
            return Violation(Reason.UNKNOWN_FIGURE, figure.text)
        if key_of(figure) in rules.buyers and _is_told_as_buyers(reading.text, rules):
            continue
        if key_of(figure) not in rules.dealers:
            return Violation(Reason.UNKNOWN_FIGURE, figure.text)
        if not (
            _is_told_as_dealers(reading.text, figure, rules)
            or _is_challenged(reading.text, figure, rules)
        ):
            return Violation(Reason.DEALER_FIGURE, figure.text)
    return None


def _is_told_as_buyers(text: str, rules: Rules) -> bool:
    return bool(rules.language.prices.buyer_said.search(text))


def _is_told_as_dealers(text: str, figure: Figure, rules: Rules) -> bool:
    prices = rules.language.prices
    for quoted in QUOTED.finditer(text):
        if quoted.start() <= figure.start < quoted.end():
            return bool(prices.dealers.search(quoted.group()))
    if prices.dealer_after.match(text, figure.end):
        return True
    if is_denied(text, figure.start, figure.end, rules.language.clauses):
        return True
    return bool(prices.dealer_said.search(text, 0, figure.start))


def _is_challenged(text: str, figure: Figure, rules: Rules) -> bool:
    """Whether the buyer is told to do something about what the dealer named: "fight the $499"."""
    start, end = part_around(text, figure.start, figure.end)
    clauses = rules.language.clauses
    return any(
        is_meant(text, found.start(), found.end(), clauses)
        for found in rules.language.prices.challenges.finditer(text, start, end)
    )


Check = Callable[[Reading, Rules], Violation | None]

_FIGURES: tuple[Check, ...] = (
    _figures,
    lambda reading, rules: sayings.secret(reading.text, tuple(reading.amounts), rules),
    lambda reading, rules: sayings.passes_on(
        reading.text, reading.before, tuple(reading.amounts), rules
    ),
    lambda reading, rules: price_rules.over_cap(reading.text, tuple(reading.amounts), rules),
    lambda reading, rules: sayings.exceeds_figure(reading.text, tuple(reading.amounts), rules),
    lambda reading, rules: price_rules.misnamed(reading.text, tuple(reading.amounts), rules),
)
"""What is wrong for certain."""

_PHRASES: tuple[Check, ...] = (
    lambda reading, rules: sayings.reveals(reading.text, rules),
    lambda reading, rules: sayings.middle(reading.text, reading.before, rules),
    lambda reading, rules: sayings.commits(reading.text, rules),
    lambda reading, rules: sayings.exceeds(reading.text, rules),
    lambda reading, rules: sayings.accepts(reading.text, tuple(reading.amounts), rules),
    lambda reading, rules: sayings.for_dealer(reading.text, rules),
)
"""Phrases of a wrong stance, which have one of two votes."""
