"""The watchman: sees to it that no watched negotiation falls behind, whatever lost an event.

Events travel by Redis, which may lose them: it was away, a connection broke, a publisher gave up.
Clients notice a gap with the next event, or with their next ``sync``, which may be long. So each
gateway looks every few seconds which of the negotiations that its clients watch have events that
did not pass here, and pushes the newest of each. Clients see the gap and pull.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from flask_socketio import SocketIO

from backend.actions.reading import Progress, changed_negotiations, newest_events
from backend.actions.services import Services
from backend.realtime.event_types import STORED_EVENTS
from backend.realtime.rooms import negotiation_room
from backend.sockets.registry import SocketRegistry

LOOK_SECONDS = 3.0
IN_FLIGHT = timedelta(seconds=1.5)
"""Events younger than this may still be on their way."""

OVERLAP = timedelta(seconds=15)
"""How far each look reaches back behind the last: transactions take time, clocks differ."""

_log = structlog.get_logger(__name__)


class Watchman:
    """Compares what passed through this gateway with what the database has."""

    def __init__(self, services: Services, sockets: SocketRegistry) -> None:
        self._services = services
        self._sockets = sockets
        self._passed: dict[UUID, int] = {}
        self._looked_at: datetime | None = None

    def notice(self, event: str, _room: str, data: Any) -> None:
        """Be told of each event that is emitted to this gateway's sockets."""
        if event not in STORED_EVENTS or not isinstance(data, Mapping):
            return
        negotiation_id = UUID(data["negotiation_id"])
        if self._sockets.is_watched(negotiation_id):
            self._passed[negotiation_id] = max(data["seq"], self._passed.get(negotiation_id, 0))

    def look(self, socketio: SocketIO) -> int:
        """Push the newest event of each negotiation that fell behind; returns how many did."""
        if not len(self._sockets):
            self._passed.clear()
            self._looked_at = None
            return 0
        now = self._services.clock()
        since = (self._looked_at or now) - OVERLAP
        behind = [
            progress
            for progress in changed_negotiations(self._services, since, now - IN_FLIGHT)
            if self._is_behind(progress)
        ]
        for body in newest_events(self._services, behind):
            room = negotiation_room(body["negotiation_id"])
            socketio.server.emit(body["type"], body, room=room, ignore_queue=True)
            self.notice(body["type"], room, body)
        self._looked_at = now
        self._forget_unwatched()
        if behind:
            _log.info("caught_up", negotiations=len(behind))
        return len(behind)

    def _is_behind(self, progress: Progress) -> bool:
        return (
            self._sockets.is_watched(progress.negotiation_id)
            and self._passed.get(progress.negotiation_id, 0) < progress.last_seq
        )

    def _forget_unwatched(self) -> None:
        self._passed = {
            negotiation_id: seq
            for negotiation_id, seq in self._passed.items()
            if self._sockets.is_watched(negotiation_id)
        }
