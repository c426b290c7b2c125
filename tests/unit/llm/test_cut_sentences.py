"""A sentence that is cut is checked as a whole: by a blank line, a list, or its length."""

from __future__ import annotations

from collections.abc import Iterator
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
    pieces: Iterator[str] = iter(text)
    try:
        for piece in guarded(pieces, replace(BRIEF, language=language), lambda *_: ""):
            told += piece
    except ModelFailed as failure:
        assert failure.reason == "guarded_out"
    return told


HALVES = [
    ("en", "Then go and meet them", "in the middle of the two."),
    ("en", "Just go ahead and split", "the difference with them."),
    ("en", "After that, simply accept", "their offer."),
    ("en", "It is time to tell them", "your limit."),
    ("en", "You might as well go above", "your budget."),
    ("es", "Después parta con ellos", "la diferencia."),
    ("es", "Luego acepte sin más", "su oferta."),
    ("es", "Es hora de decirles", "su límite."),
]


@pytest.mark.parametrize("cut", ["\n\n", "\n \n", "\n- "], ids=["blank line", "blanks", "a list"])
@pytest.mark.parametrize(("language", "first", "second"), HALVES)
def test_nothing_wrong_is_said_across_a_cut(
    language: str, first: str, second: str, cut: str
) -> None:
    rules = rules_for(replace(BRIEF, language=language))
    assert check(first, rules) is None
    whole = f"{first} {second}"
    assert check(whole, rules) is not None
    assert len(split(f"{first}{cut}{second}")) == 2
    answer = shown(f"{SOUND[language]} {first}{cut}{second} {SOUND[language]}", language)
    assert second not in answer


@pytest.mark.parametrize("end", [".", "!", "?", "…", ":", ";", "”", ")"])
def test_what_has_ended_is_not_read_on(end: str) -> None:
    """ "They want to meet you. In the middle of the day …" """
    text = f"{SOUND['en']} Then they go and meet you{end}\n\nAsk for the papers first."
    assert shown(text, "en") == text


def test_a_cut_by_length_hides_nothing() -> None:
    filler = "and wait " * 110
    text = f"Stay where you are {filler}and meet them in the middle {filler} now."
    assert "in the middle" not in shown(f"{SOUND['en']} {text}", "en")
