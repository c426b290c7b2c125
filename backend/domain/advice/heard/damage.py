"""Faults of a car that a buyer names: what they are called, and of what kind they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from backend.domain.advice.heard.expressions import plain
from backend.domain.advice.heard.fault_words import FAULTS, PLACES, Kind


@dataclass(frozen=True)
class Fault:
    """A fault that somebody named. ``name`` and ``place`` are texts of the catalogues."""

    kind: Kind
    name: str
    place: str | None = None


_PLACED = (Kind.RUST, Kind.BODY)
"""Kinds of faults that lie somewhere on the car."""

_SUPPOSED = r"""
    (any|if|whether|for|without|never|no|not|ever|free of|signs? of)<verb>
    (has|was|did|does|is|are|had|could|might) (it|there|the (car|truck)) (\w+ )?<verb>
    (avoid|(check|look|looking|checking|watch)( \w+)? (for|out for))<verb>
    (algun|alguna|algunos|algunas|sin|ningun|ninguna|si|no)<verbo>
"""
"""What comes before a fault that nobody says is there."""

_VERB = r" ?((there|it|is|was|has|had|are|been|have|be|in|any|an|a|some|visible|signs of) ?)*"
_VERBO = r" ?((hay|tuvo|tiene|ha tenido|fue|un|una|algun|alguna) ?)*"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(line.strip() for line in _SUPPOSED.strip().splitlines())})$".replace(
        "<verbo>", _VERBO
    ).replace("<verb>", _VERB)
)

_BEFORE_IN_SPANISH = re.compile(
    r"(?<!\w)(tuvo|tiene|hubo|hay|ha tenido|esta)( un| una| algun| alguna| unos)? ?$"
)
"""Spanish tells and asks in the same words: only the mark tells a question."""

_WONDERS = re.compile(
    r"\?|(?<!\w)(if|whether|check|look|ask|find|inspect|watch|know|has it|was it|does it|si|busc\w*"
    r"|revis\w*|pregunt\w*|saber)(?!\w)"
)


@lru_cache(maxsize=64)
def named_fault(text: str | None) -> Fault | None:
    """The fault that the text says the car has; None where it only asks whether there is one."""
    words = plain(text)
    for expression, kind, name in FAULTS:
        found = expression.search(words)
        if found and not _is_supposed(words, found.start()):
            placed = (each for each, pattern in PLACES if pattern.search(words))
            return Fault(kind, name, next(placed, None) if kind in _PLACED else None)
    return None


@lru_cache(maxsize=64)
def supposed_fault(text: str | None) -> Kind | None:
    """The kind of fault that the text asks about, where it does not say that there is one."""
    words = plain(text)
    if named_fault(text) is not None or not _WONDERS.search(words):
        return None
    return next((kind for each, kind, _ in FAULTS if each.search(words)), None)


def _is_supposed(words: str, start: int) -> bool:
    before = words[:start]
    return bool(_BEFORE.search(before) or ("?" in words and _BEFORE_IN_SPANISH.search(before)))
