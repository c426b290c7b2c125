"""What goes over the socket, as marshmallow schemas: they validate, and AsyncAPI shows them."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from backend.contract.fields import Choice, Seq
from backend.contract.objects import MessageOut, NegotiationOut, RunningReplyOut

Events = dict[str, type[ma.Schema]]


class SubscribeIn(ma.Schema):
    """Which negotiation to watch, and the newest event the client has (null: none)."""

    negotiation_id = fields.UUID(required=True)
    after_seq = Seq(load_default=None, allow_none=True, strict=True)


class UnsubscribeIn(ma.Schema):
    """Which negotiation to watch no longer."""

    negotiation_id = fields.UUID(required=True)


class AuthenticateIn(ma.Schema):
    """A fresh bearer token of the same user."""

    token = fields.String(required=True)


class SyncIn(ma.Schema):
    """The keep-alive: the newest event that the client has."""

    negotiation_id = fields.UUID(required=True)
    last_seq = Seq(required=True, strict=True)


class NewMessageOut(ma.Schema):
    """Stored: a message was added."""

    type = fields.String(required=True, validate=validate.Equal("new_message"))
    negotiation_id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    message = fields.Nested(MessageOut, required=True)


class MessageUpdatedOut(ma.Schema):
    """Stored: a message changed (a reply's end, or a retry)."""

    type = fields.String(required=True, validate=validate.Equal("message_updated"))
    negotiation_id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    message = fields.Nested(MessageOut, required=True)


class NegotiationUpdatedOut(ma.Schema):
    """Stored: the negotiation changed; the first is its creation."""

    type = fields.String(required=True, validate=validate.Equal("negotiation_updated"))
    negotiation_id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    negotiation = fields.Nested(NegotiationOut, required=True)


STORED_EVENTS: Events = {
    "new_message": NewMessageOut,
    "message_updated": MessageUpdatedOut,
    "negotiation_updated": NegotiationUpdatedOut,
}
"""Events that are kept, each with its place in the negotiation's gap-free order."""


class StoredEventOut(ma.Schema):
    type = Choice(STORED_EVENTS, required=True)
    negotiation_id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    message = fields.Nested(MessageOut)
    negotiation = fields.Nested(NegotiationOut)


class EventsAnswer(ma.Schema):
    events = fields.List(fields.Nested(StoredEventOut), required=True)
    last_seq = fields.Integer(required=True)
    has_more = fields.Boolean(required=True)


class SubscribeAck(ma.Schema):
    """All that is needed to show a negotiation and to follow it."""

    status = fields.String(required=True, validate=validate.Equal("ok"))
    negotiation = fields.Nested(NegotiationOut, required=True)
    events = fields.List(fields.Nested(StoredEventOut), required=True)
    last_seq = fields.Integer(required=True)
    has_more = fields.Boolean(required=True)
    reply = fields.Nested(RunningReplyOut, required=True, allow_none=True)


class StatusAck(ma.Schema):
    """Done."""

    status = fields.String(required=True)


class SyncAck(ma.Schema):
    """The newest event there is; a client that is behind pulls events."""

    last_seq = fields.Integer(required=True)


class ErrorAck(ma.Schema):
    """Refused: ``code`` is 4001, 4003, 4004, 4400, 4429, 4500 or 4503."""

    status = fields.String(required=True, validate=validate.Equal("error"))
    code = fields.Integer(required=True)
    detail = fields.String(required=True)


class TypingIndicatorOut(ma.Schema):
    """Passing: the adviser is (not) writing; ends by itself after ``expires_in_ms``."""

    negotiation_id = fields.UUID(required=True)
    reply_id = fields.UUID(required=True)
    is_typing = fields.Boolean(required=True)
    expires_in_ms = fields.Integer(required=True)


class MessageDeltaOut(ma.Schema):
    """Passing: text of a running reply; a higher attempt replaces what was shown."""

    negotiation_id = fields.UUID(required=True)
    reply_id = fields.UUID(required=True)
    attempt = fields.Integer(required=True)
    offset = fields.Integer(required=True, metadata={"description": "in Unicode code points"})
    text = fields.String(required=True)


class ErrorOut(ma.Schema):
    """Passing: something about a negotiation went wrong."""

    negotiation_id = fields.UUID(required=True)
    reply_id = fields.UUID()
    code = fields.String(required=True)
    detail = fields.String(required=True)


class NegotiationActivityOut(ma.Schema):
    """Passing, to all sockets of the user: a negotiation moved on, or was looked at.

    Not sent to sockets that watch it. The three numbers only ever rise: keep the higher ones.
    """

    negotiation_id = fields.UUID(required=True)
    last_seq = fields.Integer(required=True)
    news_seq = fields.Integer(required=True)
    seen_seq = fields.Integer(required=True)
    negotiation = fields.Nested(NegotiationOut, required=True)


class AuthExpiredOut(ma.Schema):
    """Passing: the login ended; the socket is closed next."""


class GoingAwayOut(ma.Schema):
    """Passing: this gateway ends; reconnect after so many milliseconds."""

    reconnect_in_ms = fields.Integer(required=True)


CLIENT_CALLS: dict[str, tuple[type[ma.Schema], type[ma.Schema]]] = {
    "subscribe": (SubscribeIn, SubscribeAck),
    "unsubscribe": (UnsubscribeIn, StatusAck),
    "authenticate": (AuthenticateIn, StatusAck),
    "sync": (SyncIn, SyncAck),
}
"""What clients call, each with the payload it takes and the ack it gets (or an ErrorAck)."""

PASSING_EVENTS: Events = {
    "typing_indicator": TypingIndicatorOut,
    "message_delta": MessageDeltaOut,
    "error": ErrorOut,
    "negotiation_activity": NegotiationActivityOut,
    "auth_expired": AuthExpiredOut,
    "going_away": GoingAwayOut,
}
"""Events that may be lost: they end, or are replaced, by themselves."""

SERVER_EVENTS = {**STORED_EVENTS, **PASSING_EVENTS}
