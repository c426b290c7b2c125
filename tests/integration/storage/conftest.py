"""Houses on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.actions.requests import Author
from backend.storage.engine import Database
from tests.integration.parts import House, house
from tests.support.databases import Databases, empty


@pytest.fixture(scope="package")
def storage(databases: Databases) -> Iterator[Database]:
    """One database of each kind for all tests here.

    To make one, or to connect to one of PostgreSQL's anew, takes longer than most tests.
    """
    with databases.migrated() as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture(scope="package")
def storage_next_door(storage: Database) -> Iterator[Database]:
    """The same, as another process is connected to it."""
    database = Database(storage.url.render_as_string(hide_password=False))
    yield database
    database.close()


@pytest.fixture
def database_url(storage: Database) -> str:
    """Without any row."""
    empty(storage)
    return storage.url.render_as_string(hide_password=False)


@pytest.fixture
def home(storage: Database, database_url: str, valkey_url: str) -> Iterator[House]:
    """One process's parts."""
    with house(database_url, valkey_url, database=storage) as made:
        yield made


@pytest.fixture
def neighbour(
    home: House, storage_next_door: Database, database_url: str, valkey_url: str
) -> Iterator[House]:
    """Another process on the same database, at the same time of day."""
    with house(database_url, valkey_url, home.clock, database=storage_next_door) as made:
        yield made


@pytest.fixture
def buyer(home: House) -> Author:
    return home.buyer()
