"""Migrations, up and down, and that they make what the models say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from backend.storage.engine import Database
from tests.support.databases import ROOT

TABLES = {
    "users",
    "logins",
    "negotiations",
    "messages",
    "replies",
    "events",
    "model_readings",
    "model_usage",
    "usage_days",
    "push_subscriptions",
    "notifications",
}


@pytest.fixture
def connection(empty_database_url: str) -> Iterator[Connection]:
    database = Database(empty_database_url)
    with database.engine.connect() as opened:
        yield opened
    database.close()


def config(connection: Connection) -> Config:
    made = Config(ROOT / "alembic.ini")
    made.attributes["connection"] = connection
    return made


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def schema(connection: Connection) -> dict[str, tuple[object, ...]]:
    """Every table with its columns, indexes and constraints."""
    seen = inspect(connection)
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)],
            sorted(
                (str(i["name"]), i["column_names"], i["unique"]) for i in seen.get_indexes(table)
            ),
            sorted(str(unique["name"]) for unique in seen.get_unique_constraints(table)),
            sorted(str(key["name"]) for key in seen.get_foreign_keys(table)),
        )
        for table in tables(connection)
    }


def test_up_down_and_up_again_make_the_same(connection: Connection) -> None:
    command.upgrade(config(connection), "head")
    first = schema(connection)
    assert set(first) == TABLES
    command.downgrade(config(connection), "base")
    assert tables(connection) == set()
    command.upgrade(config(connection), "head")
    assert schema(connection) == first


def test_the_models_are_what_the_migrations_make(connection: Connection) -> None:
    command.upgrade(config(connection), "head")
    command.check(config(connection))
