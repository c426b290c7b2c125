"""The numbers of an advice: computed once for each reply, as of the message that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from backend.actions.ledger import Draft, Ledger
from backend.contract.choices import MessageStatus
from backend.domain import money
from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.talking_points import talking_points
from backend.domain.negotiation import Move, Party, Status, Trigger, position_after
from backend.domain.pricing import STRATEGIES, Action, Suggestion
from backend.storage import history, people
from backend.storage.columns import JsonObject
from backend.storage.models import Message, Negotiation, Reply

TALK_LIMIT = 20
"""How many earlier messages an adviser is told."""

EARLIER_LIMIT = 40
"""How many messages of the dealer before those are summarised."""

VARIATIONS = 1_000_003

_SPEAKERS = {"user": Speaker.BUYER, "dealer": Speaker.DEALER, "agent": Speaker.ADVISER}


@dataclass(frozen=True)
class Occasion:
    """What an advice is for.

    Attributes:
        trigger: decides which rule of the strategy speaks.
        seq: the event as of which the numbers are computed.
        answered: the message that is answered; None for the opening and for batch advice.
        variation: picks among equally good wordings; the same always picks the same.
    """

    trigger: Trigger
    seq: int
    answered: Message | None
    variation: int


def brief_for(session: Session, negotiation: Negotiation, occasion: Occasion) -> Brief:
    """The brief for one advice."""
    moves = tuple(moves_in(history.amounts_until(session, negotiation.id, occasion.seq)))
    position = position_after(negotiation.terms, moves)
    talk = history.talk_before(session, negotiation.id, occasion.seq, TALK_LIMIT)
    earlier = (
        history.dealer_words_before(session, negotiation.id, talk[0].seq, EARLIER_LIMIT)
        if len(talk) == TALK_LIMIT
        else ()
    )
    return Brief(
        vehicle=negotiation.vehicle,
        trigger=occasion.trigger,
        position=position,
        suggestion=STRATEGIES[negotiation.strategy].suggest(position, occasion.trigger),
        moves=moves,
        said=_said(occasion.answered),
        talk=tuple(_utterances(talk)),
        earlier=tuple(_utterances(earlier)),
        variation=occasion.variation,
        status=Status(negotiation.status),
        language=people.language_of(session, negotiation.user_id),
    )


def trigger_now(moves: Sequence[Move]) -> Trigger:
    """What the last of ``moves`` calls for."""
    if not moves:
        return Trigger.OPENING
    by_buyer = moves[-1].party is Party.BUYER
    return Trigger.BUYER_OFFER if by_buyer else Trigger.DEALER_PRICE


def occasion_of(session: Session, reply: Reply, attempt: int) -> Occasion:
    """The occasion of one attempt at a reply."""
    answered = session.get(Message, reply.message_id) if reply.message_id else None
    # The attempt counts too: who asks for other words is to get them.
    variation = (reply.id.int + attempt) % VARIATIONS
    return Occasion(Trigger(reply.trigger), reply.trigger_seq, answered, variation)


def retold(brief: Brief, data: JsonObject) -> Brief:
    """``brief`` with the numbers that an earlier attempt computed: later ones only reword them."""
    suggestion = Suggestion(
        price=money.from_json(data["suggested_price"]),
        action=Action(data["action"]),
        discount_percent=data["discount_percent"],
        strategy=data["strategy"],
    )
    return replace(brief, suggestion=suggestion)


def advice_data(brief: Brief) -> JsonObject:
    """The computed part of an advice's ``data``: the numbers and the points to make."""
    return {
        "suggested_price": money.to_json(brief.suggestion.price),
        "action": brief.suggestion.action.value,
        "discount_percent": brief.suggestion.discount_percent,
        "strategy": brief.suggestion.strategy,
        "talking_points": list(talking_points(brief)),
    }


def add_advice(
    ledger: Ledger,
    reply: Reply,
    data: JsonObject,
    status: MessageStatus,
) -> None:
    """Write the one message of a reply, still without words."""
    draft = Draft(
        "agent",
        "advice",
        "",
        data,
        status=status,
        in_reply_to=reply.message_id,
        reply_id=reply.id,
    )
    reply.advice_id = ledger.add_message(draft).id


def apply_suggestion(negotiation: Negotiation, price: int, as_of_seq: int) -> None:
    """Make ``price`` (cents) the negotiation's suggestion.

    Not in a closed one, and not over the suggestion of a later message. What the dealer has asked
    since then caps it anew.
    """
    if negotiation.status != "active" or as_of_seq < negotiation.suggestion_seq:
        return
    ask = negotiation.dealer_price_cents
    negotiation.suggested_cents = price if ask is None else min(price, ask)
    negotiation.suggestion_seq = as_of_seq


def moves_in(messages: Sequence[Message]) -> list[Move]:
    """The amounts that the messages name, in their order."""
    moves: list[Move] = []
    for message in messages:
        if message.kind == "offer":
            party, amount = Party(message.data["party"]), message.data["amount"]
        else:
            party, amount = Party.DEALER, message.data["price"]
        if amount is not None:
            moves.append(Move(party, money.from_json(amount), message.seq))
    return moves


def _said(message: Message | None) -> str | None:
    if message is None:
        return None
    return message.data["note"] if message.kind == "offer" else message.content


def _utterances(messages: Sequence[Message]) -> list[Utterance]:
    return [
        Utterance(_SPEAKERS[message.role], message.content, message.seq, _points(message))
        for message in messages
        if message.role in _SPEAKERS and message.content
    ]


def _points(message: Message) -> tuple[str, ...]:
    return tuple(message.data.get("talking_points", ())) if message.kind == "advice" else ()
