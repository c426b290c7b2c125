"""Time, as something that can be set: whoever needs the time is given a :class:`Clock`.

What waits or decides reads no other, so that a test can let a time-out pass at once.
"""

from __future__ import annotations

import queue
import time
from datetime import UTC, datetime
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """The time of day: aware, in UTC. It may be set back."""
        ...

    def monotonic(self) -> float:
        """Seconds since some moment, that only rise: to measure with, and for time-outs."""
        ...

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        ...

    def get(self, items: queue.Queue[Item], seconds: float) -> Item:
        """The next of ``items``.

        Raises:
            queue.Empty: none came in so many seconds.
        """
        ...


class SystemClock:
    """The machine's time."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def get(self, items: queue.Queue[Item], seconds: float) -> Item:
        return items.get(timeout=seconds)


system_clock = SystemClock()


def to_json(moment: datetime) -> str:
    """Write a moment as the contract does: ISO 8601, UTC, with ``Z``, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
