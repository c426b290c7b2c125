"""A model at its network edge: langchain-openai against the loopback server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.llm.adviser import Adviser, Candidate, ModelTimeouts
from tests.support.clock import SettableClock
from tests.support.model_server import ModelServer

LONG = 1e6
"""Seconds that no test lets pass: a time-out that is not the one under test."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        yield running


@pytest.fixture
def clock(server: ModelServer) -> SettableClock:
    """Passes while the model says nothing, and takes none of the machine's time for it."""
    clock = SettableClock()
    server.monotonic = clock.monotonic
    clock.passes = lambda: server.is_silent
    return clock


def network_model(
    first_token: float = LONG, between_tokens: float = LONG, total: float = LONG
) -> Candidate:
    """The candidate that the server answers for."""
    timeouts = ModelTimeouts(first_token, between_tokens, total)
    return Adviser("openai:test-model", timeouts).candidates[0]
