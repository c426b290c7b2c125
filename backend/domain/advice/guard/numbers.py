"""Finds numbers in folded text, written in digits or spelled out, whatever they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from backend.domain.advice.guard.language import NumberWords


def _digits(dotted: str, fraction: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<currency>(?:(?<!\w)(?:us|usd|eur))?\s?[$€£¥₹¢]\s?|(?<!\w)(?:usd|eur)\s?)?
        (?<![\w.])
        (?P<whole>\d{{1,3}}(?:,\d{{3}})+(?!\d)|{dotted}\d{{1,3}}(?:[ ']\d{{3}})+(?!\d)|\d+)
        (?P<fraction>{fraction})?
        (?:\s?(?P<scale>(?!(?:st|nd|rd|th)(?!\w))[a-z]+)(?!\w)(?:(?<=mil)\s(?P<rest>\d{{1,3}})(?![\w%]|[.,]\d))?)?
        (?P<ordinal>(?<=\d)(?:st|nd|rd|th)(?!\w))?
        """,
        re.VERBOSE,
    )


_DIGITS = _digits("", r"\.\d+")
_DOTTED_DIGITS = _digits(r"[1-9]\d{0,2}(?:\.\d{3})+(?!\d)|", r"\.\d+|,\d{1,2}(?!\d)")
_GLUED = re.compile(r"\w|[.,'/:^°]\d|[$€£¥]")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[ -]|, ")
_SHORT_SCALES = {"k": 1000, "m": 1_000_000}
_LONGEST = 12
"""Digits in the longest number that can be meant; more are noise."""


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text.

    ``value`` is None where it cannot be read or is vague. ``money`` says that its own writing (a
    currency sign, "k", slang) makes it an amount; ``scaled`` that a scale follows it.
    """

    value: Decimal | None
    start: int
    end: int
    money: bool = False
    scaled: bool = False
    spelled: bool = False
    ordinal: bool = False
    plain: bool = False


def numbers(text: str, words: NumberWords) -> list[Number]:
    """The numbers of ``text`` in the order in which they stand there; they do not overlap."""
    written = list(_written(text, words))
    taken = [(number.start, number.end) for number in written]
    rest = text
    for start, end in taken:
        rest = rest[:start] + "·" * (end - start) + rest[end:]
    spelled = [
        number
        for number in _spelled(text, rest, words)
        if not any(start < number.end and number.start < end for start, end in taken)
    ]
    ordered = sorted([*written, *spelled], key=lambda number: number.start)
    return list(_joined(text, ordered, words))


def _joined(text: str, found: list[Number], words: NumberWords) -> Iterator[Number]:
    """ "18 thousand five hundred" is one number, though only its end is spelled out."""
    waiting: Number | None = None
    for number in found:
        if waiting and _goes_on(text, waiting, number, words):
            waiting = replace(waiting, value=_sum(waiting, number), end=number.end)
            continue
        if waiting:
            yield waiting
        waiting = number
    if waiting:
        yield waiting


def _goes_on(text: str, first: Number, second: Number, words: NumberWords) -> bool:
    if first.spelled or not first.scaled or not second.spelled or second.value is None:
        return False
    gap = text[first.end : second.start]
    is_near = _BETWEEN.fullmatch(gap) or gap.strip() == words.joiner
    return bool(is_near) and second.value < 1000


def _sum(first: Number, second: Number) -> Decimal | None:
    """Nothing where it is no way to write a number: "18.4 thousand five hundred"."""
    if first.value is None or second.value is None or first.value % 1000:
        return None
    return first.value + second.value


def _written(text: str, words: NumberWords) -> Iterator[Number]:
    digits_of = _DOTTED_DIGITS if words.dots_group else _DIGITS
    for found in digits_of.finditer(text):
        start, end = found.span("whole")
        if found["fraction"]:
            end = found.end("fraction")
        scale = {**words.scales, **_SHORT_SCALES}.get(found["scale"] or "")
        rest = found["rest"] if scale == 1000 else None
        if scale:
            end = found.end("rest" if rest else "scale")
        if found["ordinal"]:
            end = found.end("ordinal")
        if found["currency"]:
            start = found.start("currency")
        glued = not found["ordinal"] and _GLUED.match(text, end)
        digits = re.sub(r"[ .,']", "", found["whole"])
        value: Decimal | None = None
        if not glued and len(digits) <= _LONGEST:
            fraction = (found["fraction"] or "").replace(",", ".")
            value = Decimal(digits + fraction[:12]) * (scale or 1) + int(rest or 0)
        yield Number(
            value,
            start + len(text[start:end]) - len(text[start:end].lstrip()),
            end,
            money=bool(found["currency"]),
            scaled=scale is not None,
            ordinal=bool(found["ordinal"]),
            plain=found["whole"].isdigit() and not found["fraction"] and not scale,
        )


def _spelled(text: str, rest: str, words: NumberWords) -> Iterator[Number]:
    """``rest`` is the text without the numbers that are written in digits."""
    for found in words.vague.finditer(text):
        yield Number(None, *found.span(), money=True, spelled=True)
    vague = [found.span() for found in words.vague.finditer(text)]
    for run in (part for each in _runs(rest, words) for part in _apart(each, words)):
        start, end = run[0].start(), run[-1].end()
        if any(begin < end and start < stop for begin, stop in vague):
            continue
        value, money, scaled = _value([word.group() for word in run], words)
        yield Number(value, start, end, money=money, scaled=scaled, spelled=True)


def _runs(text: str, words: NumberWords) -> Iterator[list[re.Match[str]]]:
    """Neighbouring number words. Words that only join do not begin or end a run."""
    known = words.known
    joining = {words.joiner, *words.point}
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        gap = text[run[-1].end() : word.start()] if run else ""
        if run and not _BETWEEN.fullmatch(gap):
            yield from _ended(run, known)
            run = []
        name = word.group()
        if name in known or (run and name in joining) or name in words.one:
            if run and run[-1].group() in words.one and name not in words.scales:
                run = []
            run.append(word)
        else:
            yield from _ended(run, known)
            run = []
    yield from _ended(run, known)


def _apart(run: list[re.Match[str]], words: NumberWords) -> Iterator[list[re.Match[str]]]:
    """Of "twenty thousand and twenty-five thousand" both numbers."""

    def is_whole(part: list[re.Match[str]]) -> bool:
        return any(words.scales.get(word.group(), 0) >= 1000 for word in part)

    for place, word in enumerate(run):
        if word.group() == words.joiner and is_whole(run[:place]) and is_whole(run[place:]):
            yield run[:place]
            yield from _apart(run[place + 1 :], words)
            return
    yield run


def _ended(run: list[re.Match[str]], known: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    while run and run[-1].group() not in known:
        run.pop()
    if run:
        yield run


def _value(run: list[str], words: NumberWords) -> tuple[Decimal | None, bool, bool]:
    """What a run of number words means, whether it can only be money, and whether it has a scale.

    People say "seventeen five" or "diecisiete quinientos" for 17,500: such a pair is read as
    thousands and hundreds.
    """
    year = _spelled_year(run, words)
    if year:
        return Decimal(year), False, False
    total = current = 0
    last = -1
    scaled = False
    for place, word in enumerate(run):
        if word in words.point:
            return _with_decimals(total + current, run[place + 1 :], words)
        if word in words.one or word == words.joiner:
            continue
        scale = words.scales.get(word)
        if scale == 100:
            current, last, scaled = max(1, current) * 100, 100, True
        elif scale:
            total, current, last, scaled = total + max(1, current) * scale, 0, scale, True
        elif word in words.hundreds:
            step = words.hundreds[word]
            if current:
                is_pair = total == 0 and current < 100 and place == len(run) - 1
                return (Decimal(current * 1000 + step) if is_pair else None), True, True
            current, last, scaled = step, step, True
        else:
            step = words.ones.get(word, words.tens.get(word, 0))
            if current % 100 and not (last in words.tens.values() and 0 < step < 10):
                slang = total == 0 and 0 < step < 10 and place == len(run) - 1
                return (Decimal(current * 1000 + step * 100) if slang else None), True, True
            current, last = current + step, step
    return Decimal(total + current), False, scaled


def _spelled_year(run: list[str], words: NumberWords) -> int | None:
    """ "Twenty-nineteen" or "nineteen ninety-eight", where a language says years so."""
    century = words.centuries.get(run[0])
    rest = [{**words.ones, **words.tens}.get(word, 0) for word in run[1:]]
    if not century or not rest or not 10 <= sum(rest) <= 99:
        return None
    is_one = len(rest) == 1 or (len(rest) == 2 and rest[0] >= 20 and rest[1] < 10)
    return century + sum(rest) if is_one and rest[0] >= 10 else None


def _with_decimals(
    whole: int, rest: list[str], words: NumberWords
) -> tuple[Decimal | None, bool, bool]:
    scale = words.scales.get(rest[-1]) if rest else None
    digits = [words.ones.get(word, -1) for word in (rest[:-1] if scale else rest)]
    if not digits or not all(0 <= digit <= 9 for digit in digits):
        return None, False, False
    value = Decimal(f"{whole}.{''.join(map(str, digits))}")
    return value * (scale or 1), False, scale is not None
