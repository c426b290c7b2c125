"""When the buyer asks something."""

from __future__ import annotations

from backend.domain.advice.asked import asked_about
from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.heard import BuyerTopic, buyer_topics, dealer_topics, relays_an_amount
from backend.domain.advice.playbook.counter import their_side
from backend.domain.advice.playbook.deal import accept
from backend.domain.advice.playbook.dealer import TACTICS
from backend.domain.advice.playbook.standing import name_a_number, standing
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.weighing import is_below_ask, is_suggested, weighed
from backend.domain.advice.playbook.words import asked
from backend.domain.advice.playbook.words import chat as words
from backend.domain.advice.playbook.words.matters import MATTERS
from backend.domain.advice.playbook.words.moments import MOMENTS
from backend.domain.advice.playbook.words.terms import TERMS

ANSWERS = MOMENTS | MATTERS


def chat(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs that answer what the buyer wrote."""
    topic = next(iter(buyer_topics(brief.said)), None)
    if "asked" in voice.known and _is_to_be_weighed(brief, topic):
        return [*weighed(brief, voice), _record(brief, voice)]
    if topic in ANSWERS:
        return _counsel(brief, voice, topic)
    short = asked_about(brief)
    if short.unclear or short.unsure:
        return _asked_back(brief, voice)
    return _by_topic(brief, voice, topic)


def _by_topic(brief: Brief, voice: Voice, topic: BuyerTopic | None) -> list[list[str]]:
    if brief.worth is not None and topic in _BEST_ANSWERED_BY_YES:
        return accept(brief, voice)
    if topic in _BY_NUMBERS:
        return _BY_NUMBERS[topic](brief, voice)
    if topic in (None, BuyerTopic.SAY) and dealer_topics(brief.said):
        return _relayed(brief, voice)
    return _small_talk(brief, voice, topic)


def _is_to_be_weighed(brief: Brief, topic: BuyerTopic | None) -> bool:
    """Whether the answer is about the amount, and not about what else the question touches."""
    if topic in ANSWERS and topic is not BuyerTopic.TOO_LOW:
        return False
    if topic is BuyerTopic.WHY and is_suggested(brief):
        return False
    return brief.worth is None or is_below_ask(brief)


def _counsel(brief: Brief, voice: Voice, topic: BuyerTopic) -> list[list[str]]:
    answer = ANSWERS[topic]
    own = [voice.line(check_of(brief.vehicle).lines)] if topic is BuyerTopic.INSPECTION else []
    if topic is BuyerTopic.FINANCING and "asked_monthly" in voice.known:
        in_all = "asked_in_all" in voice.known
        own = [voice.line(asked.PAYMENT_IN_ALL if in_all else asked.PAYMENT)]
    return [
        [voice.line(answer.tells), *own],
        [voice.quote(answer.says)],
        standing(brief, voice),
        _record(brief, voice) if topic in MOMENTS else [],
    ]


def _asked_back(brief: Brief, voice: Voice) -> list[list[str]]:
    question = asked.UNSURE if "asked_unsure" in voice.known else asked.UNCLEAR
    return [[voice.line(question)], standing(brief, voice), [name_a_number(brief, voice)]]


def _whether_to_accept(brief: Brief, voice: Voice) -> list[list[str]]:
    named = brief.position.dealer_price is not None
    return [
        [voice.line(words.NOT_YET if named else words.NOTHING_TO_ACCEPT)],
        standing(brief, voice),
        _record(brief, voice),
        [name_a_number(brief, voice)],
    ]


def _whether_it_is_good(brief: Brief, voice: Voice) -> list[list[str]]:
    good = brief.worth is not None or "ask_over_target" not in voice.known
    return [
        [voice.line(words.IT_IS_GOOD if good else words.IS_IT_GOOD)],
        [voice.line(words.COMPARE)],
        standing(brief, voice),
        [name_a_number(brief, voice)],
    ]


def _how_much(brief: Brief, voice: Voice) -> list[list[str]]:
    return [standing(brief, voice), their_side(brief, voice), [name_a_number(brief, voice)]]


def _reasons(brief: Brief, voice: Voice) -> list[list[str]]:
    offer = brief.position.buyer_offer
    if offer is None:
        reason = voice.line(words.WHY_OPEN)
    else:
        lower = brief.suggestion.price < offer
        reason = voice.line(words.WHY_LOWER if lower else words.WHY_HOLD)
    return [[reason], their_side(brief, voice), [name_a_number(brief, voice)]]


def _relayed(brief: Brief, voice: Voice) -> list[list[str]]:
    """The buyer tells what the dealer said."""
    topic = dealer_topics(brief.said)[0]
    counsel = TACTICS[topic]
    return [
        [voice.line(counsel.tells)],
        [voice.quote(counsel.says)],
        standing(brief, voice),
        [] if topic in TERMS else _record(brief, voice),
    ]


def _small_talk(brief: Brief, voice: Voice, topic: BuyerTopic | None) -> list[list[str]]:
    lead = voice.line(_LEADS[topic]) if topic in _LEADS else None
    return [
        [lead] if lead else [],
        standing(brief, voice),
        their_side(brief, voice),
        [name_a_number(brief, voice)],
        _record(brief, voice),
    ]


def _record(brief: Brief, voice: Voice) -> list[str]:
    return [voice.line(words.RELAYED_PRICE)] if relays_an_amount(brief.said) else []


_BY_NUMBERS = {
    BuyerTopic.ACCEPT: _whether_to_accept,
    BuyerTopic.GOOD_DEAL: _whether_it_is_good,
    BuyerTopic.HOW_MUCH: _how_much,
    BuyerTopic.WHY: _reasons,
}
_BEST_ANSWERED_BY_YES = (
    BuyerTopic.ACCEPT,
    BuyerTopic.HOW_MUCH,
    BuyerTopic.WHY,
    BuyerTopic.SAY,
    BuyerTopic.PLAN,
    None,
)
_LEADS = {
    BuyerTopic.PLAN: words.PLAN,
    BuyerTopic.HELLO: words.GREETING,
    BuyerTopic.THANKS: words.WELCOME,
    None: words.OTHER,
}
