"""Databases for tests: empty ones, and migrated ones that are copies of a template."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import pytest
from sqlalchemy import text

from backend.storage.engine import Database
from backend.storage.models import User
from tests.support.postgres import PostgresServer

ROOT = Path(__file__).parents[2]

_SHARED_MEMORY = "/dev/shm"  # noqa: S108  directories in it are made by `tempfile`
MEMORY = _SHARED_MEMORY if os.access(_SHARED_MEMORY, os.W_OK) else None
"""Where files are in memory: the product syncs each commit, and a test's need not last."""

ON_SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""For tests that are not about storage: one kind of database is enough for them."""


def migrate(database_url: str, revision: str = "head") -> None:
    """Run `alembic upgrade` on a database, as an operator does.

    Raises:
        RuntimeError: it failed; the message is what it printed.
    """
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SECRET_KEY": "only-for-migrations-" * 2,
    }
    done = subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", revision],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"alembic upgrade {revision} failed:\n{done.stdout}{done.stderr}")


def empty(database: Database) -> None:
    """Delete all rows, on PostgreSQL on one way there and back."""
    statements = [str(table.delete()) for table in reversed(User.metadata.sorted_tables)]
    is_sqlite = database.engine.dialect.name == "sqlite"
    with database.write() as session:
        for statement in statements if is_sqlite else ["; ".join(statements)]:
            session.execute(text(statement))


class SqliteDatabases:
    """SQLite files in a directory, which is there until Python ends."""

    def __init__(self) -> None:
        self._directory = Path(tempfile.mkdtemp(prefix="negotiation-sqlite-", dir=MEMORY))
        atexit.register(shutil.rmtree, self._directory, ignore_errors=True)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a new database without tables; it is removed afterwards."""
        path = self._directory / f"{uuid.uuid4().hex}.db"
        yield f"sqlite:///{path}"
        for file in self._directory.glob(f"{path.name}*"):
            file.unlink()

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The address of a new database with the newest schema."""
        with self.empty() as url:
            shutil.copyfile(self._template, url.removeprefix("sqlite:///"))
            yield url

    @cached_property
    def _template(self) -> Path:
        path = self._directory / "template.db"
        migrate(f"sqlite:///{path}")
        return path


class PostgresDatabases:
    """Databases of one PostgreSQL server."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a new database without tables; it is dropped afterwards."""
        with self._copy(None) as url:
            yield url

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The address of a new database with the newest schema."""
        with self._copy(self._template) as url:
            yield url

    @contextmanager
    def _copy(self, template: str | None) -> Iterator[str]:
        name = self._server.create_database(template)
        try:
            yield self._server.url(name)
        finally:
            self._server.drop_database(name)

    @cached_property
    def _template(self) -> str:
        name = self._server.create_database()
        migrate(self._server.url(name))
        return name


Databases = SqliteDatabases | PostgresDatabases


@contextmanager
def without_table(database: Database, table: str) -> Iterator[None]:
    """Inside the block every query of a table is an error of ours, not of the connection."""

    def rename(old: str, new: str) -> None:
        with database.write() as session:
            session.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    rename(table, "elsewhere")
    try:
        yield
    finally:
        rename("elsewhere", table)
