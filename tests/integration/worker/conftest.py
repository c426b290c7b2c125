"""The worker's own tasks, in the test's process: its settings are read where it is imported."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from backend.storage.columns import Base
from tests.integration.parts import House, house
from tests.support.databases import SqliteDatabases
from tests.support.valkey import ValkeyServer


@pytest.fixture(scope="package")
def worker_database_url(sqlite_databases: SqliteDatabases) -> Iterator[str]:
    with sqlite_databases.migrated() as url:
        yield url


@pytest.fixture(scope="package")
def worker(worker_database_url: str, valkey: ValkeyServer) -> Iterator[Any]:
    """The module ``worker.app``, as ``celery -A worker.app`` imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", worker_database_url)
        patch.setenv("REDIS_URL", valkey.url)
        patch.setenv("SECRET_KEY", "a key for tests, long enough to sign")
        module = importlib.import_module("worker.app")
        module.app.loader.import_default_modules()
    yield module
    module.services().database.close()
    for name in [name for name in sys.modules if name.partition(".")[0] == "worker"]:
        del sys.modules[name]


@pytest.fixture
def home(worker: Any, worker_database_url: str, valkey_url: str) -> Iterator[House]:
    """What buyers did, in January, on the worker's database and Valkey, which are empty."""
    with worker.services().database.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
    with house(worker_database_url, valkey_url) as made:
        yield made
