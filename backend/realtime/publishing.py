"""Socket.IO's Redis managers, made to fail soon and to come back soon.

python-socketio's own manager retries a publish and backs off up to a minute before it listens
again. A request must not wait that long, and clients must not miss a minute of events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import redis
import socketio
import structlog
from redis.exceptions import RedisError

from backend.redis_link import RedisBreaker, redis_options

CHANNEL = "autodealgenie"
"""The Redis channel that carries Socket.IO events between processes."""

LISTEN_RETRY_SECONDS = 0.5
LISTEN_HEALTH_SECONDS = 5

_log = structlog.get_logger(__name__)


class PromptRedisManager(socketio.RedisManager):  # type: ignore[misc]  # socketio has no types
    """Publishes once; while Redis is down it drops events instead of queueing callers."""

    def __init__(self, redis_url: str, breaker: RedisBreaker, *, write_only: bool) -> None:
        super().__init__(redis_url, channel=CHANNEL, write_only=write_only)
        self._publisher = redis.Redis.from_url(redis_url, **redis_options())
        self._breaker = breaker

    def _publish(self, data: Mapping[str, Any]) -> None:
        if not self._breaker.allows():
            return
        try:
            self._publisher.publish(self.channel, self.json.dumps(data))
        except (RedisError, OSError) as error:
            self._breaker.failed()
            _log.warning("event_not_published", error=type(error).__name__)
        else:
            self._breaker.succeeded()


Observer = Callable[[str, str, Any], None]
"""Is told of the name, the room and the data of an event."""

Sparing = Callable[[str, Any], list[str]]
"""By the name and the data of an event: the sockets that need not be sent it."""


def spare_nobody(_event: str, _data: Any) -> list[str]:
    """The :data:`Sparing` that lets an event go to its whole room."""
    return []


class GatewayManager(PromptRedisManager):
    """The gateway's manager: also listens; ``observers`` are told of each event that arrives.

    ``spare`` names sockets of this gateway that are left out, though they are in an event's room.
    """

    def __init__(self, redis_url: str, breaker: RedisBreaker) -> None:
        super().__init__(redis_url, breaker, write_only=False)
        self.observers: tuple[Observer, ...] = ()
        self.spare: Sparing = spare_nobody

    def _handle_emit(self, message: Mapping[str, Any]) -> None:
        data = message["data"]
        payload = data[0] if isinstance(data, list) and len(data) == 1 else data
        for observe in self.observers:
            observe(message["event"], str(message.get("room")), payload)
        spared = self.spare(message["event"], payload)
        if not spared:
            super()._handle_emit(message)
        elif len(spared) < len(self.rooms.get("/", {}).get(message.get("room"), ())):
            super()._handle_emit({**message, "skip_sid": spared})

    def _redis_listen_with_retries(self) -> Iterator[Any]:
        while True:
            try:
                listener = redis.Redis.from_url(
                    self.redis_url, health_check_interval=LISTEN_HEALTH_SECONDS, **redis_options()
                ).pubsub(ignore_subscribe_messages=True)
                listener.subscribe(self.channel)
                while True:
                    message = listener.get_message(timeout=LISTEN_HEALTH_SECONDS)
                    if message is not None:
                        yield message
            except (RedisError, OSError) as error:
                _log.warning("listener_reconnects", error=type(error).__name__)
                self.server.sleep(LISTEN_RETRY_SECONDS)
