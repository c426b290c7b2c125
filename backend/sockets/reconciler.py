"""The reconciler: sees to it that no client falls behind, whatever lost an event.

Events travel by Redis, which may lose them: it was away, a connection broke, a publisher gave up.
Clients notice a gap with the next event, or with their next ``sync``, which may be long. So each
gateway looks every few seconds which negotiations have events that did not pass here. To sockets
that watch one it pushes the newest event: they see the gap and pull. To the owner's other sockets
it tells how the negotiation stands: their lists want no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import structlog

from backend.actions.queries import (
    Progress,
    changed_negotiations,
    newest_activity,
    newest_events,
)
from backend.actions.services import Services
from backend.contract.events import STORED_EVENTS
from backend.realtime.rooms import negotiation_room, user_of_room, user_room
from backend.sockets.registry import SocketRegistry

LOOK_SECONDS = 3.0
IN_FLIGHT = timedelta(seconds=1.5)
"""Events younger than this may still be on their way."""

OVERLAP = timedelta(seconds=15)
"""How far each look reaches back behind the last: transactions take time, clocks differ."""

_log = structlog.get_logger(__name__)


class LocalPort(Protocol):
    """What delivers to this gateway's own sockets: its Socket.IO server, past the queue."""

    def emit(
        self, event: str, data: Any, *, room: str, skip_sid: list[str], ignore_queue: bool
    ) -> None: ...


class Reconciler:
    """Compares what passed through this gateway with what the database has."""

    def __init__(self, services: Services, sockets: SocketRegistry) -> None:
        self._services = services
        self._sockets = sockets
        self._passed: dict[UUID, int] = {}
        self._told: dict[UUID, dict[UUID, int]] = {}
        self._looked_at: datetime | None = None

    def notice(self, event: str, room: str, data: Any) -> None:
        """Be told of each event that is emitted to this gateway's sockets."""
        if not isinstance(data, Mapping):
            return
        if event in STORED_EVENTS:
            negotiation_id = UUID(data["negotiation_id"])
            if self._sockets.is_watched(negotiation_id):
                _raise(self._passed, negotiation_id, data["seq"])
        elif event == "negotiation_activity":
            user_id = user_of_room(room)
            if self._sockets.is_connected(user_id):
                told = self._told.setdefault(user_id, {})
                _raise(told, UUID(data["negotiation_id"]), data["last_seq"])

    def look(self, port: LocalPort) -> int:
        """Push what was missed of each negotiation that fell behind; returns how many did."""
        if not len(self._sockets):
            self._passed.clear()
            self._told.clear()
            self._looked_at = None
            return 0
        now = self._services.clock()
        since = (self._looked_at or now) - OVERLAP
        changed = changed_negotiations(self._services, since, now - IN_FLIGHT)
        behind = [progress for progress in changed if self._is_behind(progress)]
        untold = [progress for progress in changed if self._is_untold(progress)]
        self._push(port, behind)
        self._tell(port, untold)
        self._looked_at = now
        self._forget_who_left()
        if late := {progress.negotiation_id for progress in (*behind, *untold)}:
            _log.info("caught_up", negotiations=len(late))
        return len(late)

    def _push(self, port: LocalPort, behind: list[Progress]) -> None:
        for body in newest_events(self._services, behind):
            room = negotiation_room(body["negotiation_id"])
            port.emit(body["type"], body, room=room, skip_sid=[], ignore_queue=True)
            self.notice(body["type"], room, body)

    def _tell(self, port: LocalPort, untold: list[Progress]) -> None:
        for user_id, activity in newest_activity(self._services, untold):
            room = user_room(user_id)
            spared = self._sockets.watchers_of(UUID(activity["negotiation_id"]))
            name = "negotiation_activity"
            port.emit(name, activity, room=room, skip_sid=spared, ignore_queue=True)
            self.notice(name, room, activity)

    def _is_behind(self, progress: Progress) -> bool:
        return (
            self._sockets.is_watched(progress.negotiation_id)
            and self._passed.get(progress.negotiation_id, 0) < progress.last_seq
        )

    def _is_untold(self, progress: Progress) -> bool:
        return (
            self._sockets.is_connected(progress.user_id)
            and self._told.get(progress.user_id, {}).get(progress.negotiation_id, 0)
            < progress.last_seq
        )

    def _forget_who_left(self) -> None:
        self._passed = {
            negotiation_id: seq
            for negotiation_id, seq in self._passed.items()
            if self._sockets.is_watched(negotiation_id)
        }
        self._told = {
            user_id: seqs
            for user_id, seqs in self._told.items()
            if self._sockets.is_connected(user_id)
        }


def _raise(seqs: dict[UUID, int], negotiation_id: UUID, seq: int) -> None:
    seqs[negotiation_id] = max(seq, seqs.get(negotiation_id, 0))
