"""When the buyer asks something: its own answer first, where things stand after it."""

from __future__ import annotations

from collections.abc import Callable

from backend.domain.advice.asked import asked_about
from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.heard import (
    BuyerTopic,
    DealerTopic,
    buyer_topics,
    dealer_topics,
    is_told_by_them,
    named_fault,
    relays_an_amount,
    supposed_fault,
)
from backend.domain.advice.playbook.counter import their_side
from backend.domain.advice.playbook.damage import damage
from backend.domain.advice.playbook.deal import accept
from backend.domain.advice.playbook.dealer import TACTICS
from backend.domain.advice.playbook.facts import FACTS, fact
from backend.domain.advice.playbook.small_talk import SHORT, short, small_talk
from backend.domain.advice.playbook.standing import (
    name_a_number,
    standing,
    standing_unless_told,
)
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.weighing import is_below_ask, is_suggested, weighed
from backend.domain.advice.playbook.words import asked
from backend.domain.advice.playbook.words import chat as words
from backend.domain.advice.playbook.words import small_talk as talk_words
from backend.domain.advice.playbook.words.claims import CLAIMS
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.playbook.words.deal import PAPER, WORTH
from backend.domain.advice.playbook.words.matters import MATTERS
from backend.domain.advice.playbook.words.moments import MOMENTS
from backend.domain.advice.playbook.words.terms import TERMS

ANSWERS = MOMENTS | MATTERS
Topics = tuple[BuyerTopic, ...]


def chat(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs that answer what the buyer wrote."""
    topics = buyer_topics(brief.said)
    topic = topics[0] if topics else None
    if "asked" in voice.known and _is_to_be_weighed(brief, topic):
        return [*weighed(brief, voice), _record(brief, voice)]
    if topic is None or topic in _BY_NUMBERS or topic in SHORT:
        short_of = asked_about(brief)
        if short_of.unclear or short_of.unsure:
            return _asked_back(brief, voice)
    relayed = _dealers_words(brief, topics)
    if relayed is not None:
        return _relayed(brief, voice, relayed)
    if brief.worth is not None and _is_about_a_decision(voice, topic):
        return accept(brief, voice)
    answer = _small_talk if topic is None else _ANSWERS.get(topic, _small_talk)
    return answer(brief, voice, topics)


def _is_to_be_weighed(brief: Brief, topic: BuyerTopic | None) -> bool:
    """Whether the answer is about the amount, and not about what else the question touches."""
    if topic is BuyerTopic.DAMAGE:
        return False
    if topic in ANSWERS and topic is not BuyerTopic.TOO_LOW:
        return False
    if topic is BuyerTopic.WHY and is_suggested(brief):
        return False
    return brief.worth is None or is_below_ask(brief)


def _is_about_a_decision(voice: Voice, topic: BuyerTopic | None) -> bool:
    if topic is None:
        return "asked" in voice.known
    return topic in (BuyerTopic.ACCEPT, BuyerTopic.BUY, BuyerTopic.SAY)


def _on_record(brief: Brief, voice: Voice, topics: Topics) -> list[list[str]]:
    """The fact itself; what to do now only where the last advice has not told it."""
    return [[fact(brief, voice, topics[0])], standing_unless_told(brief, voice)]


def _short(_: Brief, voice: Voice, topics: Topics) -> list[list[str]]:
    return short(voice, topics[0])


def _small_talk(brief: Brief, voice: Voice, topics: Topics) -> list[list[str]]:
    return [*small_talk(brief, voice, next(iter(topics), None)), _record(brief, voice)]


def _damage(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    fault = named_fault(brief.said)
    used = [] if fault is None else damage(voice, fault)
    return [*used, standing_unless_told(brief, voice)]


def _counsel(brief: Brief, voice: Voice, topics: Topics) -> list[list[str]]:
    topic = topics[0]
    answer = ANSWERS[topic]
    also = [voice.line(each.tells) for each in _matters(topics)]
    lead = [] if supposed_fault(brief.said) is None else [voice.line(talk_words.CANNOT_SEE)]
    checks = check_of(brief.vehicle).lines
    is_checking = topics == (BuyerTopic.INSPECTION,) and not lead and not voice.said_last(checks)
    own = [voice.line(checks)] if is_checking else []
    if topic is BuyerTopic.FINANCING and "asked_monthly" in voice.known:
        in_all = "asked_in_all" in voice.known
        own = [voice.line(asked.PAYMENT_IN_ALL if in_all else asked.PAYMENT)]
    can_ask = [voice.line(talk_words.CAN_ASK)] if topic is BuyerTopic.ABOUT else []
    return [
        [*lead, voice.line(answer.tells), *own, *can_ask],
        also[:1],
        [voice.quote(answer.says)] if topic is not BuyerTopic.ABOUT else [],
        standing_unless_told(brief, voice),
        _record(brief, voice) if topic in MOMENTS else [],
    ]


def _asked_back(brief: Brief, voice: Voice) -> list[list[str]]:
    question = asked.UNSURE if "asked_unsure" in voice.known else asked.UNCLEAR
    return [[voice.line(question)], standing(brief, voice), [name_a_number(brief, voice)]]


def _matters(topics: Topics) -> list[Counsel]:
    """What else a line about one matter touches. Who asks for a meaning asks for no more."""
    if topics[0] not in MATTERS or topics[0] is BuyerTopic.OUT_THE_DOOR:
        return []
    return [MATTERS[each] for each in topics[1:] if each in MATTERS and each not in _VAGUE]


def _whether_to_accept(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    named = brief.position.dealer_price is not None
    return [
        [voice.line(words.NOT_YET if named else words.NOTHING_TO_ACCEPT)],
        standing(brief, voice),
        _record(brief, voice),
        [name_a_number(brief, voice)],
    ]


def _whether_it_is_good(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    if brief.worth is not None:
        return [
            [voice.line(words.IT_IS_GOOD)],
            [voice.line(PAPER)],
            [name_a_number(brief, voice)],
        ]
    verdict = words.IS_IT_GOOD if "ask_over_target" in voice.known else words.INSIDE
    return [
        [voice.line(verdict)],
        [voice.line(words.COMPARE)],
        standing_unless_told(brief, voice),
        [name_a_number(brief, voice)],
    ]


def _how_much(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    if brief.worth is not None:
        return [[voice.line(words.NOTHING_MORE)], [name_a_number(brief, voice)]]
    return [standing(brief, voice), their_side(brief, voice), [name_a_number(brief, voice)]]


def _reasons(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    offer = brief.position.buyer_offer
    if brief.worth is not None:
        return [[voice.line(WORTH[brief.worth])]]
    if offer is None:
        reason = voice.line(words.WHY_OPEN)
    else:
        lower = brief.suggestion.price < offer
        reason = voice.line(words.WHY_LOWER if lower else words.WHY_HOLD)
    return [[reason], their_side(brief, voice), [name_a_number(brief, voice)]]


def _dealers_words(brief: Brief, topics: Topics) -> DealerTopic | None:
    """What of the dealer's the buyer tells, where that is what the line is about."""
    told = is_told_by_them(brief.said) or topics[:1] == (BuyerTopic.SAY,)
    if topics and topics[0] not in _VAGUE:
        return None
    for topic in dealer_topics(brief.said):
        if topic in TACTICS and (told or topic not in _ONLY_TOLD):
            return topic
    return None


def _relayed(brief: Brief, voice: Voice, topic: DealerTopic) -> list[list[str]]:
    """The buyer tells what the dealer said."""
    counsel = TACTICS[topic]
    return [
        [voice.line(counsel.tells)],
        [voice.quote(counsel.says)],
        standing_unless_told(brief, voice),
        [] if topic in TERMS else _record(brief, voice),
    ]


def _what_now(brief: Brief, voice: Voice, _: Topics) -> list[list[str]]:
    return [
        standing(brief, voice),
        their_side(brief, voice),
        [name_a_number(brief, voice)],
        _record(brief, voice),
    ]


def _record(brief: Brief, voice: Voice) -> list[str]:
    return [voice.line(words.RELAYED_PRICE)] if relays_an_amount(brief.said) else []


_ONLY_TOLD = (*CLAIMS, DealerTopic.REFUSAL, DealerTopic.COME_IN)
"""What buyers say as well, about something else."""

_VAGUE = (BuyerTopic.SOMETHING, BuyerTopic.SAY)
"""What somebody wants words for, without a topic that has counsel of its own."""

_BY_NUMBERS = {
    BuyerTopic.ACCEPT: _whether_to_accept,
    BuyerTopic.BUY: _whether_to_accept,
    BuyerTopic.GOOD_DEAL: _whether_it_is_good,
    BuyerTopic.HOW_MUCH: _how_much,
    BuyerTopic.WHY: _reasons,
    BuyerTopic.SAY: _what_now,
}
_ANSWERS: dict[BuyerTopic, Callable[[Brief, Voice, Topics], list[list[str]]]] = {
    **dict.fromkeys(FACTS, _on_record),
    **dict.fromkeys(SHORT, _short),
    **dict.fromkeys(ANSWERS, _counsel),
    **_BY_NUMBERS,
    BuyerTopic.DAMAGE: _damage,
}
