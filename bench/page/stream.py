"""Sends a reply's text to a room, word by word by a schedule: its own process, like the worker.

The product's deltas go out through the product's own emitter and Redis, so that everything from
there to the page is real. A model server could not stand in for it: the adviser holds each sentence
until it is checked, and what reaches the page then comes by the sentence, not 60 times a second.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import socketio

from backend.contract.shapes import MessageDeltaEvent
from backend.realtime.emitter import Emitter, redis_port
from backend.redis_link import RedisBreaker
from bench.peer import CHANNEL

TEXT = """Hold on to your number and let the silence work for you. They named a price first, so
they know that it can come down; ask what is in it, write it down, and answer tomorrow. Every fee
that they add is a price that they can take away again."""
PARAGRAPH_WORDS = 60
LAST_WORD = "Goodbye."

Send = Callable[[MessageDeltaEvent], None]


@dataclass(frozen=True)
class Stream:
    """What to send: ``rate`` deltas a second for ``seconds``."""

    is_product: bool
    redis_url: str
    room: str
    reply_id: str
    attempt: int
    rate: float
    seconds: float

    def again(self, attempt: int) -> Stream:
        """The same as another attempt, which takes the place of what is shown."""
        return replace(self, attempt=attempt)


def words(count: int) -> Iterator[str]:
    """So many pieces of a text in paragraphs; the last one is known."""
    for place, word in enumerate(itertools.islice(itertools.cycle(TEXT.split()), count - 1), 1):
        yield word + ("\n\n" if place % PARAGRAPH_WORDS == 0 else " ")
    yield LAST_WORD


def send_all(stream: Stream) -> None:
    """Send every piece when it is due, however long the one before took; say when it begins."""
    send, offset, begin = sender(stream), 0, time.perf_counter() + 0.2
    for number, word in enumerate(words(int(stream.rate * stream.seconds))):
        if (wait := begin + number / stream.rate - time.perf_counter()) > 0:
            time.sleep(wait)
        send(
            {
                "negotiation_id": stream.room,
                "reply_id": stream.reply_id,
                "attempt": stream.attempt,
                "offset": offset,
                "text": word,
            }
        )
        offset += len(word)
        if number == 0:
            print("begun", flush=True)


def sender(stream: Stream) -> Send:
    """What puts a delta on the wire of the product or of the peer."""
    if stream.is_product:
        return Emitter(redis_port(stream.redis_url, RedisBreaker())).delta
    manager = socketio.RedisManager(stream.redis_url, channel=CHANNEL, write_only=True)

    def send(delta: MessageDeltaEvent) -> None:
        manager.emit("message_delta", delta, room=stream.room)

    return send


if __name__ == "__main__":
    send_all(Stream(**json.loads(sys.argv[1])))
