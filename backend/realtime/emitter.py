"""The emitter: pushes events to rooms, from the gateway or through Redis from anywhere else.

Emitting is best effort and never raises: stored events are pulled by whoever missed them.
"""

from __future__ import annotations

from typing import Any, Protocol
from uuid import UUID

import structlog
from opentelemetry.trace import SpanKind

from backend.contract.shapes import (
    ErrorEvent,
    MessageDeltaEvent,
    NegotiationActivityEvent,
    StoredEvent,
    TypingIndicatorEvent,
)
from backend.realtime.publishing import PromptRedisManager
from backend.realtime.rooms import negotiation_room, user_room
from backend.redis_link import RedisBreaker
from backend.telemetry.tracing import Attributes, span

_log = structlog.get_logger(__name__)


class EventPort(Protocol):
    """Whatever delivers an event to a room: a Socket.IO server or its write-only manager."""

    def emit(self, event: str, data: Any, *, room: str) -> None: ...


def redis_port(redis_url: str, breaker: RedisBreaker) -> EventPort:
    """A port that only writes, for processes without sockets of their own."""
    manager: EventPort = PromptRedisManager(redis_url, breaker, write_only=True)
    return manager


class Emitter:
    """Pushes the contract's events to the sockets of a negotiation, or of a user."""

    def __init__(self, port: EventPort) -> None:
        self._port = port

    def stored(self, event: StoredEvent) -> None:
        """Push an event that is committed."""
        about: Attributes = {"negotiation_id": event["negotiation_id"], "seq": event["seq"]}
        with span(f"emit {event['type']}", about, kind=SpanKind.PRODUCER):
            self._emit(event["type"], event["negotiation_id"], event)
        _log.info(
            "event_emitted",
            event_type=event["type"],
            negotiation_id=event["negotiation_id"],
            seq=event["seq"],
        )

    def activity(self, user_id: UUID, event: NegotiationActivityEvent) -> None:
        """Tell a user's sockets how one of the user's negotiations stands, as committed."""
        self._port.emit("negotiation_activity", event, room=user_room(user_id))

    def typing(
        self, negotiation_id: UUID, reply_id: UUID, *, is_typing: bool, expires_in_ms: int = 0
    ) -> None:
        """Say that the adviser is (not) writing; clients end it by themselves after the time."""
        event: TypingIndicatorEvent = {
            "negotiation_id": str(negotiation_id),
            "reply_id": str(reply_id),
            "is_typing": is_typing,
            "expires_in_ms": expires_in_ms,
        }
        self._emit("typing_indicator", event["negotiation_id"], event)

    def delta(self, event: MessageDeltaEvent) -> None:
        """Push a piece of text of a running reply."""
        self._emit("message_delta", event["negotiation_id"], event)

    def error(self, negotiation_id: UUID, reply_id: UUID, code: str, detail: str) -> None:
        """Tell a negotiation's sockets that a reply went wrong."""
        event: ErrorEvent = {
            "negotiation_id": str(negotiation_id),
            "reply_id": str(reply_id),
            "code": code,
            "detail": detail,
        }
        self._emit("error", event["negotiation_id"], event)

    def _emit(self, name: str, negotiation_id: str, data: Any) -> None:
        self._port.emit(name, data, room=negotiation_room(negotiation_id))
