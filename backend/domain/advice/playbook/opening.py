"""The first advice: where to open, and why so low."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import opening as words
from backend.domain.advice.wording import Wordings

NEAR_PERCENT = 7
"""A first offer that is less than this far below the asking price will not be called low."""


def opening(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for the opening advice."""
    lead, why, quote = _words(brief)
    return [
        [voice.line(lead)],
        [voice.line(check_of(brief.vehicle).lines), voice.line(why)],
        [voice.quote(quote, words.QUOTE_AT_ASK)],
        [voice.line(words.NEXT)],
    ]


def _words(brief: Brief) -> tuple[Wordings, Wordings, Wordings]:
    """What to open with, why, and how to say it."""
    terms, suggested = brief.position.terms, brief.suggestion.price
    if suggested >= terms.asking:
        return words.LEAD_AT_ASK, words.WHY_AT_ASK, words.QUOTE_AT_ASK
    is_near = (terms.asking - suggested) * 100 < terms.asking * NEAR_PERCENT
    why = words.WHY_NEAR if is_near else words.WHY
    if terms.target == terms.asking:
        return words.LEAD_TARGET_EQUAL, why, words.QUOTE
    if terms.target > terms.asking:
        return words.LEAD_TARGET_HIGH, why, words.QUOTE
    return words.LEAD, why, words.QUOTE
