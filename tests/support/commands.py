"""`make run` as a process of a test: its lines, its children, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from stack.layout import name_of
from tests.support.waiting import wait_for

ROOT = Path(__file__).parents[2]
# What the surrounding shell may have set must not decide what a test finds.
UNSET = {"PORT", "HOST", "DATA_DIR", "DATABASE_URL", "REDIS_URL", "FLOWER_PORT", "SECRET_KEY"}
UNSET |= {"FLOWER_BASIC_AUTH", "DEMO"}


class RunningCommand:
    """`python -m stack`, which is what `make run` becomes once everything is installed."""

    def __init__(self, **environment: str) -> None:
        inherited = {name: value for name, value in os.environ.items() if name not in UNSET}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "stack"],
            cwd=ROOT,
            env={**inherited, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def line(self, start: str, timeout: float = 120.0) -> str:
        """The rest of the first line that begins with `start`, awaited."""

        def found() -> str:
            return next((line for line in self.lines if line.startswith(start)), "")

        def found_or_ended() -> str | bool:
            return found() or self.process.poll() is not None

        wait_for(found_or_ended, timeout, what=f"a line that begins with {start!r}")
        self_ended = self.process.poll() is not None and not found()
        assert not self_ended, f"it ended: {self.lines}"
        return found().removeprefix(start)

    def children(self) -> dict[str, psutil.Process]:
        """The running processes by name; "standby" is the gateway that does not serve yet."""
        named: dict[str, psutil.Process] = {}
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                command = child.cmdline()
            except psutil.Error:
                continue
            if any("valkey-server" in part for part in command):
                named["valkey"] = child
            if name := name_of(command):
                serves = name != "gateway" or _listens(child)
                named[name if serves else "standby"] = child
        return named

    def stop(self, signal_number: int = signal.SIGTERM, timeout: float = 60.0) -> int:
        """Signal it; return the exit code."""
        self.process.send_signal(signal_number)
        code = self.process.wait(timeout)
        self._reader.join(timeout)
        return code

    def close(self) -> None:
        """Let nothing remain, whatever the test has done."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._reader.join()
        if self.process.stdout:
            self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))


def _listens(process: psutil.Process) -> bool:
    try:
        connections = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(connection.status == psutil.CONN_LISTEN for connection in connections)


@contextmanager
def running_command(**environment: str) -> Iterator[RunningCommand]:
    """Start it; make sure that it is gone afterwards."""
    command = RunningCommand(**environment)
    try:
        yield command
    finally:
        command.close()


def is_gone(process: psutil.Process) -> bool:
    """Whether a process has ended; one whose parent has not noticed yet has ended too."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
