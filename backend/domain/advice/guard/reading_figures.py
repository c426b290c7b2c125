"""Reads the figures of a text: what each number counts, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from backend.domain.advice.guard.figure import Figure, Kind
from backend.domain.advice.guard.language import Language, Units
from backend.domain.advice.guard.numbers import Number, numbers

_PHONE = re.compile(
    r"(?<![\w$])(?:\+?\d{1,2}[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}(?!\w)"
)
_VIN = re.compile(r"\b(?=\w*\d)(?=\w*[a-z])[a-hj-npr-z0-9]{17}\b")
_CLOCK = re.compile(
    r"(?<![\w$.,])\d{1,2}(?::\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'clock)|\b\d{1,2}:\d\d\b"
)
_CODE = re.compile(
    r"(?<![\w$.,-])(?:(?!usd|us|eur|no|to|at|by|or|sub|mid|for|pay|bid|say|max)(?:[a-z]{1,2}-|[a-z]{1,4})\d{1,3}[a-fh-jln-z]?|\dx\d|\d{1,3}[a-fh-jln-z]{1,2}"
    r"|\d\.\d ?[lst]|\d\.\d[a-fh-jln-z])(?![\w%]|[.,]\d)"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_ITEM = re.compile(r"^\d{1,2}[.)](?:\s|$)")
_LOOSE = re.compile(r"\d|[$€£¥₹¢%]")
_MOST_COUNTED = 100
_WIDE = 40


def read_figures(text: str, language: Language, names: Iterable[str] = ()) -> list[Figure]:
    """The figures of ``text``, which is :func:`~backend.domain.advice.guard.text.folded`.

    ``names`` are things whose names hold digits (the car): these are no figures. Every digit and
    every sign of money or percent ends up in a figure; what cannot be told is ``UNREAD``.
    """
    masked, figures = _without_codes(_without_names(text, names, language.units), language)
    found = numbers(masked, language.numbers)
    kinds = [_kind(masked, number, language.units) for number in found]
    _share_units(masked, found, kinds, language.units)
    rest = masked
    taken = 0
    for number, kind in zip(found, kinds, strict=True):
        if number.start < taken:
            continue  # a number word inside a unit: "por ciento"
        end, value = _measured(masked, number, kind, language.units)
        taken = end
        if kind is not None:
            span = text[number.start : end]
            figures.append(Figure(kind, value, number.start, end, span))
        rest = rest[: number.start] + " " * (end - number.start) + rest[end:]
    for sign in _LOOSE.finditer(rest):
        figures.append(Figure(Kind.UNREAD, None, *sign.span(), text[sign.start() : sign.end()]))
    figures.extend(
        Figure(Kind.UNREAD, None, *fraction.span(), fraction.group())
        for fraction in language.units.fractions.finditer(text)
    )
    return sorted(_with_cents(figures, masked, language.units), key=lambda figure: figure.start)


def read_spelled(text: str, language: Language) -> list[Figure]:
    """Figures that ``language`` spells out in a text of another language.

    Only what cannot be a word of the other one: numbers of hundreds and more, and numbers with
    their unit.
    """
    figures = []
    for number in numbers(text, language.numbers):
        if not number.spelled or number.value is None:
            continue
        kind = _unit_behind(text, number, language.units)
        if kind is not None or (number.scaled and number.value != 1000):
            kind = kind or Kind.AMOUNT
            end, value = _measured(text, number, kind, language.units)
            figures.append(Figure(kind, value, number.start, end, text[number.start : end]))
    return figures


def _without_names(text: str, names: Iterable[str], units: Units) -> str:
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w$.,-]){re.escape(name)}(?!\w|[.,]\d)", text):
            start, end = found.span()
            if name.replace(" ", "").isdigit() and (
                _ends(units.price_before, text, start) or units.money.match(text, end)
            ):
                continue
            text = _mask(text, start, end)
    return text


def _without_codes(text: str, language: Language) -> tuple[str, list[Figure]]:
    figures: list[Figure] = []
    for pattern, kind in (
        (_PHONE, Kind.PHONE),
        (_VIN, Kind.VIN),
        (language.units.idioms, None),
        (_CLOCK, None),
        (_ITEM, None),
        (_CODE, None),
    ):
        for found in pattern.finditer(text):
            if pattern is _CODE and _ORDINAL.search(found.group()):
                continue
            if kind is Kind.PHONE:
                digits = Decimal(re.sub(r"\D", "", found.group()))
                figures.append(Figure(kind, digits, *found.span(), found.group()))
            elif kind is Kind.VIN:
                figures.append(Figure(kind, None, *found.span(), found.group()))
            text = _mask(text, *found.span())
    return text, figures


def _mask(text: str, start: int, end: int) -> str:
    return text[:start] + "·" * (end - start) + text[end:]


def _kind(text: str, number: Number, units: Units) -> Kind | None:
    """What ``number`` counts; None where it is a word like "one" that counts nothing."""
    if number.value is None and not number.spelled:
        return Kind.UNREAD
    behind = _unit_behind(text, number, units)
    if behind is not None:
        return behind
    if _is_year(text, number, units):
        return Kind.YEAR
    if _is_counted(text, number, units):
        return Kind.COUNT
    return _bare(text, number, units)


def _unit_behind(text: str, number: Number, units: Units) -> Kind | None:
    """What the words right behind (or, for rounds, before) a number say that it counts."""

    def behind(*patterns: re.Pattern[str]) -> bool:
        return any(pattern.match(text, number.end) for pattern in patterns)

    if number.money or behind(units.money, units.cents):
        return Kind.AMOUNT
    if behind(units.percent):
        around = text[max(0, number.start - _WIDE) : number.end + _WIDE]
        return Kind.RATE if units.interest.search(around) else Kind.PERCENT
    if behind(units.mile):
        return Kind.MILEAGE
    before = (units.round_before, units.round_of)
    if behind(units.round_after) or any(_ends(each, text, number.start) for each in before):
        return Kind.ROUND
    return Kind.TERM if behind(units.month, units.year) else None


def _is_year(text: str, number: Number, units: Units) -> bool:
    if number.value is None or not 1900 <= number.value <= 2100:
        return False
    # "Two thousand" is an amount, "two thousand nineteen" hardly one.
    if not number.plain and not (number.spelled and number.value % 100):
        return False
    return not _ends(units.price_before, text, number.start)


def _is_counted(text: str, number: Number, units: Units) -> bool:
    if number.ordinal:
        return True
    if number.value is None or number.value > _MOST_COUNTED or number.value % 1:
        return False
    return bool(units.counted.match(text, number.end))


def _bare(text: str, number: Number, units: Units) -> Kind | None:
    value = number.value
    if value is None:
        return Kind.UNREAD
    if number.spelled and value <= 10:
        return Kind.UNREAD if _ends(units.price_before, text, number.start) and value > 2 else None
    if number.scaled or value >= 1000 or (not number.plain and value >= 100):
        return Kind.AMOUNT
    return Kind.UNREAD


def _share_units(text: str, found: list[Number], kinds: list[Kind | None], units: Units) -> None:
    """In "17–18k" and "10 to 15 percent" the first number has the unit of the second."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        between = text[first.end : second.start]
        if not units.range_between.fullmatch(between) or first.value is None:
            continue
        open_kind = kinds[index] in (None, Kind.UNREAD) or (
            kinds[index] is Kind.AMOUNT and not first.scaled
        )
        if not open_kind or kinds[index + 1] in (None, Kind.UNREAD):
            continue
        if kinds[index + 1] is not Kind.AMOUNT and first.money:
            continue
        kinds[index] = kinds[index + 1]
        if (
            second.scaled
            and first.value < 1000
            and second.value is not None
            and second.value >= 1000
        ):
            found[index] = replace(first, value=first.value * 1000, scaled=True)


def _measured(
    text: str, number: Number, kind: Kind | None, units: Units
) -> tuple[int, Decimal | None]:
    """Where the figure with its unit ends, and its value in the unit of its kind."""
    end, value = number.end, number.value
    for unit, kinds in (
        (units.percent, (Kind.PERCENT, Kind.RATE)),
        (units.mile, (Kind.MILEAGE,)),
        (units.cents, (Kind.AMOUNT,)),
        (units.money, (Kind.AMOUNT,)),
        (units.year, (Kind.TERM,)),
        (units.month, (Kind.TERM,)),
    ):
        found = unit.match(text, end) if kind in kinds else None
        if found:
            if value is not None and unit is units.year:
                value *= 12
            if value is not None and unit is units.cents:
                value /= 100
            return found.end(), value
    return end, value


def _with_cents(figures: list[Figure], text: str, units: Units) -> list[Figure]:
    """ "450 dollars and two cents" is one figure."""
    ordered = sorted(figures, key=lambda figure: figure.start)
    for first, second in pairwise(ordered):
        if first.kind is not Kind.AMOUNT or second.kind is not Kind.AMOUNT:
            continue
        cents = text[second.start : second.end]
        if text[first.end : second.start].strip() in ("and", "con", "y") and units.cents.search(
            cents
        ):
            value = None
            if first.value is not None and second.value is not None:
                value = first.value + second.value
            joined = replace(first, value=value, end=second.end, text=first.text)
            return [each for each in ordered if each not in (first, second)] + [joined]
    return ordered


def _ends(pattern: re.Pattern[str], text: str, position: int) -> bool:
    """Whether ``pattern``, which ends in ``$``, matches what stands before ``position``."""
    return bool(pattern.search(text[max(0, position - _WIDE) : position]))
