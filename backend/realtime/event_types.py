"""The contract's objects and events, as types. One place names them for gateway and worker."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class VehicleObject(TypedDict):
    year: int
    make: str
    model: str
    trim: str | None
    mileage: int | None
    vin: str | None


class NegotiationObject(TypedDict):
    """A negotiation as clients see it; amounts are two-place decimal strings in dollars."""

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


class MessageObject(TypedDict):
    """A message as clients see it; the shape of ``data`` depends on ``kind``."""

    id: str
    seq: int
    negotiation_id: str
    role: Literal["user", "agent", "dealer", "system"]
    kind: Literal["chat", "offer", "dealer_message", "advice", "notice"]
    content: str
    round: int
    status: Literal["complete", "streaming", "failed", "stopped"]
    in_reply_to: str | None
    reply_id: str | None
    client_id: str | None
    created_at: str
    data: dict[str, Any]


class ReplyObject(TypedDict):
    id: str
    message_id: str | None
    status: Literal["pending", "running", "complete", "failed", "stopped"]
    attempt: int


class RunningReplyObject(TypedDict):
    """The reply being written, with the text so far; ``offset`` counts code points."""

    id: str
    attempt: int
    offset: int
    text: str


class NewMessageEvent(TypedDict):
    type: Literal["new_message"]
    negotiation_id: str
    seq: int
    message: MessageObject


class MessageUpdatedEvent(TypedDict):
    type: Literal["message_updated"]
    negotiation_id: str
    seq: int
    message: MessageObject


class NegotiationUpdatedEvent(TypedDict):
    type: Literal["negotiation_updated"]
    negotiation_id: str
    seq: int
    negotiation: NegotiationObject


StoredEvent = NewMessageEvent | MessageUpdatedEvent | NegotiationUpdatedEvent
"""Events that are kept, each with its place in the negotiation's gap-free order."""


class TypingIndicatorEvent(TypedDict):
    negotiation_id: str
    reply_id: str
    is_typing: bool
    expires_in_ms: int


class MessageDeltaEvent(TypedDict):
    negotiation_id: str
    reply_id: str
    attempt: int
    offset: int
    text: str


class ErrorEvent(TypedDict):
    negotiation_id: str
    reply_id: NotRequired[str]
    code: str
    detail: str


class NegotiationActivityEvent(TypedDict):
    """One of a user's negotiations moved on, or was looked at.

    Something is unseen while ``news_seq`` is above ``seen_seq``. All three numbers only ever rise,
    so that events may be taken in any order by keeping the higher ones.
    """

    negotiation_id: str
    last_seq: int
    news_seq: int
    seen_seq: int
    negotiation: NegotiationObject


class SeenObject(TypedDict):
    """How far a negotiation was looked at; see :class:`NegotiationActivityEvent`."""

    negotiation_id: str
    news_seq: int
    seen_seq: int


class AuthExpiredEvent(TypedDict):
    pass


class GoingAwayEvent(TypedDict):
    reconnect_in_ms: int


STORED_EVENTS: dict[str, type] = {
    "new_message": NewMessageEvent,
    "message_updated": MessageUpdatedEvent,
    "negotiation_updated": NegotiationUpdatedEvent,
}
PASSING_EVENTS: dict[str, type] = {
    "typing_indicator": TypingIndicatorEvent,
    "message_delta": MessageDeltaEvent,
    "error": ErrorEvent,
    "negotiation_activity": NegotiationActivityEvent,
    "auth_expired": AuthExpiredEvent,
    "going_away": GoingAwayEvent,
}
