"""When the buyer asks for what is on record: told plainly, because it is theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import BuyerTopic
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import facts as words
from backend.domain.advice.wording import Wordings


def _limit(brief: Brief) -> Wordings:
    return words.NO_LIMIT if brief.position.terms.walk_away is None else words.LIMIT


def _target(_: Brief) -> Wordings:
    return words.TARGET


def _offer(brief: Brief) -> Wordings:
    return words.NO_OFFER if brief.position.buyer_offer is None else words.OFFER


def _their_price(brief: Brief) -> Wordings:
    if brief.position.dealer_price is None:
        return words.ONLY_THE_AD
    has_fallen = brief.position.dealer_ask < brief.position.terms.asking
    return words.THEIR_PRICE if has_fallen else words.THEIR_PRICE_STANDS


def _rounds(brief: Brief) -> Wordings:
    return words.NO_ROUNDS if brief.position.is_last_round else words.ROUNDS


def _gap(brief: Brief) -> Wordings:
    if brief.gap is None:
        return words.GAP_UNKNOWN
    return words.GAP if brief.gap > 0 else words.NO_GAP


FACTS: Mapping[BuyerTopic, Callable[[Brief], Wordings]] = {
    BuyerTopic.MY_LIMIT: _limit,
    BuyerTopic.MY_TARGET: _target,
    BuyerTopic.MY_OFFER: _offer,
    BuyerTopic.THEIR_PRICE: _their_price,
    BuyerTopic.ROUNDS: _rounds,
    BuyerTopic.GAP: _gap,
}


def fact(brief: Brief, voice: Voice, topic: BuyerTopic) -> str:
    """The sentence that tells what is on record about ``topic``, one of :data:`FACTS`."""
    return voice.line(FACTS[topic](brief))
