"""Talk in a negotiation that is closed."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import BuyerTopic, buyer_topics, is_readable, named_fault
from backend.domain.advice.playbook.damage import damage_after_the_deal
from backend.domain.advice.playbook.deal import after_the_end
from backend.domain.advice.playbook.facts import fact
from backend.domain.advice.playbook.small_talk import SHORT
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import small_talk as words
from backend.domain.advice.playbook.words.matters import MATTERS
from backend.domain.negotiation import Status

_STILL_TRUE = {
    BuyerTopic.WARRANTY: MATTERS[BuyerTopic.WARRANTY].tells[:2],
    BuyerTopic.TITLE: MATTERS[BuyerTopic.TITLE].tells[:1],
}
"""Counsel that holds between the deal and the signature."""

_ON_RECORD = (BuyerTopic.MY_LIMIT, BuyerTopic.MY_TARGET, BuyerTopic.MY_OFFER)


def afterward(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs that answer what the buyer wrote after the end."""
    topic = next(iter(buyer_topics(brief.said)), None)
    fault = named_fault(brief.said)
    is_agreed = brief.status is Status.AGREED
    if topic in SHORT:
        return [[voice.line(words.AFTER_THE_DEAL if is_agreed else words.AFTER_NO_DEAL)]]
    if topic in _ON_RECORD:
        return [[fact(brief, voice, topic)]]
    if is_agreed and topic is BuyerTopic.DAMAGE and fault is not None:
        return damage_after_the_deal(voice, fault)
    if is_agreed and topic in _STILL_TRUE:
        return [[voice.line(_STILL_TRUE[topic])], after_the_end(brief, voice)[1]]
    if topic is None and not is_readable(brief.said):
        return [[voice.line(words.NOT_CAUGHT)], after_the_end(brief, voice)[0]]
    return after_the_end(brief, voice)
