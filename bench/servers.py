"""The two servers: the product on a stack of its own, and the peer beside it on the same Redis."""

from __future__ import annotations

import secrets
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import redis

from stack.layout import ROOT
from stack.plan import StackOptions
from stack.ports import free_port
from stack.probes import complaint
from stack.process import Process, ProcessSpec, last_line
from stack.running import Stack

HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 5.0
SETTLE_SECONDS = 40.0
UNLIMITED = {
    "RATE_LIMIT_AUTH": "1000000/minute",
    "RATE_LIMIT_WRITES": "10000000/minute",
    "DEMO": "0",
    "ADVISER_MODEL": "playbook",
}
SERVE_PEER = "import eventlet; eventlet.monkey_patch(); from bench.peer import main; main()"
WORK_FOR_PEER = ("-A", "bench.peer:celery", "worker", "-P", "threads", "-c", "8", "-Q", "peer")


class ServerError(Exception):
    """A server did not come up; the message is one line."""


@dataclass(frozen=True)
class Server:
    """Where a load goes: ``rooms`` are ids of negotiations, each with its buyer's token.

    ``queue`` is where its tasks wait.
    """

    name: str
    port: int
    rooms: list[tuple[str, str]]
    redis_url: str
    queue: str
    database_url: str = ""

    @property
    def base_url(self) -> str:
        """Where it is asked."""
        return f"http://{HOST}:{self.port}"

    def settle(self) -> None:
        """Wait until no reply waits any more, but not for ever."""
        deadline = time.monotonic() + SETTLE_SECONDS
        with redis.Redis.from_url(self.redis_url) as client:
            while client.llen(self.queue) and time.monotonic() < deadline:
                time.sleep(0.1)
        time.sleep(1)


@contextmanager
def product(directory: Path, rooms: int) -> Iterator[Server]:
    """The product on free ports, with ``rooms`` buyers who have opened a negotiation each."""
    options = StackOptions(directory, environment=UNLIMITED, report=lambda _line: None)
    with Stack(options) as stack:
        with httpx.Client(base_url=f"{stack.base_url}/api/v1", timeout=30) as client:
            tokens = [_token(client) for _ in range(rooms)]
            opened = [(_open_negotiation(client, token), token) for token in tokens]
        port = stack.plan.gateway_ports[0]
        server = Server("product", port, opened, stack.redis_url, "replies", stack.database_url)
        server.settle()
        yield server


@contextmanager
def peer(directory: Path, product_redis_url: str, rooms: int) -> Iterator[Server]:
    """The peer's two processes. It uses another database of the product's Redis."""
    port, url = free_port(), product_redis_url.removesuffix("/0") + "/1"
    environment = {"PATH": "/usr/bin:/bin", "PORT": str(port), "REDIS_URL": url}
    commands = {
        "peer": (sys.executable, "-c", SERVE_PEER),
        "peer-worker": (sys.executable, "-m", "celery", *WORK_FOR_PEER),
    }
    processes = [
        Process(ProcessSpec(name, command, ROOT, directory / f"{name}.log", environment))
        for name, command in commands.items()
    ]
    try:
        _wait_until_ready(processes, port)
        yield Server("peer", port, [(str(uuid.uuid4()), "") for _ in range(rooms)], url, "peer")
    finally:
        for process in processes:
            process.send(signal.SIGTERM)
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            process.kill_group()


def _wait_until_ready(processes: list[Process], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while trouble := complaint(HOST, port, "/readyz"):
        for process in processes:
            if process.exit_code() is not None:
                raise ServerError(f"{process.spec.name} ended: {last_line(process.spec.log)}")
        if time.monotonic() > deadline:
            raise ServerError(f"the peer did not come up: {trouble}")
        time.sleep(0.1)


def _token(client: httpx.Client) -> str:
    buyer = {"email": f"{uuid.uuid4()}@example.com", "password": secrets.token_urlsafe(24)}
    client.post("/auth/register", json=buyer).raise_for_status()
    client.cookies.clear()
    answer = client.post("/auth/token", json=buyer).raise_for_status()
    return str(answer.json()["access_token"])


def _open_negotiation(client: httpx.Client, token: str) -> str:
    body = {
        "vehicle": {"year": 2019, "make": "Toyota", "model": "Camry", "mileage": 41_000},
        "asking_price": "25000.00",
        "target_price": "20000.00",
    }
    headers = {"Authorization": f"Bearer {token}"}
    answer = client.post("/negotiations", json=body, headers=headers).raise_for_status()
    return str(answer.json()["negotiation"]["id"])
