"""A real Valkey of the tests' own."""

from __future__ import annotations

import os
import secrets
import signal
from pathlib import Path

import redis

from stack.ports import free_port
from stack.process import Process
from stack.valkey import valkey_spec, valkey_url
from tests.support.waiting import wait_for


class ValkeyServer:
    """Started on a free port; `stop` and `start` keep the port and the data."""

    def __init__(self, directory: Path) -> None:
        password = secrets.token_hex(8)
        port = free_port()
        self.url = valkey_url(port, password)
        log = directory.with_suffix(".log")
        self._spec = valkey_spec(directory, port, password, log, os.environ)
        self._process: Process | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = Process(self._spec)
        wait_for(self._answers, what="Valkey answers")

    def stop(self, signal_number: int = signal.SIGTERM) -> None:
        """Stop it and wait for its end."""
        if self._process:
            self._process.send(signal_number)
            self._process.wait(120)
            self._process = None

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url, socket_timeout=1) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    def flush(self) -> None:
        """Forget all keys."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()
