"""Finding the year, make, model and trim of a car in what an ad calls it. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.vehicle import FIRST_YEAR
from demo.ads.ad_words import Word, cleaned, phrase, words_of
from demo.ads.car_models import MAKE_OF_MODEL, model_named
from demo.ads.makes import MAKES
from demo.ads.plain_words import ALSO_PLAIN_WORDS, COUNTED, DRIVES, NO_MODELS

MAX_NAME = 60
"""The longest make, model or trim, in characters."""

_LONGEST = 4
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.5)?", re.ASCII)
_TRIM_END = re.compile(r",| /|\(|\)|\*|!|\$|\.\.|\bw/|\bwith\b|\bor\b|\bfor sale\b", re.IGNORECASE)

_BRANDS_OF = {"Toyota": ("Scion",)}


@dataclass(frozen=True)
class Span:
    """A run of words, and what it means."""

    meaning: str
    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """One of an ad's texts: as written, and cut into words."""

    raw: str
    words: list[Word]

    @classmethod
    def of(cls, raw: object) -> Text:
        text = cleaned(raw)
        return cls(text, words_of(text))


@dataclass(frozen=True)
class CarName:
    """What a car is called; ``trim`` as the ad writes it."""

    make: str
    model: str
    trim: str | None = None


def find_year(texts: list[Text], latest: int) -> int | None:
    """The model year, from ``FIRST_YEAR`` to ``latest``, in the first text that tells it.

    Four digits anywhere count, unless they are a price. Two digits count only right before a make
    or a well-known model: ``08 corvette``.
    """
    for text in texts:
        for word in text.words:
            found = _YEAR.fullmatch(word.text)
            is_price = text.raw[word.start - 1 : word.start] == "$"
            if found and not is_price and FIRST_YEAR <= int(found[1]) <= latest:
                return int(found[1])
        for index, word in enumerate(text.words[:-1]):
            if re.fullmatch(r"\d\d", word.text, re.ASCII) and _starts_car(text.words, index + 1):
                year = latest - latest % 100 + int(word.text)
                return year if year <= latest else year - 100
    return None


def find_make(texts: list[Text]) -> str | None:
    """The make, in the first text that names one or a model that everybody knows."""
    for text in texts:
        span = _make_span(text.words)
        if span:
            return span.meaning
        for index in range(len(text.words)):
            if make := _known_model(text.words, index):
                return make
    return None


def find_name(item: Text, title: Text, make: str) -> CarName | None:
    """The model of a car of ``make``, and its trim; None when no model is to be found.

    A known model in the item comes first, then one in the title right beside the make or the year,
    then whatever the item has right behind the make, unless that is a word like ``sedan``.
    """
    for name in (
        _known_in_item(item, make),
        _known_in_title(title, make),
        _unknown_in_item(item, make),
    ):
        if name:
            return name
    return None


def _known_in_item(item: Text, make: str) -> CarName | None:
    made = _make_span(item.words, make)
    starts = list(range(made.end if made else 0, len(item.words)))
    before = list(range(made.start)) if made else []
    for start in starts + before:
        model = _model_at(item.words, start, make)
        if model and (not _needs_make(item.words, model) or _is_beside(item.words, model, made)):
            return CarName(make, model.meaning, _trim(item, model, made))
    return None


def _known_in_title(title: Text, make: str) -> CarName | None:
    made = _make_span(title.words, make)
    for start in range(len(title.words)):
        model = _model_at(title.words, start, make)
        if not model:
            continue
        follows_year = start > 0 and bool(_YEAR.fullmatch(title.words[start - 1].text))
        may_follow_year = follows_year and not _needs_make(title.words, model)
        if may_follow_year or _is_beside(title.words, model, made, gap=1):
            return CarName(make, model.meaning)
    return None


def _unknown_in_item(item: Text, make: str) -> CarName | None:
    made = _make_span(item.words, make)
    if made is None:
        return None
    start = _skipping(item.words, made.end)
    if start >= len(item.words):
        return None
    word = item.words[start]
    if len(word.key) < 2 or word.key in NO_MODELS or word.key in MAKES or "." in word.text:
        return None
    shown = word.text.upper() if any(map(str.isdigit, word.text)) else word.text
    shown = shown.capitalize() if shown.islower() else shown
    model = Span(shown[:MAX_NAME], start, start + 1)
    return CarName(make, model.meaning, _trim(item, model, made))


def _make_span(words: list[Word], make: str | None = None) -> Span | None:
    """Where the first make stands (the first mention of ``make``), the longest spelling of it.

    ``toyota scion xb`` is a Scion; a make said twice (``volkswagen vw``) is one mention.
    """
    for start in range(len(words)):
        found = _spelling_at(words, start, MAKES, 2)
        while found and (following := _spelling_at(words, found.end, MAKES, 2)):
            if following.meaning not in (found.meaning, *_BRANDS_OF.get(found.meaning, ())):
                break
            found = Span(following.meaning, found.start, following.end)
        if found and make in (None, found.meaning):
            return found
    return None


def _spelling_at(
    words: list[Word], start: int, spellings: dict[str, str], longest: int
) -> Span | None:
    for length in range(longest, 0, -1):
        if meaning := spellings.get(phrase(words, start, length)):
            return Span(meaning, start, start + length)
    return None


def _known_model(words: list[Word], start: int) -> str | None:
    span = _spelling_at(words, start, MAKE_OF_MODEL, 2)
    return span.meaning if span else None


def _starts_car(words: list[Word], start: int) -> bool:
    return bool(_spelling_at(words, start, MAKES, 2) or _known_model(words, start))


def _model_at(words: list[Word], start: int, make: str) -> Span | None:
    for length in range(_LONGEST, 0, -1):
        key = phrase(words, start, length)
        is_the_year = _YEAR.fullmatch(key) and not _has_year(words[:start])
        model = None if not key or is_the_year else model_named(make, key)
        end = start + length
        counts = words[end - 1].key.isdigit() and end < len(words) if model else False
        if model and not (counts and words[end].key in COUNTED):
            return Span(model, start, end)
    return None


def _has_year(words: list[Word]) -> bool:
    return any(_YEAR.fullmatch(word.text) for word in words)


def _needs_make(words: list[Word], model: Span) -> bool:
    key = phrase(words, model.start, model.end - model.start)
    return key.isdigit() or key in ALSO_PLAIN_WORDS


def _is_beside(words: list[Word], model: Span, made: Span | None, gap: int = 0) -> bool:
    if made is None:
        return False
    if model.start >= made.end:
        return model.start <= _skipping(words, made.end) + gap
    return model.end == made.start


def _skipping(words: list[Word], start: int) -> int:
    """The first word from ``start`` that is neither a year nor about the drive."""
    while start < len(words) and (_YEAR.fullmatch(words[start].text) or words[start].key in DRIVES):
        start += 1
    return start


def _trim(item: Text, model: Span, made: Span | None) -> str | None:
    """What follows the model in the item, up to the first mark or other make."""
    start = max(model.end, made.end if made else 0)
    key = phrase(item.words, model.start, model.end - model.start)
    for length in (1, 2, 3):  # the model named twice: ``GS430 GS 430``
        if phrase(item.words, start, length) == key:
            start += length
            break
    words = item.words[start:]
    while words and _YEAR.fullmatch(words[0].text):
        words = words[1:]
    if not words:
        return None
    end = next((word.start for word in words if word.key in MAKES), len(item.raw))
    follows = item.words[start - 1].end
    rest = item.raw[words[0].start if words[0] is not item.words[start] else follows : end]
    text = _TRIM_END.split(rest, maxsplit=1)[0].strip(" -.,/&")
    return text[:MAX_NAME].strip() or None
