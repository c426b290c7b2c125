"""The first advice: where to open, and why so low."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import opening as words


def opening(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for the opening advice."""
    terms, suggested = brief.position.terms, brief.suggestion.price
    if suggested >= terms.asking:
        lead, quote = words.LEAD_AT_ASK, words.QUOTE_AT_ASK
    elif terms.target >= terms.asking:
        lead, quote = words.LEAD_TARGET_HIGH, words.QUOTE
    else:
        lead, quote = words.LEAD, words.QUOTE
    return [
        [voice.line(lead)],
        [voice.line(check_of(brief.vehicle).lines), voice.line(words.WHY)],
        [voice.quote(quote, words.QUOTE_AT_ASK)],
        [voice.line(words.NEXT)],
    ]
