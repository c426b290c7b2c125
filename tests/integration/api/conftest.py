"""The gateway's application on each database, shared by the tests of a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from backend.actions.reply.replying import Replier
from backend.app import Runtime, create_app
from tests.integration.api.calling import Buyer, Gateway
from tests.integration.parts import PLAYBOOK, settings
from tests.support.clock import SettableClock
from tests.support.databases import Databases
from tests.support.valkey import ValkeyServer

MakeGateway = Callable[..., Gateway]


@pytest.fixture(scope="package", autouse=True)
def _environment(valkey: ValkeyServer) -> Iterator[None]:
    """What `celeryconfig` reads when the first task is sent."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", "sqlite://")
        patch.setenv("REDIS_URL", valkey.url)
        patch.setenv("SECRET_KEY", "a key for tests, long enough to sign")
        yield


@contextmanager
def _gateway(database_url: str, redis_url: str, **changes: Any) -> Iterator[Gateway]:
    # Tokens live by the machine's time, logins by this clock: it starts at the same moment.
    clock = SettableClock(datetime.now(UTC))
    app = create_app(settings(database_url, redis_url, **changes), Runtime(clock=clock))
    services = app.extensions["services"]
    with closing(services.database):
        yield Gateway(app, clock, Replier(services, PLAYBOOK))


@pytest.fixture(scope="package")
def api_database_url(databases: Databases) -> Iterator[str]:
    with databases.migrated() as url:
        yield url


@pytest.fixture(scope="package")
def gateway(api_database_url: str, valkey: ValkeyServer) -> Iterator[Gateway]:
    with _gateway(api_database_url, valkey.url) as made:
        yield made


@pytest.fixture
def make_gateway(api_database_url: str, valkey: ValkeyServer) -> Iterator[MakeGateway]:
    """Makes one with other settings, on the same database and Valkey unless those are given."""
    with ExitStack() as gateways:

        def make(**changes: Any) -> Gateway:
            database_url = changes.pop("database_url", api_database_url)
            redis_url = changes.pop("redis_url", valkey.url)
            return gateways.enter_context(_gateway(database_url, redis_url, **changes))

        yield make


@pytest.fixture
def buyer(gateway: Gateway) -> Buyer:
    return gateway.buyer()
