"""Workers whose chain is two models of langchain-openai against the loopback server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from backend.llm.adviser import Adviser, ModelTimeouts
from backend.llm.model_breaker import BreakerRules, ModelBreakers
from backend.redis_link import RedisBreaker
from tests.integration.parts import House, house
from tests.support.clock import SettableClock
from tests.support.model_server import ModelServer, Script

CHAIN = "openai:first,openai:second"
LONG = 1e6
"""Seconds that no test lets pass: a time-out that is not the one under test."""

MakeHouse = Callable[..., House]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(Script()) as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        yield running


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def silence_passes(server: ModelServer, clock: SettableClock) -> None:
    """While a model says nothing the workers' time passes, and the test waits for none of it."""
    server.monotonic = clock.monotonic
    clock.passes = lambda: server.is_silent


@pytest.fixture
def make_house(
    server: ModelServer, sqlite_url: str, valkey_url: str, clock: SettableClock
) -> Iterator[MakeHouse]:
    """Makes workers that share database, Valkey and time. ``rules`` are those of the breakers."""
    with ExitStack() as houses:

        def make(
            *,
            chain: str = CHAIN,
            timeouts: ModelTimeouts | None = None,
            rules: BreakerRules | None = None,
            asks_usage: bool = False,
            **changes: Any,
        ) -> House:
            adviser = Adviser(
                chain,
                timeouts or ModelTimeouts(LONG, LONG, LONG),
                ModelBreakers(valkey_url, RedisBreaker(clock), rules or BreakerRules()),
                asks_usage=asks_usage,
            )
            return houses.enter_context(house(sqlite_url, valkey_url, clock, adviser, **changes))

        yield make
