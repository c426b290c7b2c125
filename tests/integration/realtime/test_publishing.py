"""Events go out through Redis: none while it is down, and all of them once it is back."""

from __future__ import annotations

import json

import redis

from backend.realtime.emitter import redis_port
from backend.realtime.publishing import CHANNEL
from backend.redis_link import PAUSE_SECONDS, RedisBreaker
from tests.support.clock import SettableClock

NOWHERE = "redis://127.0.0.1:1/0"
ROOM = "a room of this test"
THE_END = b"the end"


def heard(pubsub: redis.client.PubSub) -> list[str]:
    """The names of the events of the room, up to the end."""
    names: list[str] = []
    for message in pubsub.listen():
        if message["data"] == THE_END:
            break
        event = json.loads(message["data"])
        if event.get("room") == ROOM:
            names.append(event["event"])
    return names


def test_once_redis_is_back_each_event_is_published_again(valkey_url: str) -> None:
    clock = SettableClock()
    breaker = RedisBreaker(clock)
    away, port = redis_port(NOWHERE, breaker), redis_port(valkey_url, breaker)
    with redis.Redis.from_url(valkey_url) as client, client.pubsub() as pubsub:
        pubsub.subscribe(CHANNEL)
        assert next(pubsub.listen())["type"] == "subscribe"
        away.emit("lost", {}, room=ROOM)
        port.emit("not tried", {}, room=ROOM)
        clock.advance(seconds=PAUSE_SECONDS)
        for name in ("the first", "the next", "another"):
            port.emit(name, {}, room=ROOM)
        client.publish(CHANNEL, THE_END)
        assert heard(pubsub) == ["the first", "the next", "another"]
