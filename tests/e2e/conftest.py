"""People on the shared product, and a second product: on PostgreSQL, with a model and Flower."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from stack.running import Stack
from tests.e2e.people import Browser, Person, browser, person
from tests.support.databases import PostgresDatabases
from tests.support.model_server import ModelServer, Script
from tests.support.stacks import stack_options


@pytest.fixture
def buyer(base_url: str) -> Iterator[Person]:
    with person(base_url) as made:
        yield made


@pytest.fixture
def page(base_url: str) -> Iterator[Browser]:
    with browser(base_url) as made:
        yield made


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
    _model_server: ModelServer,
) -> Iterator[Stack]:
    """The product with a model, short leases and Flower, on PostgreSQL."""
    with postgres_databases.migrated() as url:
        options = stack_options(
            tmp_path_factory.mktemp("model_stack"),
            ADVISER_MODEL="openai:test",
            OPENAI_BASE_URL=_model_server.base_url,
            OPENAI_API_KEY="for tests",
            LEASE_SECONDS="3",
            MODEL_FIRST_TOKEN_SECONDS="60",
            MODEL_TOKEN_SECONDS="60",
            MODEL_TOTAL_SECONDS="60",
        )
        with Stack(replace(options, database_url=url, flower_port=0)) as running:
            yield running


@pytest.fixture
def advised(model_stack: Stack, model: ModelServer) -> Iterator[Person]:
    """A buyer on the product with a model."""
    with person(model_stack.base_url) as made:
        yield made
