"""The text so far of replies being written, in Redis: who joins mid-reply starts from it.

It is a convenience with a time to live, not the truth: if Redis lost it, clients show that the
adviser is typing and get the final message.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import redis
import structlog
from redis.exceptions import RedisError

from backend.redis_link import RedisBreaker, redis_options

TTL_SECONDS = 600

_log = structlog.get_logger(__name__)


class RunningTexts:
    """Keeps and reads the running texts, each bound to its attempt."""

    def __init__(self, redis_url: str, breaker: RedisBreaker) -> None:
        self._redis = redis.Redis.from_url(redis_url, decode_responses=True, **redis_options())
        self._breaker = breaker

    def keep(self, reply_id: UUID, attempt: int, text: str) -> None:
        """Keep the whole text so far of an attempt: no lost write can leave a hole in it."""
        self._ask(lambda: self._redis.set(_key(reply_id, attempt), text, ex=TTL_SECONDS))

    def read(self, reply_id: UUID, attempt: int) -> str:
        """The text so far; empty when there is none or Redis is away."""
        text = self._ask(lambda: self._redis.get(_key(reply_id, attempt)))
        return text if isinstance(text, str) else ""

    def ping(self) -> bool:
        """Whether Redis answers."""
        return bool(self._ask(self._redis.ping))

    def _ask(self, question: Callable[[], object]) -> object:
        """Redis' answer; None when it is away."""
        if not self._breaker.allows():
            return None
        try:
            answer = question()
        except (RedisError, OSError) as error:
            self._breaker.failed()
            _log.warning("redis_away", error=type(error).__name__)
            return None
        self._breaker.succeeded()
        return answer


def _key(reply_id: UUID, attempt: int) -> str:
    return f"reply:{reply_id}:{attempt}"
