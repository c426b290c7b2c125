"""Rows as the contract's objects, made by its schemas."""

from __future__ import annotations

from collections.abc import Callable

from backend.contract.objects import MessageOut, NegotiationOut, ReplyOut, SeenOut
from backend.contract.serializing import serializer
from backend.contract.shapes import (
    MessageObject,
    NegotiationActivityEvent,
    NegotiationObject,
    ReplyObject,
    SeenObject,
)
from backend.storage.models import Message, Negotiation, Reply

negotiation_object: Callable[[Negotiation], NegotiationObject] = serializer(NegotiationOut)
"""The negotiation as its owner sees it."""

message_object: Callable[[Message], MessageObject] = serializer(MessageOut)
"""The message as it is now."""

reply_object: Callable[[Reply], ReplyObject] = serializer(ReplyOut)
"""The reply as it is now; ``message_id`` is the message it answers, null for the opening."""

seen_object: Callable[[Negotiation], SeenObject] = serializer(SeenOut)
"""How far a negotiation was looked at."""


def activity_object(row: Negotiation) -> NegotiationActivityEvent:
    """How a negotiation stands, for the lists of its owner."""
    return {
        "negotiation_id": str(row.id),
        "last_seq": row.last_seq,
        "news_seq": row.news_seq,
        "seen_seq": row.seen_seq,
        "negotiation": negotiation_object(row),
    }
