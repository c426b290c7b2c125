"""After the dealer has said something, with a price or without."""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import DealerTopic
from backend.domain.advice.playbook.counter import lower
from backend.domain.advice.playbook.dealer_topics import (
    TACTICS,
    counsel_on,
    is_a_sum,
    telling,
    topics_of,
)
from backend.domain.advice.playbook.standing import name_a_number, standing
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import agrees, sums
from backend.domain.advice.playbook.words import dealer as words
from backend.domain.advice.told import Told, Yes, is_too_dear, told_by_dealer

MOST_TOPICS = 2
_HURRY = (DealerTopic.DEADLINE, DealerTopic.COME_IN)

__all__ = ["TACTICS", "dealer_message", "dealer_price"]


def dealer_price(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for a dealer's price that is not worth taking yet."""
    if told_by_dealer(brief).is_gone:
        return _gone(voice)
    movement = [_movement(brief, voice)]
    if brief.position.is_last_round:
        return [movement, [voice.line(words.LAST)], [voice.quote(words.LAST_QUOTE)]]
    if "ask_over_target" in voice.known and "extras" not in voice.known:
        movement.append(voice.line(words.FAR))
    # A yes to a price that is still too high is none.
    topics = [topic for topic in topics_of(brief) if topic is not DealerTopic.AGREES]
    reaction = [telling(brief, voice, topic) for topic in _told_of(brief, topics, 1)]
    stand = standing(brief, voice)[: 1 if len(reaction) > 1 else None]
    return [movement, *reaction, stand, [_reply(brief, voice, topics)]]


def dealer_message(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for words of the dealer without a price on record."""
    told, topics = told_by_dealer(brief), topics_of(brief)
    if told.is_gone:
        return _gone(voice)
    if told.yes is not None:
        return _said_yes(brief, voice, told, topics)
    # A yes to something else than a number of the buyer's settles nothing.
    topics = [topic for topic in topics if topic is not DealerTopic.AGREES]
    if not topics:
        named = told.names_price
        return [
            [voice.line(words.HEARD_COUNTER if named else words.HEARD_NOTHING)],
            [voice.quote(words.QUOTE_COUNTER if named else words.QUOTE_GENERAL)],
            standing(brief, voice),
        ]
    chosen = _told_of(brief, topics, MOST_TOPICS)
    is_long = told.names_price or any(is_a_sum(brief, topic) for topic in chosen)
    return [
        *(telling(brief, voice, topic) for topic in chosen),
        [voice.quote(counsel_on(brief, topics[0]).says)],
        standing(brief, voice)[: 1 if is_long else None],
        [voice.line(words.HEARD_PRICE)] if told.names_price else [],
    ]


def _told_of(brief: Brief, topics: Sequence[DealerTopic], most: int) -> list[DealerTopic]:
    """The first ``most`` topics, and each whose amounts are added up."""
    return [topic for place, topic in enumerate(topics) if place < most or is_a_sum(brief, topic)]


def _gone(voice: Voice) -> list[list[str]]:
    counsel = TACTICS[DealerTopic.GONE]
    return [
        [voice.line(counsel.tells)],
        [voice.quote(counsel.says)],
        [voice.line(agrees.GONE_NEXT)],
    ]


def _said_yes(
    brief: Brief, voice: Voice, told: Told, topics: Sequence[DealerTopic]
) -> list[list[str]]:
    """They say yes to the buyer's number: only what belongs to it is still of interest."""
    others = [topic for topic in topics if topic not in (DealerTopic.AGREES, *_HURRY)]
    rest = [telling(brief, voice, topic) for topic in _told_of(brief, others, 1)]
    if set(topics) & set(_HURRY):
        rest.append([voice.line(agrees.YES_NO_RUSH)])
    if is_too_dear(brief):
        return [[voice.line(agrees.YES_TOO_DEAR)], *rest, [lower(voice)]]
    yes = agrees.YES if told.yes is Yes.NAMED else agrees.SOUNDS_LIKE_YES
    is_within = (brief.position.buyer_offer or 0) <= brief.suggestion.price
    reply = agrees.YES_QUOTE if is_within else agrees.YES_QUOTE_UNNAMED
    if told.extras:
        reply = counsel_on(brief, DealerTopic.FEES).says
    return [
        [voice.line(yes)],
        *rest,
        [voice.line(agrees.YES_PAPER)],
        [voice.quote(reply, agrees.YES_QUOTE_UNNAMED)],
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
    if topics[:1] == [DealerTopic.OUT_THE_DOOR] and told_by_dealer(brief).is_all_in:
        return voice.quote(sums.ALL_IN_TOO_HIGH)
    return voice.quote(counsel_on(brief, topics[0]).says if topics else words.QUOTE_HOLD)
