"""A live gateway on SQLite, which the tests of sockets share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.integration.api.calling import Buyer
from tests.integration.sockets.live import LiveGateway, live_gateway
from tests.support.databases import SqliteDatabases
from tests.support.valkey import ValkeyServer

MakeGateway = Callable[..., LiveGateway]


@pytest.fixture(scope="package")
def sockets_database_url(sqlite_databases: SqliteDatabases) -> Iterator[str]:
    with sqlite_databases.migrated() as url:
        yield url


@pytest.fixture(scope="package")
def gateway(sockets_database_url: str, valkey: ValkeyServer) -> Iterator[LiveGateway]:
    with live_gateway(sockets_database_url, valkey.url) as live:
        yield live


@pytest.fixture
def make_gateway(sockets_database_url: str, valkey: ValkeyServer) -> Iterator[MakeGateway]:
    """Makes one with other settings, on the same database and Valkey."""
    with ExitStack() as gateways:

        def make(**changes: Any) -> LiveGateway:
            return gateways.enter_context(live_gateway(sockets_database_url, valkey.url, **changes))

        yield make


@pytest.fixture
def buyer(gateway: LiveGateway) -> Buyer:
    return gateway.buyer()


@pytest.fixture
def stranger(gateway: LiveGateway) -> Buyer:
    return gateway.buyer()
