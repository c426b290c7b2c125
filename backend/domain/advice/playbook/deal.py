"""The end of a negotiation: a price worth taking, a moment to leave, and what comes after."""

from __future__ import annotations

from backend.domain.advice.brief import Brief, Worth
from backend.domain.advice.playbook.dealer_topics import drawbacks
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import deal as words
from backend.domain.advice.told import is_all_in
from backend.domain.negotiation import Status


def accept(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for a dealer's price that is worth taking."""
    saved = [voice.line(words.SAVED)] if "conceded" in voice.known else []
    return [
        [voice.line(words.WORTH[brief.worth or Worth.WITHIN_NEXT_OFFER]), *saved],
        *drawbacks(brief, voice),
        [voice.line(words.PAPER_ALL_IN if is_all_in(brief) else words.PAPER)],
        [close(brief, voice)],
        [voice.line(words.YOURS)],
    ]


def close(brief: Brief, voice: Voice) -> str:
    """Words for the dealer that ask for a price worth taking on paper.

    A price with everything in it stays one: nothing in them lets tax or fees come on top.
    """
    if is_all_in(brief):
        return voice.quote(words.QUOTE_ALL_IN, words.QUOTE_ALL_IN_UNNAMED)
    return voice.quote(words.QUOTE)


def walk_away(voice: Voice) -> list[list[str]]:
    """Paragraphs for a price that is not going to become one."""
    return [[voice.line(words.WALK)], [voice.line(words.WALK_WHY)], [voice.quote(words.WALK_QUOTE)]]


def after_the_end(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for talk in a negotiation that is closed."""
    if brief.status is Status.AGREED:
        return [
            [voice.line(words.AGREED)],
            [voice.line(words.AGREED_MORE)],
            [voice.quote(words.AGREED_QUOTE)],
        ]
    return [
        [voice.line(words.OVER)],
        [voice.line(words.OVER_NEXT)],
        [voice.quote(words.OVER_QUOTE)],
    ]
