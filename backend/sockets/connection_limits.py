"""How many connections one user, one address, and one who says nothing may have.

The limits are those of one gateway and live in its memory: a flood must not cost a call to Redis or
the database each. An address may stand for a whole company or a proxy, so its limit is high; what
one user can do is limited by the user.
"""

from __future__ import annotations

from collections import Counter
from uuid import UUID

import structlog
from flask_socketio import SocketIO

from backend.clock import Clock
from backend.domain.errors import RateLimited

WINDOW_SECONDS = 10.0
USER_CONNECTS = 600
ADDRESS_CONNECTS = 3000
ENTER_SECONDS = 10.0
"""How long a connection may stay without having said who it is."""

_log = structlog.get_logger(__name__)


class ConnectionLimits:
    """Counts attempts to connect in windows of ten seconds, and turns away what is too much."""

    def __init__(self, max_user_sockets: int, clock: Clock) -> None:
        """``max_user_sockets``: tabs, devices, programs, and those a lost network still holds."""
        self._max_user_sockets = max_user_sockets
        self._clock = clock
        self._window = clock.monotonic()
        self._attempts: Counter[str | UUID] = Counter()
        self._silent_since: dict[str, float] = {}

    def check_address(self, address: str) -> None:
        """Raise :class:`RateLimited` for an address that connects too often."""
        self._count(address, ADDRESS_CONNECTS)

    def check_user(self, user_id: UUID, live: int) -> None:
        """Raise :class:`RateLimited` for a user who connects too often or has too many sockets."""
        self._count(user_id, USER_CONNECTS)
        if live >= self._max_user_sockets:
            raise RateLimited(round(WINDOW_SECONDS))

    def drop_silent(self, socketio: SocketIO) -> int:
        """Close the connections that have not entered in time; returns how many."""
        server, now = socketio.server, self._clock.monotonic()
        waiting = {
            sid: self._silent_since.get(sid, now)
            for sid in list(server.eio.sockets)
            if server.manager.sid_from_eio_sid(sid, "/") is None
        }
        late = [sid for sid, since in waiting.items() if now - since >= ENTER_SECONDS]
        for sid in late:
            server.eio.disconnect(sid)
            _log.info("silent_connection_dropped")
        self._silent_since = {sid: since for sid, since in waiting.items() if sid not in late}
        return len(late)

    def _count(self, key: str | UUID, limit: int) -> None:
        now = self._clock.monotonic()
        if now - self._window >= WINDOW_SECONDS:
            self._window = now
            self._attempts.clear()
        self._attempts[key] += 1
        if self._attempts[key] > limit:
            raise RateLimited(round(WINDOW_SECONDS - (now - self._window)))
