"""Reads fees, taxes and add-ons with what they cost."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.folding import Folded
from backend.domain.dealer_reading.language import Fees
from backend.domain.dealer_reading.numbers import Number
from backend.domain.dealer_reading.reading import Fee

_REACH = 40
_MOST_OF_ASK = 3
"""A fee is at most a third of what the dealer asks; more is the car's price."""

Named = tuple[str, int, int]


def read_fees(
    folded: Folded, numbers: Collection[Number], context: Context, language: Fees
) -> tuple[tuple[Fee, ...], frozenset[Number]]:
    """The fees in the order of the text, and the numbers that are their amounts.

    An amount belongs to the name that it touches ("$499 doc fee", "doc fee is $499"). Fees that the
    dealer waives are left out.
    """
    free = [each for each in numbers if not each.short or len(each.values) == 3]
    fees: list[Fee] = []
    used: set[Number] = set()
    for name, start, end in _names(folded.text, language):
        if _is_waived(folded.text, start, end, language):
            continue
        number = next(
            (
                each
                for each in free
                if each not in used
                and each.values[0] * _MOST_OF_ASK <= context.ask
                and _touches(folded.text, each, (start, end), language)
            ),
            None,
        )
        if number is None:
            fees.append(Fee(folded.quote(start, end), name))
            continue
        used.add(number)
        span = min(start, number.start), max(end, number.end)
        fees.append(Fee(folded.quote(*span), name, number.values[0]))
    return tuple(fees), frozenset(used)


def _is_waived(text: str, start: int, end: int, language: Fees) -> bool:
    before = text[max(0, start - _REACH) : start]
    return bool(language.waived_before.search(before) or language.waived_after.match(text, end))


def _names(text: str, language: Fees) -> Iterator[Named]:
    """Names with their places, in order; of those that overlap, the one listed first."""
    found: list[Named] = []
    for name, pattern in language.names.items():
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for _, start, end in found):
                found.append((name, *match.span()))
            if len(found) >= 40:
                break
    yield from sorted(found, key=lambda each: each[1])


def _touches(text: str, number: Number, name: tuple[int, int], language: Fees) -> bool:
    start, end = name
    if number.end <= start <= number.end + _REACH:
        return language.amount_precedes.fullmatch(text, number.end, start) is not None
    if end <= number.start <= end + _REACH:
        return language.amount_follows.fullmatch(text, end, number.start) is not None
    return False
