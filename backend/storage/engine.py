"""The database: short transactions on SQLite or PostgreSQL, reading or writing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from backend.clock import Clock, system_clock
from backend.storage.sqlite import offloading_connection
from backend.storage.write_priority import WritePriority
from backend.telemetry.statements import trace_statements

BUSY_SECONDS = 5.0
"""How long a writer waits for SQLite's lock, and anyone for a pooled connection."""

_POSTGRES_OPTIONS = (
    "-c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=10000"
)


class Database:
    """Opens sessions. One per process; safe to share between threads and greenlets."""

    def __init__(
        self,
        url: str,
        offload: Callable[..., Any] | None = None,
        *,
        goes_first: bool = False,
        clock: Clock = system_clock,
    ) -> None:
        """``url`` is SQLAlchemy's; ``postgres://`` and ``postgresql://`` mean psycopg2.

        ``offload(function, *arguments)`` calls what waits in SQLite's C code, where no greenlet can
        run, so that it stops nobody else. None: threads may wait. ``goes_first``: where only one
        process can write at a time, others let this one write before them, for as long as
        ``clock`` permits.
        """
        self.url = _normalised(url)
        self.engine = _create_engine(self.url, offload)
        trace_statements(self.engine)
        self._turns = (
            _Turns(WritePriority(f"{self.url.database}-first", clock, goes_first=goes_first))
            if self.engine.dialect.name == "sqlite"
            else None
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state and writes nothing."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back if the block raises."""
        writer = self.engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        with (
            self._turns.turn() if self._turns else nullcontext(),
            Session(writer, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session
            session.commit()

    def check(self) -> None:
        """Raise ``sqlalchemy.exc.SQLAlchemyError`` unless the database answers."""
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close all pooled connections."""
        self.engine.dispose()
        if self._turns:
            self._turns.close()


class _Turns:
    """SQLite has one writer: waiting for a turn here keeps threads out of its busy loop."""

    def __init__(self, write_priority: WritePriority) -> None:
        self._write_priority = write_priority
        self._writer = threading.Lock()
        self.close = write_priority.close

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Write within the block."""
        with self._write_priority.wanting(), self._writer:
            self._write_priority.give_way()
            yield


def _normalised(url: str) -> URL:
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg2")
    return parsed


def _create_engine(url: URL, offload: Callable[..., Any] | None) -> Engine:
    if url.get_backend_name() == "sqlite":
        return _create_sqlite_engine(url, offload)
    return create_engine(
        url,
        pool_size=20,
        max_overflow=20,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 3, "options": _POSTGRES_OPTIONS},
    )


def _create_sqlite_engine(url: URL, offload: Callable[..., Any] | None) -> Engine:
    connection = offloading_connection(offload) if offload else sqlite3.Connection
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=20,
        max_overflow=20,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
        connect_args={
            "check_same_thread": False,
            "timeout": BUSY_SECONDS,
            "factory": connection,
        },
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes the lock at once: upgrading a read transaction fails without waiting.
        connection.exec_driver_sql(
            connection.get_execution_options().get("sqlite_begin", "BEGIN DEFERRED")
        )

    return engine
