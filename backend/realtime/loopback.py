"""The loop-back probe: an event sent through Redis that comes back to the gateway that sent it."""

from __future__ import annotations

import uuid

from backend.clock import Clock
from backend.realtime.emitter import EventPort

PROBE_SECONDS = 1.0
FRESH_SECONDS = 5.0


class Loopback:
    """Tells whether events reach this gateway the way the workers' events do."""

    def __init__(self, port: EventPort, clock: Clock) -> None:
        """``port`` must go through Redis, like a worker's."""
        self._port = port
        self._clock = clock
        self._room = f"probe:{uuid.uuid4()}"
        self._seen_at: float | None = None
        self._is_stopped = False

    def probe(self) -> None:
        """Send one probe."""
        self._port.emit("probe", None, room=self._room)

    def notice(self, _event: str, room: str, _data: object) -> None:
        """Be told of the room of each event that reaches this gateway."""
        if room == self._room:
            self._seen_at = self._clock.monotonic()

    def stop(self) -> None:
        """Say no from now on: this gateway ends."""
        self._is_stopped = True

    def is_closed(self) -> bool:
        """Whether a probe came back lately."""
        if self._is_stopped:
            return False
        return self._seen_at is not None and self._clock.monotonic() - self._seen_at < FRESH_SECONDS
