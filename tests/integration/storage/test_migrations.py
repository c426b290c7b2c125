"""Migrations, up and down, and that they make what the models say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Uuid, column, insert, inspect, table, text

from backend.domain.searching import search_text
from backend.domain.vehicle import Vehicle
from backend.storage.engine import Database
from tests.support.databases import ROOT

F150 = Vehicle(2020, "Ford", "F-150")
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


def test_what_a_search_looks_through_is_folded_anew(connection: Connection) -> None:
    command.upgrade(config(connection), "0007")
    now, user = datetime.now(UTC), uuid4()
    put(connection, "users", id=user, email="a@b.example", password_hash="", created_at=now)
    for label, stored in (("Dealer, Inc.", "2020 ford f-150 dealer, inc."), (None, "stale")):
        put(connection, "negotiations", **a_row(user, label, stored, now))
    connection.commit()

    def searched() -> set[str]:
        return set(connection.scalars(text("SELECT search_text FROM negotiations")))

    command.upgrade(config(connection), "0008")
    assert searched() == {search_text(F150, "Dealer, Inc."), search_text(F150, None)}
    assert "2020 ford f150 dealer inc" in searched()
    command.downgrade(config(connection), "0007")
    assert searched() == {"2020 ford f-150 dealer, inc.", "2020 ford f-150"}


def put(connection: Connection, name: str, **row: Any) -> None:
    """Insert a row into a table as it is at this revision, which the models may be past."""
    columns = [column(key, Uuid() if isinstance(row[key], UUID) else None) for key in row]
    connection.execute(insert(table(name, *columns)), row)


def a_row(user: UUID, label: str | None, stored: str, now: datetime) -> dict[str, Any]:
    """A negotiation over an F-150, as the tables of 0007 have it."""
    zeros = ("asking_cents", "target_cents", "max_rounds", "round", "suggestion_seq", "last_seq")
    times = ("created_at", "updated_at", "quiet_since")
    return {
        "id": uuid4(),
        "user_id": user,
        "status": "active",
        "strategy": "discount_tiers",
        "vehicle_year": F150.year,
        "vehicle_make": F150.make,
        "vehicle_model": F150.model,
        "label": label,
        "search_text": stored,
        **dict.fromkeys(zeros, 0),
        **dict.fromkeys(times, now),
    }


def test_the_models_are_what_the_migrations_make(connection: Connection) -> None:
    command.upgrade(config(connection), "head")
    command.check(config(connection))
