"""Real parts for the tests. Each is started when a test first asks for it, and stopped at the end.

`database_url` runs a test twice: on SQLite and on PostgreSQL.

Properties are tried on the same examples each time, so that a change is judged by what it changes;
`EXPLORE=1` looks for new ones. No example has a time limit: others use the machine too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
import structlog
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from stack.running import Stack
from tests.support.browser import started_chromium
from tests.support.collector import Collector
from tests.support.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.support.model_server import ModelServer, Script
from tests.support.postgres import PostgresServer
from tests.support.push_service import PushService, push_service
from tests.support.stacks import patient_model, stack_options
from tests.support.valkey import ValkeyServer

pytest_plugins = ("tests.support.tally", "tests.support.evidence", "tests.support.spreading")

# Who reads a failure here needs no locals of all frames, which would cost seconds.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        ),
    ]
)
settings.register_profile("repeated", deadline=None, derandomize=True)
settings.register_profile("exploring", deadline=None)
settings.load_profile("exploring" if os.environ.get("EXPLORE") else "repeated")


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ValkeyServer]:
    """A Valkey server that a test may stop, if it starts it again."""
    server = ValkeyServer(tmp_path_factory.mktemp("valkey") / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def valkey_url(valkey: ValkeyServer) -> str:
    """The address of a Valkey without any key in it."""
    valkey.flush()
    return valkey.url


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A PostgreSQL server that a test may stop, if it starts it again."""
    server = PostgresServer(tmp_path_factory.mktemp("postgres") / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_databases() -> SqliteDatabases:
    """Makes SQLite databases."""
    return SqliteDatabases()


@pytest.fixture(scope="session")
def postgres_databases(postgres: PostgresServer) -> PostgresDatabases:
    """Makes PostgreSQL databases."""
    return PostgresDatabases(postgres)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Makes databases, of SQLite first and then of PostgreSQL."""
    name = "sqlite_databases" if request.param == "sqlite" else "postgres_databases"
    made: Databases = request.getfixturevalue(name)
    return made


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The address of a database of this test's own, with the newest schema and no rows."""
    with databases.migrated() as url:
        yield url


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """The address of a database of this test's own, without tables."""
    with databases.empty() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_databases: PostgresDatabases) -> Iterator[str]:
    """Like `database_url`, of PostgreSQL only."""
    with postgres_databases.migrated() as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_databases: SqliteDatabases) -> Iterator[str]:
    """Like `database_url`, of SQLite only."""
    with sqlite_databases.migrated() as url:
        yield url


@pytest.fixture(scope="session")
def pushes() -> Iterator[PushService]:
    """The push service that the shared product may write to."""
    with push_service() as server:
        yield server


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, pushes: PushService) -> Iterator[Stack]:
    """The whole product, ready: gateway, workers, beat, Valkey, on SQLite. All tests share it."""
    options = stack_options(tmp_path_factory.mktemp("stack"), PUSH_SERVICES=pushes.origin)
    with Stack(options) as running:
        yield running


@pytest.fixture(scope="session")
def base_url(stack: Stack) -> str:
    """Where the shared product is reached."""
    return stack.base_url


@pytest.fixture(scope="session")
def collector() -> Iterator[Collector]:
    """Where the second product sends its traces."""
    with Collector() as running:
        yield running


@pytest.fixture(scope="session")
def _model_server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def model(_model_server: ModelServer) -> Iterator[ModelServer]:
    """The model that the second product asks; it answers well until a test scripts it."""
    _model_server.script = Script()
    yield _model_server
    _model_server.script = Script()
    _model_server.released.set()


@pytest.fixture(scope="session")
def model_stack(
    tmp_path_factory: pytest.TempPathFactory,
    postgres_databases: PostgresDatabases,
    collector: Collector,
    _model_server: ModelServer,
) -> Iterator[Stack]:
    """The second product that all tests share: with a model, Flower and traces, on PostgreSQL.

    Nothing in it gives up by itself within a test: a model that is held is waited for, and whoever
    wants a lease to end ends it (`tests.support.leases`).
    """
    with postgres_databases.migrated() as url:
        options = stack_options(
            tmp_path_factory.mktemp("model_stack"),
            **patient_model(_model_server.base_url),
            MODEL_STREAM_USAGE="1",
            OTEL_EXPORTER_OTLP_ENDPOINT=collector.url,
            OTEL_EXPORTER_OTLP_TIMEOUT="600",
            OTEL_BSP_SCHEDULE_DELAY="100",
        )
        with Stack(replace(options, database_url=url, flower_port=0)) as running:
            yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; a thread can have one."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A real Chromium. `CHROMIUM` names one; REQUIRE_BROWSER=1 makes its absence a failure."""
    with started_chromium(playwright) as browser:
        yield browser
