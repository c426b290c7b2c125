"""What the dealer's message tells: fees and payments added up, and what speaks against the car."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import DealerTopic, dealer_topics
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import agrees, sums
from backend.domain.advice.playbook.words.claims import CLAIMS
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.playbook.words.disclosed import DISCLOSED
from backend.domain.advice.playbook.words.pressure import PRESSURE
from backend.domain.advice.playbook.words.terms import TERMS
from backend.domain.advice.told import BY_DEALER, is_all_in, told_by_dealer
from backend.domain.negotiation import Trigger

TACTICS = DISCLOSED | PRESSURE | CLAIMS | TERMS

_OF_THE_CAR = (DealerTopic.BRANDED, DealerTopic.DAMAGE)


def topics_of(brief: Brief) -> list[DealerTopic]:
    """What the dealer's message is about, in the order in which the buyer needs to hear of it.

    What is wrong with the car comes first, then fees and payments, then how they press.
    """
    if brief.trigger not in BY_DEALER:
        return []
    told, topics = told_by_dealer(brief), list(dealer_topics(brief.said))
    sums_of = [DealerTopic.FEES] if told.extras else []
    sums_of += [DealerTopic.MONTHLY] if told.in_all else []
    disclosed = [topic for topic in topics if topic in _OF_THE_CAR]
    return list(dict.fromkeys([*disclosed, *sums_of, *topics]))


def is_a_sum(brief: Brief, topic: DealerTopic) -> bool:
    """Whether the topic comes with amounts that are added up: it is never left out."""
    told = told_by_dealer(brief)
    return bool(
        (topic is DealerTopic.FEES and told.extras)
        or (topic is DealerTopic.MONTHLY and told.in_all)
    )


def counsel_on(brief: Brief, topic: DealerTopic) -> Counsel:
    """What to make of a topic, and what to say about it, as the message has it."""
    told = told_by_dealer(brief)
    if topic is DealerTopic.FEES:
        if _is_out_the_door(brief):
            return sums.EXTRAS_ARE_IN if told.extras else sums.FEES_ARE_IN
        return sums.EXTRAS if told.extras else TACTICS[topic]
    if topic is DealerTopic.OUT_THE_DOOR and _is_out_the_door(brief):
        return sums.ALL_IN
    return TACTICS[topic]


def telling(brief: Brief, voice: Voice, topic: DealerTopic) -> list[str]:
    """A paragraph on a topic."""
    if topic is DealerTopic.MONTHLY and "payments_in_all" in voice.known:
        return [_payments(voice)]
    lines = [voice.line(counsel_on(brief, topic).tells)]
    if topic is DealerTopic.FEES and "with_extras" in voice.known:
        lines += _with_extras(brief, voice)
    return lines


def drawbacks(brief: Brief, voice: Voice) -> list[list[str]]:
    """What the same message says against a price that is worth taking."""
    told, topics = told_by_dealer(brief), topics_of(brief)
    gone = [[voice.line(agrees.ALSO_GONE)]] if told.is_gone else []
    disclosed = [topic for topic in topics if topic in _OF_THE_CAR][:1]
    extras = [DealerTopic.FEES] if told.extras else []
    return [*gone, *(telling(brief, voice, topic) for topic in (*disclosed, *extras))]


def _is_out_the_door(brief: Brief) -> bool:
    """Whether the price in this message, or the one on record, has everything in it."""
    return told_by_dealer(brief).is_all_in or is_all_in(brief)


def _payments(voice: Voice) -> str:
    if "payments_over_ask" in voice.known:
        return voice.line(sums.PAYMENTS_OVER)
    under = "payments_under_ask" in voice.known
    return voice.line(sums.PAYMENTS_UNDER if under else sums.PAYMENTS)


def _with_extras(brief: Brief, voice: Voice) -> list[str]:
    known, limit = voice.known, brief.position.terms.walk_away
    lines = [voice.line(sums.WITH_ALL_EXTRAS if "extras_sum" in known else sums.WITH_EXTRAS)]
    if limit is not None and (told_by_dealer(brief).with_extras or 0) > limit >= _base(brief):
        lines.append(voice.line(sums.PAST_LIMIT))
    elif "net_concession" in known:
        lines.append(voice.line(sums.NET_STEP))
    elif brief.position.dealer_price and brief.concessions and _is_eaten(brief):
        lines.append(voice.line(sums.NO_STEP))
    return lines


def _is_eaten(brief: Brief) -> bool:
    return brief.trigger is Trigger.DEALER_PRICE and brief.concessions[-1] > 0


def _base(brief: Brief) -> int:
    """The price that the extras come on top of."""
    told = told_by_dealer(brief)
    return (told.with_extras or 0) - sum(fee.amount or 0 for fee in told.extras)
