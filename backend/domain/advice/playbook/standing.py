"""Where the buyer stands and how far to go: the same arithmetic behind every answer."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook.counter import lower, room, stay, target_note
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import deal
from backend.domain.advice.playbook.words import standing as words
from backend.domain.advice.told import is_all_in


def standing(brief: Brief, voice: Voice) -> list[str]:
    """What to do about the price now; never above the suggestion."""
    offer = brief.position.buyer_offer
    if brief.worth is not None:
        return [voice.line(words.TAKE_IT)]
    if brief.position.is_last_round:
        return [voice.line(words.NO_OFFERS)]
    if offer is None:
        return [voice.line(words.NAME_IT), *target_note(voice)]
    if brief.suggestion.price < offer:
        return [voice.line(words.STAY_LOWER)]
    return [voice.line(words.STAY), room(voice)]


def name_a_number(brief: Brief, voice: Voice) -> str:
    """Words for the dealer that fit :func:`standing`."""
    if brief.worth is not None:
        if is_all_in(brief):
            return voice.quote(deal.QUOTE_ALL_IN, deal.QUOTE_ALL_IN_UNNAMED)
        return voice.quote(words.QUOTE_CLOSE)
    if brief.position.is_last_round:
        return voice.quote(words.QUOTE_WAIT)
    if brief.position.buyer_offer is None:
        return voice.quote(words.QUOTE_NAME, words.QUOTE_UNNAMED)
    return lower(voice) if brief.suggestion.price < brief.position.buyer_offer else stay(voice)
