"""A house on SQLite: what is said here is the same on any database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.actions.requests import Author
from tests.integration.parts import House, house


@pytest.fixture
def home(sqlite_url: str, valkey_url: str) -> Iterator[House]:
    with house(sqlite_url, valkey_url) as made:
        yield made


@pytest.fixture
def buyer(home: House) -> Author:
    return home.buyer()
