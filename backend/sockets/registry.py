"""The live sockets of this gateway: whose they are, what they watch, how often they call."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from backend.domain.errors import RateLimited

MAX_SUBSCRIPTIONS = 50
MAX_CALLS, CALLS_SECONDS = 60, 10.0


@dataclass
class LiveSocket:
    """One connection. Calls are counted in windows of ten seconds."""

    sid: str
    user_id: UUID
    login_id: UUID
    watched: set[UUID] = field(default_factory=set)
    _window: float = -math.inf
    _calls: int = 0

    def count_call(self, now: float) -> None:
        """Note a call at ``now`` (``clock.monotonic``).

        Raises:
            RateLimited: it is one too many in a short time.
        """
        if now - self._window >= CALLS_SECONDS:
            self._window, self._calls = now, 0
        self._calls += 1
        if self._calls > MAX_CALLS:
            raise RateLimited(round(CALLS_SECONDS - (now - self._window)))


class SocketRegistry:
    """All live sockets by their id, and which of them watch each negotiation."""

    def __init__(self) -> None:
        self._sockets: dict[str, LiveSocket] = {}
        self._watchers: dict[UUID, set[str]] = {}
        self._of_users: Counter[UUID] = Counter()

    def __len__(self) -> int:
        return len(self._sockets)

    def add(self, socket: LiveSocket) -> None:
        """Note a new connection."""
        self._sockets[socket.sid] = socket
        self._of_users[socket.user_id] += 1

    def remove(self, sid: str) -> None:
        """Forget a connection that ended."""
        socket = self._sockets.pop(sid, None)
        if socket is not None:
            self._of_users[socket.user_id] -= 1
            if not self._of_users[socket.user_id]:
                del self._of_users[socket.user_id]
            for negotiation_id in list(socket.watched):
                self.unwatch(socket, negotiation_id)

    def get(self, sid: str) -> LiveSocket | None:
        """The connection with that id, while it lasts."""
        return self._sockets.get(sid)

    def watch(self, socket: LiveSocket, negotiation_id: UUID) -> None:
        """Note a subscription; raise :class:`RateLimited` for one too many."""
        if negotiation_id in socket.watched:
            return
        if len(socket.watched) >= MAX_SUBSCRIPTIONS:
            raise RateLimited(1)
        socket.watched.add(negotiation_id)
        self._watchers.setdefault(negotiation_id, set()).add(socket.sid)

    def unwatch(self, socket: LiveSocket, negotiation_id: UUID) -> None:
        """Note the end of a subscription."""
        if negotiation_id not in socket.watched:
            return
        socket.watched.discard(negotiation_id)
        watchers = self._watchers[negotiation_id]
        watchers.discard(socket.sid)
        if not watchers:
            del self._watchers[negotiation_id]

    def count_of(self, user_id: UUID) -> int:
        """How many connections a user has."""
        return self._of_users[user_id]

    def is_connected(self, user_id: UUID) -> bool:
        """Whether the user has any socket at this gateway."""
        return user_id in self._of_users

    def is_watched(self, negotiation_id: UUID) -> bool:
        """Whether any socket of this gateway watches the negotiation."""
        return negotiation_id in self._watchers

    def watchers_of(self, negotiation_id: UUID) -> list[str]:
        """The ids of the sockets of this gateway that watch the negotiation."""
        return list(self._watchers.get(negotiation_id, ()))

    def by_login(self) -> dict[UUID, list[str]]:
        """The ids of the sockets of each login."""
        sids: dict[UUID, list[str]] = {}
        for socket in self._sockets.values():
            sids.setdefault(socket.login_id, []).append(socket.sid)
        return sids
