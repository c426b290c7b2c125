"""Houses on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.actions.requests import Author
from backend.storage.columns import Base
from backend.storage.engine import Database
from tests.integration.parts import House, house
from tests.support.databases import Databases


@pytest.fixture(scope="package")
def storage(databases: Databases) -> Iterator[Database]:
    """One database of each kind for all tests here."""
    with databases.migrated() as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def database_url(storage: Database) -> str:
    """Without any row. Emptying a database takes a fraction of the time that a new one takes."""
    with storage.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
    return storage.url.render_as_string(hide_password=False)


@pytest.fixture
def home(database_url: str, valkey_url: str) -> Iterator[House]:
    """One process's parts."""
    with house(database_url, valkey_url) as made:
        yield made


@pytest.fixture
def neighbour(home: House, database_url: str, valkey_url: str) -> Iterator[House]:
    """Another process on the same database, at the same time of day."""
    with house(database_url, valkey_url, home.clock) as made:
        yield made


@pytest.fixture
def buyer(home: House) -> Author:
    return home.buyer()
