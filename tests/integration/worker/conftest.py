"""The worker's own tasks, in the test's process: its settings are read where it is imported."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from backend.queueing import QUEUES, REPLIES, UPKEEP
from backend.storage.columns import Base
from tests.integration.parts import House, house
from tests.support.databases import SqliteDatabases
from tests.support.valkey import ValkeyServer


@pytest.fixture(scope="package")
def worker_database_url(sqlite_databases: SqliteDatabases) -> Iterator[str]:
    with sqlite_databases.migrated() as url:
        yield url


@dataclass(frozen=True)
class Worker:
    """The modules of a worker that consumes all queues, as ``celery -A worker.app`` has them."""

    app: Any
    wiring: Any
    replies: Any
    upkeep: Any

    def run(self, task: str, *arguments: object) -> None:
        """Do a task."""
        self.app.app.tasks[task](*arguments)


@pytest.fixture(scope="package")
def worker(worker_database_url: str, valkey: ValkeyServer) -> Iterator[Worker]:
    """A worker whose settings are this database and Valkey."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", worker_database_url)
        patch.setenv("REDIS_URL", valkey.url)
        patch.setenv("SECRET_KEY", "a key for tests, long enough to sign")
        app = importlib.import_module("worker.app")
    tasks = {queue: importlib.import_module(f"worker.tasks.{queue}") for queue in QUEUES}
    wiring = importlib.import_module("worker.wiring")
    yield Worker(app, wiring, tasks[REPLIES], tasks[UPKEEP])
    wiring.services().database.close()
    for name in [name for name in sys.modules if name.partition(".")[0] == "worker"]:
        del sys.modules[name]


@pytest.fixture
def home(worker: Worker, worker_database_url: str, valkey_url: str) -> Iterator[House]:
    """What buyers did, in January, on the worker's database and Valkey, which are empty."""
    with worker.wiring.services().database.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
    with house(worker_database_url, valkey_url) as made:
        yield made
