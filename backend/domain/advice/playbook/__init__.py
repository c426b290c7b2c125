"""The playbook: words an advice from the brief alone, without any network.

What is advised stands in the brief; here it only gets words. Each module covers one kind of moment
and returns paragraphs of sentences; ``voice`` picks the wordings and fills in the figures.
"""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.playbook.afterward import afterward
from backend.domain.advice.playbook.chat import chat
from backend.domain.advice.playbook.counter import counter
from backend.domain.advice.playbook.deal import accept, after_the_end, walk_away
from backend.domain.advice.playbook.dealer import dealer_message, dealer_price
from backend.domain.advice.playbook.opening import opening
from backend.domain.advice.playbook.voice import Voice, assemble
from backend.domain.advice.playbook.words.their_side import LEVERAGE
from backend.domain.advice.told import told_by_dealer
from backend.domain.negotiation import Status, Trigger
from backend.domain.pricing import Action

__all__ = ["compose"]

FEWEST_WORDS, MOST_WORDS = 65, 140

_BY_TRIGGER = {
    Trigger.OPENING: opening,
    Trigger.BUYER_OFFER: counter,
    Trigger.DEALER_PRICE: dealer_price,
    Trigger.DEALER_MESSAGE: dealer_message,
    Trigger.CHAT: chat,
}


def compose(brief: Brief) -> str:
    """Word the brief for the buyer: plain text, paragraphs parted by a blank line.

    Pure: the same brief always gives the same text. Every figure in it is one of
    :func:`~backend.domain.advice.figures.figures`; what stands between “ and ” is meant for the
    dealer and holds neither the target nor the walk-away price.
    """
    voice = Voice(brief)
    paragraphs = _paragraphs(brief, voice)
    return assemble(paragraphs, _extras(brief, voice), FEWEST_WORDS, MOST_WORDS)


def _extras(brief: Brief, voice: Voice) -> list[str]:
    """What goes into a text that is short: something on this car, or on who may leave.

    What the last advice told comes last. An answer to a question may be as short as the question.
    """
    if brief.status is not Status.ACTIVE or brief.trigger is Trigger.CHAT:
        return []
    if told_by_dealer(brief).is_gone:
        return [voice.line(LEVERAGE)]
    fillers = sorted((check_of(brief.vehicle).lines, LEVERAGE), key=voice.said_last)
    return [voice.line(filler) for filler in fillers]


def _paragraphs(brief: Brief, voice: Voice) -> list[list[str]]:
    if brief.status is not Status.ACTIVE:
        is_chat = brief.trigger is Trigger.CHAT
        return afterward(brief, voice) if is_chat else after_the_end(brief, voice)
    if brief.suggestion.action is Action.ACCEPT:
        return accept(brief, voice)
    if brief.suggestion.action is Action.WALK_AWAY:
        return walk_away(voice)
    return _BY_TRIGGER[brief.trigger](brief, voice)
