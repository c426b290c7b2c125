"""Holding leases: one thread renews those of all replies that this process is writing.

It also learns, ten times a second, which of them were stopped or taken over, so that their model
calls end soon.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy.exc import SQLAlchemyError

from backend.clock import Clock
from backend.storage import replies
from backend.storage.engine import Database

LOOK_SECONDS = 0.1

_log = structlog.get_logger(__name__)


class Hold:
    """A running attempt that this process holds, until it learns otherwise or its lease ends.

    The lease is also counted here, in monotonic time: a process that was stopped and wakes up late
    knows at once that it must not go on.
    """

    def __init__(self, clock: Clock, lease_seconds: float, since: float) -> None:
        self._clock = clock
        self._lease_seconds = lease_seconds
        self._lost = threading.Event()
        self.renew(since)

    @property
    def is_lost(self) -> bool:
        """Whether the reply was stopped, another worker took it over, or could have."""
        return self._lost.is_set() or self._clock.monotonic() >= self._ends_at

    def renew(self, since: float) -> None:
        """Count the lease from ``since``, which is not later than its renewal was written."""
        self._ends_at = since + self._lease_seconds

    def lose(self) -> None:
        """Learn that the reply is no longer this process's."""
        self._lost.set()


class LeaseKeeper:
    """Renews the leases of all held replies of this process."""

    def __init__(self, database: Database, clock: Clock, lease: timedelta) -> None:
        self._database = database
        self._clock = clock
        self._lease = lease
        self._holds: dict[tuple[UUID, int], Hold] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    @contextmanager
    def holding(self, reply_id: UUID, attempt: int, since: float) -> Iterator[Hold]:
        """Keep the lease of an attempt, begun at ``since``, for as long as the block runs."""
        hold = Hold(self._clock, self._lease.total_seconds(), since)
        with self._changed:
            self._holds[reply_id, attempt] = hold
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="leases", daemon=True)
                self._thread.start()
            self._changed.notify()
        try:
            yield hold
        finally:
            with self._changed:
                self._holds.pop((reply_id, attempt), None)

    def _keep(self) -> None:
        renewed_at = self._clock.monotonic()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._holds)
                held = dict(self._holds)
            looked_at = self._clock.monotonic()
            is_due = looked_at - renewed_at >= self._lease.total_seconds() / 3
            try:
                running = self._look(list(held), renew=is_due)
            except SQLAlchemyError as error:
                _log.warning("leases_not_renewed", error=type(error).__name__)
            else:
                if is_due:
                    renewed_at = looked_at
                for key, hold in held.items():
                    if key not in running:
                        hold.lose()
                    elif is_due:
                        hold.renew(looked_at)
            self._clock.sleep(LOOK_SECONDS)

    def _look(self, held: list[tuple[UUID, int]], *, renew: bool) -> set[tuple[UUID, int]]:
        if not renew:
            with self._database.read() as session:
                return replies.still_running(session, held)
        with self._database.write() as session:
            return replies.renew_leases(session, held, self._clock() + self._lease)
