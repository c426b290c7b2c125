"""After the dealer has said something, with a price or without."""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import DealerTopic, dealer_topics, names_an_amount
from backend.domain.advice.playbook.standing import name_a_number, standing
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import dealer as words
from backend.domain.advice.playbook.words.claims import CLAIMS
from backend.domain.advice.playbook.words.pressure import PRESSURE
from backend.domain.advice.playbook.words.terms import TERMS

TACTICS = PRESSURE | CLAIMS | TERMS


def dealer_price(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for a dealer's price that is not worth taking yet."""
    movement = [_movement(brief, voice)]
    if brief.position.is_last_round:
        return [movement, [voice.line(words.LAST)], [voice.quote(words.LAST_QUOTE)]]
    if "ask_over_target" in voice.known:
        movement.append(voice.line(words.FAR))
    # A yes to a price that is still too high is none.
    topics = [topic for topic in dealer_topics(brief.said) if topic is not DealerTopic.AGREES]
    reaction = [voice.line(TACTICS[topic].tells) for topic in topics[:1]]
    return [movement, reaction, standing(brief, voice), [_reply(brief, voice, topics)]]


def dealer_message(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for words of the dealer without a price on record."""
    topics = dealer_topics(brief.said)
    price = names_an_amount(brief.said)
    if not topics:
        return [
            [voice.line(words.HEARD_COUNTER if price else words.HEARD_NOTHING)],
            [voice.quote(words.QUOTE_GENERAL)],
            standing(brief, voice),
        ]
    return [
        *([voice.line(TACTICS[topic].tells)] for topic in topics[:2]),
        [voice.quote(TACTICS[topics[0]].says)],
        standing(brief, voice),
        [voice.line(words.HEARD_PRICE)] if price else [],
    ]


def _movement(brief: Brief, voice: Voice) -> str:
    last = brief.concessions[-1] if brief.concessions else 0
    if last < 0:
        return voice.line(words.UP)
    if last == 0:
        return voice.line(words.SAME)
    if brief.is_conceding_less:
        return voice.line(words.SMALLER_DROP)
    return voice.line(words.DROP if len(brief.concessions) > 1 else words.FIRST_DROP)


def _reply(brief: Brief, voice: Voice, topics: Sequence[DealerTopic]) -> str:
    if "raised" in voice.known:
        return voice.quote(words.QUOTE_UP)
    if brief.position.buyer_offer is None:
        return name_a_number(brief, voice)
    return voice.quote(TACTICS[topics[0]].says if topics else words.QUOTE_HOLD)
