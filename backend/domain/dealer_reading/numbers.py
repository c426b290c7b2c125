"""Finds the amounts in a text, whatever they are for: "$18,500", "18.5k", "18 5", "nine grand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from backend.domain.dealer_reading.language import Language
from backend.domain.dealer_reading.spelled import spelled_values
from backend.domain.money import MAX_CENTS

MAX_NUMBERS = 200
"""How many numbers of a message are looked at."""

_CURRENCY = r"(?P<currency>(?:us ?)?\$ ?|usd ?)?"
_RUN = re.compile(rf"(?<!\w)(?<![#/@]){_CURRENCY}(?P<run>\d(?:[\d,./:-]*\d)?)")
_PLAIN = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,8})(?:\.(?P<decimals>\d{1,3}))?")
_TENTHS = re.compile(r"\d{1,3},\d")
"""A slip, or as other languages write it: "18,5" for 18.5."""
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
""" "18.500,50", in languages that group so."""
_GROUP = re.compile(r" (\d{3}|[1-9])(?![\w,.:/%$-]|\.\d| ?(?:k|grand|thousand)\b)")
_MAX_RUN = 16


@dataclass(frozen=True)
class Number:
    """A number that may be an amount, from ``start`` to ``end`` of the folded text.

    Attributes:
        values: cents, what it says plainly first; a short number ("95") has also the amounts that
            it may stand for.
        sure: it is money by its form: a currency sign, a thousands separator, "k", "grand".
        short: it has to be scaled by a price that it is near to.
        digits: where it is nothing but digits, those; else empty.
    """

    start: int
    end: int
    values: tuple[int, ...]
    sure: bool = False
    short: bool = False
    digits: str = ""


def find_numbers(text: str, language: Language) -> tuple[Number, ...]:
    """All numbers of a folded text in order; those that overlap are readings of the same place.

    Telephone numbers, addresses, dates, fractions, VINs and names with digits ("350z") are left
    out. Time is linear in the length of the text.
    """
    hidden = [match.span() for match in language.quantities.anywhere.finditer(text)]
    found: list[Number] = []
    for match in language.words.run.finditer(text):
        number = _in_words(text, match, language)
        if number is not None:
            found.append(number)
            hidden.append(match.span())
    found.extend(_in_digits(text, _Masks(hidden), language))
    return tuple(sorted(found, key=lambda each: (each.start, -each.end))[:MAX_NUMBERS])


class _Masks:
    """Places that are taken; asked for in ascending order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans, reverse=True)

    def cover(self, start: int, end: int) -> bool:
        while self._spans and self._spans[-1][1] <= start:
            self._spans.pop()
        return bool(self._spans) and self._spans[-1][0] < end


def _in_words(text: str, match: re.Match[str], language: Language) -> Number | None:
    dollars, sure = spelled_values(match[0], language.words)
    values = tuple(filter(None, map(_cents, dollars)))
    if not values or language.words.units.get(match[0]) == 1:
        return None
    start = match.start()
    currency = re.compile(r"\$ ?\Z").search(text, max(0, start - 2), start)
    if currency:
        start = currency.start()
    return Number(start, match.end(), values, sure=sure, short=not sure)


def _in_digits(text: str, taken: _Masks, language: Language) -> Iterator[Number]:
    for match in _RUN.finditer(text):
        start, (run_start, run_end) = match.start(), match.span("run")
        if taken.cover(start, run_end) or run_end - run_start > _MAX_RUN or _is_named(text, start):
            continue
        first, _, second = match["run"].partition("-")
        if second and not _is_range(first, second):
            continue
        marked = match["currency"] is not None
        end = run_start + len(first)
        yield from _one(text, (start, run_start, end), language, marked=marked)
        if second:
            yield from _one(text, (end + 1, end + 1, run_end), language, marked=marked)
        elif text[end : end + 1] == " ":
            yield from _two(text, (start, run_start, end), marked=marked)


def _is_named(text: str, start: int) -> bool:
    """Whether the digits belong to a name: "f-150"; but not in "8k-9k"."""
    before = text[max(0, start - 3) : start]
    return before[-1:] == "-" and before[-2:-1].isalpha() and not re.match(r"\dk", before)


def _is_range(first: str, second: str) -> bool:
    low, high = _PLAIN.fullmatch(first), _PLAIN.fullmatch(second)
    if not low or not high:
        return False
    lower, upper = _dollars(low), _dollars(high)
    return 0 < lower < upper <= 2 * lower or lower < 100 <= upper


def _one(
    text: str, span: tuple[int, int, int], language: Language, *, marked: bool
) -> Iterator[Number]:
    start, first_digit, end = span
    written = text[first_digit:end]
    is_dotted = language.words.dots_group and _DOTTED.fullmatch(written) is not None
    if is_dotted:
        written = written.replace(".", "").replace(",", ".")
    elif _TENTHS.fullmatch(written):
        written = written.replace(",", ".")
    plain = _PLAIN.fullmatch(written)
    if not plain:
        return
    money = language.words.money.match(text, end)
    thousands = money is not None and money["k"] is not None
    if money is None and text[end : end + 1].isalpha() and not _is_unit(text, end, language):
        return
    dollars = _dollars(plain) * (1000 if thousands else 1)
    short = money is None and dollars < 1000
    scales = (1, 100, 1000) if short else (1,)
    values = tuple(filter(None, (_cents(dollars * scale) for scale in scales)))
    if values:
        yield Number(
            start,
            money.end() if money else end,
            values,
            sure=marked or money is not None or is_dotted or "," in written,
            short=short,
            digits=written
            if written.isdigit() and not marked and money is None and not is_dotted
            else "",
        )


def _is_unit(text: str, end: int, language: Language) -> bool:
    """Whether the letters right behind digits are a unit ("65mi"), not part of a name ("350z")."""
    return any(
        pattern.match(text, end)
        for pattern in (language.quantities.after, language.financing.monthly_after)
    )


def _two(text: str, span: tuple[int, int, int], *, marked: bool) -> Iterator[Number]:
    """ "18 500" and "18 5"."""
    start, first_digit, end = span
    written, group = text[first_digit:end], _GROUP.match(text, end)
    if not group or not written.isdigit() or len(written) > 3 or written[0] == "0":
        return
    rest = Decimal(group[1])
    dollars = Decimal(written) * 1000 + (rest * 100 if len(group[1]) == 1 else rest)
    if len(group[1]) == 1 and len(written) > 2:
        return
    cents = _cents(dollars)
    if cents:
        sure = marked and len(group[1]) == 3
        yield Number(start, group.end(), (cents,), sure=sure, short=not sure)


def _dollars(plain: re.Match[str]) -> Decimal:
    return Decimal(f"{plain['whole'].replace(',', '')}.{plain['decimals'] or 0}")


def _cents(dollars: Decimal) -> int | None:
    cents = dollars * 100
    if cents != cents.to_integral_value() or not 0 < cents <= MAX_CENTS:
        return None
    return int(cents)
