"""What a gateway hands over to native threads: the calls of SQLite that wait, and only those."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from backend.storage.engine import Database


class Offloads:
    """An offload that runs each call in a thread of its own, and notes it."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __call__(self, function: Callable[..., Any], *arguments: Any) -> Any:
        self.calls.append(" ".join([function.__name__, *map(str, arguments[:1])]))
        outcome: list[Any] = []

        def run() -> None:
            try:
                outcome.append(function(*arguments))
            except sqlite3.Error as error:
                outcome.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]


def test_only_the_lock_and_the_commit_are_handed_over(sqlite_url: str) -> None:
    offloads = Offloads()
    database = Database(sqlite_url, offloads)
    with database.read() as session:
        session.execute(text("SELECT count(*) FROM users"))
    offloads.calls.clear()

    with database.write() as session:
        session.execute(text("SELECT count(*) FROM users"))
        session.execute(text("DELETE FROM users"))
    with database.read() as session:
        session.execute(text("SELECT count(*) FROM users"))

    assert offloads.calls == ["execute BEGIN IMMEDIATE", "commit"]
    database.close()


def test_what_is_raised_over_there_arrives_here(tmp_path: Path) -> None:
    file = tmp_path / "locked.db"
    database = Database(f"sqlite:///{file}", Offloads())
    database.check()
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"), database.write() as session:
        session.execute(text("SELECT 1"))
    other.execute("ROLLBACK")
    other.close()
    with database.write() as session:
        session.execute(text("SELECT 1"))
    database.close()
