"""SQLite's connections for processes whose one thread must not wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

_WAITING = ("BEGIN IMMEDIATE", "PRAGMA")


def offloading_connection(offload: Callable[..., Any]) -> type[sqlite3.Connection]:
    """A class of connections that hand over, by ``offload``, the calls that can wait.

    Those are taking the writer's lock and committing, which syncs the file. All others work in
    memory, for microseconds: handing them over too costs more than they do, mostly while the
    lock is held, so that every writer of every process waits longer.
    """

    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
            if sql.startswith(_WAITING):
                offload(super().execute, sql, parameters)
            else:
                super().execute(sql, parameters)
            return self

    class OffloadingConnection(sqlite3.Connection):
        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            offload(super().commit)

    return OffloadingConnection
