"""Who writes first, where SQLite lets one process write at a time."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from backend.clock import Clock, system_clock

WAIT_SECONDS = 0.05
"""How long one write gives way at the most, once it is its turn in its own process."""

LOOK_SECONDS = 0.001

_log = structlog.get_logger(__name__)


class WritePriority:
    """Lets processes that people wait for write before those that work for nobody's eyes.

    SQLite has no queue for its lock: who waits looks again at ever longer intervals, and who writes
    all the time takes it from under them, so busy workers would keep posts waiting for seconds.
    Here a process that goes first holds a shared lock on a file while it wants to write, and the
    others look at that lock before they try.

    Nothing depends on it: it only changes who comes next. No write gives way for long, and a
    process that dies lets go.
    """

    def __init__(self, path: str, clock: Clock = system_clock, *, goes_first: bool) -> None:
        """``path`` names the file, the same for all processes; it is made when it is needed."""
        self._path = path
        self._clock = clock
        self._goes_first = goes_first
        self._wanting = 0
        self._is_announced = False
        self._is_broken = False
        self._counting = threading.Lock()
        self._file: int | None = None

    @contextmanager
    def wanting(self) -> Iterator[None]:
        """Want to write, within the block; many may at a time."""
        if not self._goes_first:
            yield
            return
        with self._counting:
            self._wanting += 1
            self._announce()
        try:
            yield
        finally:
            with self._counting:
                self._wanting -= 1
                if not self._wanting:
                    self._lock(fcntl.LOCK_UN)
                    self._is_announced = False

    def give_way(self) -> None:
        """At its turn in this process: wait for those that go first; one thread at a time."""
        if self._goes_first:
            with self._counting:
                self._announce()
            return
        ends_at = self._clock.monotonic() + WAIT_SECONDS
        while not self._lock(fcntl.LOCK_EX) and self._clock.monotonic() < ends_at:
            self._clock.sleep(LOOK_SECONDS)
        self._lock(fcntl.LOCK_UN)

    def _announce(self) -> None:
        """Tried again with every wish: it fails in the moment in which another looks."""
        if not self._is_announced:
            self._is_announced = self._lock(fcntl.LOCK_SH)

    def _lock(self, how: int) -> bool:
        """Lock or unlock without waiting; False where another has it.

        Where there can be no lock there is no priority, and nobody waits.
        """
        try:
            fcntl.flock(self._opened(), how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if not self._is_broken:
                self._is_broken = True
                _log.warning("no_write_priority", error=type(error).__name__)
        return True

    def _opened(self) -> int:
        """The file, with the rights that the process gives to the database's other files."""
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        return self._file

    def close(self) -> None:
        """Let go of the file."""
        opened, self._file = self._file, None
        if opened is not None:
            os.close(opened)
