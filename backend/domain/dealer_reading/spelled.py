"""Numbers in words, also as people say prices: "eighteen five" is 18,500."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from backend.domain.dealer_reading.language import NumberWords

_MAX_WORDS = 9
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_FULL = re.compile(r"(?P<thousands>S|SH|SHS|HS|H)?T(?P<rest>S|SH|SHS|HS|H)?|(?P<only>S|SH|SHS)")
_SAID = re.compile(r"S(S|SS|SH|SHS)")


def spelled_values(run: str, words: NumberWords) -> tuple[tuple[Decimal, ...], bool]:
    """The dollars that a row of number words may mean, and whether that is certain.

    Certain is what names its hundreds or thousands ("nine grand"); the others ("ninety five",
    "eighteen five") need a price nearby to be understood. Nothing is found in rows that make no
    number.
    """
    spoken = run.replace("-", " ").split()
    if len(spoken) > _MAX_WORDS:
        return (), False
    kinds, numbers = _items(spoken, words)
    full = _FULL.fullmatch(kinds)
    if full:
        value = _full(kinds, numbers)
        if "T" in kinds or "H" in kinds:
            return (value,), True
        short = (value, value * 100, value * 1000)
        return short + _split_tens(spoken, words), False
    if _SAID.fullmatch(kinds):
        return _said(kinds, numbers), False
    return (), False


def _items(spoken: Sequence[str], words: NumberWords) -> tuple[str, list[Decimal]]:
    """The kinds of the words, a letter each (small, hundred, thousand), and their numbers."""
    kinds, numbers, joins = "", list[Decimal](), False
    for position, word in enumerate(spoken):
        if word == words.joiner:
            continue
        if word in words.tens or word in words.sums:
            value = Decimal(words.tens.get(word) or words.sums[word])
            if joins and value < 100 and numbers[-1] % 100 == 0:
                numbers[-1] += value
            else:
                kinds += "S"
                numbers.append(value)
            joins = True
            continue
        if word in words.units and joins and _adds(numbers[-1], words.units[word]):
            numbers[-1] += words.units[word]
        elif word in words.units or _DIGITS.fullmatch(word):
            kinds += "S"
            numbers.append(Decimal(words.units.get(word) or word))
        elif word == words.half and numbers and kinds[-1:] == "S":
            numbers[-1] += Decimal("0.5")
        elif word in words.hundreds or word in words.thousands:
            kinds += "H" if word in words.hundreds else "T"
            numbers.append(Decimal(100 if word in words.hundreds else 1000))
        elif word in words.one and position and spoken[position + 1 : position + 2] != [words.half]:
            kinds += "?"
        joins = False
    return kinds, numbers


def _adds(sum_: Decimal, unit: int) -> bool:
    """ "Fifty five", and in languages whose hundreds are one word also "quinientos doce"."""
    return unit < 10 or sum_ % 100 == 0


def _full(kinds: str, numbers: Sequence[Decimal]) -> Decimal:
    total, current = Decimal(0), Decimal(0)
    for kind, number in zip(kinds, numbers, strict=True):
        if kind == "T":
            total, current = total + (current or 1) * number, Decimal(0)
        elif kind == "H":
            current = (current or 1) * number
        else:
            current += number
    return total + current


def _said(kinds: str, numbers: Sequence[Decimal]) -> tuple[Decimal, ...]:
    first, rest = numbers[0], numbers[1:]
    if first >= 100:
        return ()
    if kinds == "SS":
        low = rest[0]
        if low >= 100:
            return (first * 1000 + low,)
        return (first * 1000 + low * 100,) if low < 10 else (first * 100 + low,)
    if kinds == "SSS":
        return (first * 1000 + rest[0] * 100 + rest[1],) if rest[0] < 10 else ()
    return (first * 1000 + _full(kinds[1:], rest),)


def _split_tens(spoken: Sequence[str], words: NumberWords) -> tuple[Decimal, ...]:
    """ "Twenty five" said for 20,500."""
    if len(spoken) == 2 and spoken[0] in words.tens and spoken[1] in words.units:
        return (Decimal(words.tens[spoken[0]] * 1000 + words.units[spoken[1]] * 100),)
    return ()
