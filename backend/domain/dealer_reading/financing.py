"""Reads monthly payments, terms and down payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.folding import Folded
from backend.domain.dealer_reading.language import Financing
from backend.domain.dealer_reading.numbers import Number
from backend.domain.dealer_reading.reading import Payment, Role

MIN_MONTHS, MAX_MONTHS = 6, 120
_REACH = 40
_MONTHLY_PART = 4
"""A monthly payment is at most this part of the asking price; more is a price or a slip."""


@dataclass(frozen=True)
class _Part:
    """A monthly payment, a term or a down payment, and where it stands."""

    kind: str
    value: int
    start: int
    end: int


def read_payments(
    folded: Folded, numbers: tuple[Number, ...], context: Context, language: Financing
) -> tuple[tuple[Payment, ...], dict[Number, Role]]:
    """The payments, and the numbers that were used up for them.

    Each monthly payment takes the term and the down payment nearest to it; without one there is a
    payment only for a down payment.
    """
    parts = list(_terms(folded.text, language))
    spans = [(part.start, part.end) for part in parts]
    used: dict[Number, Role] = {}
    for number in numbers:
        if any(start <= number.start < end for start, end in spans):
            continue
        found = _role(folded.text, number, context, language)
        if found is not None:
            used[number], end = found
            parts.append(_Part(used[number].value, number.values[0], number.start, end))
    parts += [
        _Part(Role.DOWN_PAYMENT.value, 0, *match.span())
        for match in language.no_down.finditer(folded.text)
    ]
    parts.sort(key=lambda part: part.start)
    return tuple(_payment(folded, group) for group in _groups(parts)), used


def _role(
    text: str, number: Number, context: Context, language: Financing
) -> tuple[Role, int] | None:
    """What the number is in a financing, and where the words that say so end."""
    before = text[max(0, number.start - _REACH) : number.start]
    after = language.down_after.match(text, number.end)
    if after or language.down_before.search(before):
        return Role.DOWN_PAYMENT, after.end() if after else number.end
    after = language.monthly_after.match(text, number.end)
    if not after and not language.monthly_before.search(before):
        return None
    if number.values[0] * _MONTHLY_PART > context.asking:
        return None
    return Role.MONTHLY, after.end() if after else number.end


def _terms(text: str, language: Financing) -> Iterator[_Part]:
    for pattern, months in ((language.months, 1), (language.years, 12)):
        for match in pattern.finditer(text):
            term = int(match[1]) * months
            if MIN_MONTHS <= term <= MAX_MONTHS:
                yield _Part("term", term, *match.span())


def _groups(parts: list[_Part]) -> list[list[_Part]]:
    """The parts by monthly payment: a group ends where one of its kinds comes again."""
    groups: list[list[_Part]] = []
    for part in parts:
        if not groups or any(part.kind == other.kind for other in groups[-1]):
            groups.append([])
        groups[-1].append(part)
    kinds = {Role.MONTHLY.value, Role.DOWN_PAYMENT.value}
    return [group for group in groups if any(part.kind in kinds for part in group)]


def _payment(folded: Folded, group: list[_Part]) -> Payment:
    values = {part.kind: part.value for part in group}
    end = max(part.end for part in group)
    return Payment(
        folded.quote(group[0].start, end),
        monthly=values.get(Role.MONTHLY.value),
        months=values.get("term"),
        down=values.get(Role.DOWN_PAYMENT.value),
    )
