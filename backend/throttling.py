"""Rate limits, counted in Redis by all gateways together, or in memory while Redis is away."""

from __future__ import annotations

import time
from dataclasses import dataclass

import structlog
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import FixedWindowRateLimiter
from redis.exceptions import RedisError

from backend.redis_link import RedisBreaker, redis_options

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Admission:
    """Whether a call is within its limit; if not, after how many seconds to come back."""

    allowed: bool
    retry_after: int = 0


ADMITTED = Admission(allowed=True)


class Throttle:
    """One limit, e.g. ``600/minute``, counted by key."""

    def __init__(self, name: str, limit: str, redis_url: str, breaker: RedisBreaker) -> None:
        self._name = name
        self._limit: RateLimitItem = parse(limit)
        self._local = FixedWindowRateLimiter(MemoryStorage())
        self._shared = FixedWindowRateLimiter(RedisStorage(redis_url, **redis_options()))
        self._breaker = breaker

    def hit(self, key: str) -> Admission:
        """Count one call of ``key``."""
        if self._breaker.allows():
            try:
                admission = self._hit(self._shared, key)
            except (RedisError, StorageError, OSError) as error:
                self._breaker.failed()
                _log.warning("limits_without_redis", error=type(error).__name__)
            else:
                self._breaker.succeeded()
                return admission
        return self._hit(self._local, key)

    def _hit(self, limiter: FixedWindowRateLimiter, key: str) -> Admission:
        if limiter.hit(self._limit, self._name, key):
            return ADMITTED
        reset = limiter.get_window_stats(self._limit, self._name, key).reset_time
        return Admission(allowed=False, retry_after=max(1, round(reset - time.time())))
