"""A clock that a test sets."""

from __future__ import annotations

import math
import queue
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

Item = TypeVar("Item")

LOOK_SECONDS = 0.005
"""Of the machine's time: what arrives meanwhile comes before the time passes."""


class SettableClock:
    """Stands still until a test moves it.

    Who sleeps by it wakes when it was moved so far, or when so much of the machine's time has
    passed: what is done again and again goes on while the clock stands.

    Attributes:
        passes: while this is so, whoever waits for an item of a queue in vain moves the clock by
            as long as they would have waited.
    """

    def __init__(self, now: datetime = datetime(2026, 1, 5, 12, tzinfo=UTC)) -> None:
        self._now = now
        self._moved = threading.Condition()
        self.passes: Callable[[], bool] = lambda: False

    def __call__(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    def sleep(self, seconds: float) -> None:
        ends_at = self.monotonic() + seconds
        with self._moved:
            self._moved.wait_for(lambda: self.monotonic() >= ends_at, seconds)

    def get(self, items: queue.Queue[Item], seconds: float) -> Item:
        try:
            return items.get(timeout=min(LOOK_SECONDS, seconds))
        except queue.Empty:
            if self.passes():
                # Rounded up: a rest too small for a datetime would never pass.
                self.advance(microseconds=math.ceil(seconds * 1e6))
            raise

    @property
    def now(self) -> datetime:
        """What it tells; may be set."""
        return self._now

    @now.setter
    def now(self, now: datetime) -> None:
        with self._moved:
            self._now = now
            self._moved.notify_all()

    def advance(self, **by: float) -> None:
        """Move on, e.g. ``seconds=8``."""
        with self._moved:
            self._now += timedelta(**by)
            self._moved.notify_all()
