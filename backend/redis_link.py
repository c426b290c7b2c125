"""The link to Redis: it answers soon or fails soon, and while it is down nobody waits for it.

Redis carries nothing that was promised, so everything that uses it can go on without.
"""

from __future__ import annotations

from typing import Any

from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.retry import Retry

from backend.clock import Clock, system_clock

CONNECT_SECONDS = 0.5
ANSWER_SECONDS = 1.0
PAUSE_SECONDS = 1.0
"""While Redis is down, one caller in so many seconds finds out whether it is back."""


def redis_options() -> dict[str, Any]:
    """Keyword arguments for ``redis.Redis.from_url``. One retry, for a connection gone stale."""
    return {
        "socket_connect_timeout": CONNECT_SECONDS,
        "socket_timeout": ANSWER_SECONDS,
        "socket_keepalive": True,
        "retry": Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,)),
    }


class RedisBreaker:
    """A circuit breaker that all users of Redis in a process share."""

    def __init__(self, clock: Clock = system_clock) -> None:
        self._clock = clock
        self._is_down = False
        self._try_at = 0.0

    def allows(self) -> bool:
        """Whether to try. While Redis is down it is yes for one caller at a time."""
        if not self._is_down:
            return True
        now = self._clock.monotonic()
        if now < self._try_at:
            return False
        self._try_at = now + PAUSE_SECONDS
        return True

    def succeeded(self) -> None:
        """Be told that Redis answered."""
        self._is_down = False

    def failed(self) -> None:
        """Be told that it did not."""
        self._is_down = True
        self._try_at = self._clock.monotonic() + PAUSE_SECONDS
