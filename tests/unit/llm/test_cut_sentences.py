"""A sentence that is cut is checked as a whole: by a blank line, or a list."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from backend.domain.advice.guard import check, rules_for, split
from backend.llm.failures import ModelFailed
from backend.llm.guarding import guarded
from tests.unit.domain.briefs import brief

BRIEF = brief("buyer_offer", "b18000 d24000")
SOUND = {
    "en": "Stay where you are for now, and give them a day. They have more room than they show.",
    "es": "Quédese donde está por ahora y deles un día. Tienen más margen del que muestran.",
}


def shown(text: str, language: str) -> str:
    """What a reader sees of an answer; where it is given up, what was shown until then."""
    told = ""
    pieces = (character for character in text)
    with suppress(ModelFailed):
        for piece in guarded(pieces, replace(BRIEF, language=language), lambda *_: ""):
            told += piece
    return told


HALVES = [
    ("en", "It is time to tell them", "your limit."),
    ("en", "I will call", "the dealer."),
    ("es", "Después parta con ellos", "la diferencia."),
    ("es", "Luego acepte", "su oferta."),
    ("es", "Es hora de decirles", "su límite."),
    ("es", "Después suba un poco por encima de", "su límite."),
]
"""Of each neither half is wrong by itself."""


@pytest.mark.parametrize("cut", ["\n\n", "\n \n", "\n- "], ids=["blank line", "blanks", "a list"])
@pytest.mark.parametrize(("language", "first", "second"), HALVES)
def test_nothing_wrong_is_said_across_a_cut(
    language: str, first: str, second: str, cut: str
) -> None:
    rules = rules_for(replace(BRIEF, language=language))
    assert check(first, rules) is None
    assert check(second, rules, first) is None
    whole = f"{first} {second}"
    assert check(whole, rules) is not None
    assert len(split(f"{first}{cut}{second}")) == 2
    answer = shown(f"{SOUND[language]} {first}{cut}{second} {SOUND[language]}", language)
    assert second not in answer


@pytest.mark.parametrize("end", [".", "!", "?", "…", ":", ";", "”", ")"])
def test_what_has_ended_is_not_read_on(end: str) -> None:
    text = f"{SOUND['en']} It is time to tell them{end}\n\nYour limit is yours alone."
    assert shown(text, "en") == text
