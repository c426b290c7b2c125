"""The contract's objects and events as types, made of its schemas: ``make contract`` writes this.

Money is a two-place decimal string in US dollars, times are ISO 8601 UTC.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from backend.contract.choices import (
    FallbackReason,
    MessageKind,
    MessageStatus,
    ReplyStatus,
    Role,
)


class VehicleObject(TypedDict):
    year: int
    make: str
    model: str
    trim: str | None
    mileage: int | None
    vin: str | None


class NegotiationObject(TypedDict):
    id: str
    status: str
    vehicle: VehicleObject
    asking_price: str
    target_price: str
    walk_away_price: str | None
    strategy: str
    round: int
    max_rounds: int
    suggested_price: str | None
    latest_dealer_price: str | None
    latest_buyer_offer: str | None
    agreed_price: str | None
    label: str | None
    last_seq: int
    warnings: list[str]
    created_at: str
    updated_at: str


class OfferData(TypedDict):
    amount: str
    party: str
    note: str | None


class DealerMessageData(TypedDict):
    price: str | None
    channel: str | None


class AdviceData(TypedDict):
    """``fallback_reason`` is there only where the playbook stands in for a model."""

    suggested_price: str
    action: str
    discount_percent: str | None
    strategy: str
    talking_points: list[str]
    source: Literal["model", "playbook"]
    model: str | None
    attempt: int
    fallback_reason: NotRequired[FallbackReason]


class MessageObject(TypedDict):
    id: str
    seq: int
    negotiation_id: str
    role: Role
    kind: MessageKind
    content: str
    round: int
    status: MessageStatus
    in_reply_to: str | None
    reply_id: str | None
    client_id: str | None
    created_at: str
    data: dict[str, Any]


class ReplyObject(TypedDict):
    id: str
    message_id: str | None
    status: ReplyStatus
    attempt: int


class RunningReplyObject(TypedDict):
    id: str
    attempt: int
    offset: int
    text: str


class NewMessageEvent(TypedDict):
    """Stored: a message was added."""

    type: Literal["new_message"]
    negotiation_id: str
    seq: int
    message: MessageObject


class MessageUpdatedEvent(TypedDict):
    """Stored: a message changed (a reply's end, or a retry)."""

    type: Literal["message_updated"]
    negotiation_id: str
    seq: int
    message: MessageObject


class NegotiationUpdatedEvent(TypedDict):
    """Stored: the negotiation changed; the first is its creation."""

    type: Literal["negotiation_updated"]
    negotiation_id: str
    seq: int
    negotiation: NegotiationObject


class TypingIndicatorEvent(TypedDict):
    """Passing: the adviser is (not) writing; ends by itself after ``expires_in_ms``."""

    negotiation_id: str
    reply_id: str
    is_typing: bool
    expires_in_ms: int


class MessageDeltaEvent(TypedDict):
    """Passing: text of a running reply; a higher attempt replaces what was shown."""

    negotiation_id: str
    reply_id: str
    attempt: int
    offset: int
    text: str


class ErrorEvent(TypedDict):
    """Passing: something about a negotiation went wrong."""

    negotiation_id: str
    reply_id: NotRequired[str]
    code: str
    detail: str


class SeenObject(TypedDict):
    """How far a negotiation was looked at; it holds news while ``news_seq`` is above ``seen_seq``.

    News are what the buyer did not do: finished advice, and the end of a negotiation by time.
    """

    negotiation_id: str
    news_seq: int
    seen_seq: int


class NegotiationActivityEvent(TypedDict):
    """Passing, to all sockets of the user: a negotiation moved on, or was looked at.

    Not sent to sockets that watch it. The three numbers only ever rise: keep the higher ones.
    """

    negotiation_id: str
    last_seq: int
    news_seq: int
    seen_seq: int
    negotiation: NegotiationObject


class AuthExpiredEvent(TypedDict):
    """Passing: the login ended; the socket is closed next."""


class GoingAwayEvent(TypedDict):
    """Passing: this gateway ends; reconnect after so many milliseconds."""

    reconnect_in_ms: int


class UserObject(TypedDict):
    id: str
    email: str
    language: str
    created_at: str


class FigureObject(TypedDict):
    """An amount; ``step`` is set where it was computed from a difference ("500 off")."""

    start: int
    end: int
    text: str
    amount: str
    role: str
    step: str | None
    all_in: bool | None


class FeeObject(TypedDict):
    start: int
    end: int
    text: str
    name: str
    amount: str | None


class PaymentObject(TypedDict):
    start: int
    end: int
    text: str
    monthly: str | None
    months: int | None
    down: str | None


class SignalObject(TypedDict):
    start: int
    end: int
    text: str
    intent: str


class ReadingObject(TypedDict):
    """``offer`` is for the buyer to confirm as the dealer's; nothing was taken from it.

    ``source`` is ``model`` where the rules left a choice of amounts and a model made it, which is
    told once the message's advice is there and a model was asked.
    """

    source: Literal["rules", "model"]
    message_id: str
    offer: FigureObject | None
    is_counteroffer: bool
    figures: list[FigureObject]
    fees: list[FeeObject]
    payments: list[PaymentObject]
    signals: list[SignalObject]


class DraftAnswer(TypedDict):
    """A message to the dealer, for the buyer to copy. ``subject`` is null for a text message."""

    kind: str
    tone: str
    language: str
    subject: str | None
    text: str
    suggested_price: str
    source: Literal["playbook"]


class SubscribedAck(TypedDict):
    """All that is needed to show a negotiation and to follow it."""

    status: Literal["ok"]
    negotiation: NegotiationObject
    events: list[StoredEvent]
    last_seq: int
    has_more: bool
    reply: RunningReplyObject | None


class RefusedAck(TypedDict):
    """Refused: ``code`` is 4001, 4003, 4004, 4400, 4429, 4500 or 4503."""

    status: Literal["error"]
    code: int
    detail: str


StoredEvent = NewMessageEvent | MessageUpdatedEvent | NegotiationUpdatedEvent
