"""The load generator: its own process, so that the server's clients are not on its clock.

Open loop: posts are due by a schedule that no slow answer holds up, and every latency counts from
the time a post was due, so a server that falls behind cannot hide it.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field

from bench.wire import Line, WireError

START_SECONDS = 0.5


@dataclass(frozen=True)
class Job:
    """What to do to one server. Clients subscribe to the rooms in turn; posts go to them in turn.

    ``rooms`` are ids of negotiations, each with the token of its buyer. ``rate`` is in posts a
    second, ``seconds`` the length of the schedule; what is not there ``drain_seconds`` after its
    end counts as missing. ``lines`` is how many posts may be under way.
    """

    host: str
    port: int
    rooms: list[tuple[str, str]]
    clients: int
    rate: float
    seconds: float
    drain_seconds: float = 8.0
    lines: int = 64


@dataclass
class Measured:
    """Latencies in seconds, from the time that each post was due."""

    posts: int
    answered: list[float] = field(default_factory=list)
    delivered: list[float] = field(default_factory=list)
    first_deltas: list[float] = field(default_factory=list)
    errors: int = 0
    expected_deliveries: int = 0
    busy_seconds: float = 0.0


class Load:
    """One job being done."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._measured = Measured(posts=int(job.rate * job.seconds))
        self._due: dict[str, float] = {}
        self._replies: dict[str, float] = {}  # a reply's id to when its post was due
        self._deltas: dict[str, float] = {}  # a reply's id to when its first delta came
        self._watching = [0] * len(job.rooms)
        self._last_answer = 0.0

    async def run(self) -> Measured:
        """Connect, post by the schedule, wait for what is missing, and disconnect."""
        clients = [await self._client(index) for index in range(self._job.clients)]
        listeners = [asyncio.create_task(self._listen(client)) for client in clients]
        queue: asyncio.Queue[int] = asyncio.Queue()
        posters = [asyncio.create_task(self._post(queue)) for _ in range(self._job.lines)]
        gc.freeze()
        begin = time.perf_counter() + START_SECONDS
        await self._keep_schedule(queue, begin)
        await self._drain(begin + self._job.seconds + self._job.drain_seconds)
        for task in (*posters, *listeners):
            task.cancel()
        await asyncio.gather(*posters, *listeners, return_exceptions=True)
        for client in clients:
            client.close()
        self._measured.busy_seconds = self._last_answer - begin
        self._measured.first_deltas = [
            self._deltas[reply] - due
            for reply, due in self._replies.items()
            if reply in self._deltas
        ]
        return self._measured

    async def _client(self, index: int) -> Line:
        place = index % len(self._job.rooms)
        room, token = self._job.rooms[place]
        client = await Line.open(self._job.host, self._job.port)
        await client.connect_socket(token)
        await client.subscribe(room)
        self._watching[place] += 1
        return client

    async def _keep_schedule(self, queue: asyncio.Queue[int], begin: float) -> None:
        for number in range(self._measured.posts):
            due = begin + number / self._job.rate
            room = number % len(self._job.rooms)
            self._due[f"bench {number}"] = due
            self._measured.expected_deliveries += self._watching[room]
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            queue.put_nowait(number)

    async def _post(self, queue: asyncio.Queue[int]) -> None:
        line: Line | None = None
        while True:
            number = await queue.get()
            room, token = self._job.rooms[number % len(self._job.rooms)]
            content = f"bench {number}"
            try:
                line = line or await Line.open(self._job.host, self._job.port)
                path = f"/api/v1/negotiations/{room}/chat"
                status, answer = await line.post(path, token, {"content": content})
            except (OSError, asyncio.IncompleteReadError, ValueError, LookupError):
                line, status, answer = None, 0, None
            self._last_answer = time.perf_counter()
            if status == 202:
                self._measured.answered.append(self._last_answer - self._due[content])
                self._replies[answer["reply"]["id"]] = self._due[content]
            else:
                self._measured.errors += 1

    async def _listen(self, client: Line) -> None:
        with suppress(asyncio.IncompleteReadError, OSError, WireError):
            while True:
                packet = await client.next_packet()
                now = time.perf_counter()
                if packet.startswith('42["new_message"'):
                    message = json.loads(packet[2:])[1]["message"]
                    if message["kind"] == "chat":
                        self._measured.delivered.append(now - self._due[message["content"]])
                elif packet.startswith('42["message_delta"'):
                    self._deltas.setdefault(json.loads(packet[2:])[1]["reply_id"], now)

    async def _drain(self, deadline: float) -> None:
        while time.perf_counter() < deadline:
            if self._is_complete():
                return
            await asyncio.sleep(0.05)

    def _is_complete(self) -> bool:
        measured = self._measured
        return (
            len(measured.answered) + measured.errors >= measured.posts
            and len(measured.delivered) >= measured.expected_deliveries
            and len(self._deltas) >= len(self._replies)
        )


def main() -> None:
    """Read a job from standard input, print what was measured."""
    job = Job(**json.load(sys.stdin))
    json.dump(asdict(asyncio.run(Load(job).run())), sys.stdout)


if __name__ == "__main__":
    main()
