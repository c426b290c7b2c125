"""People on the two products that all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stack.running import Stack
from tests.e2e.people import Browser, Person, browser, person
from tests.support.model_server import ModelServer


@pytest.fixture
def buyer(base_url: str) -> Iterator[Person]:
    with person(base_url) as made:
        yield made


@pytest.fixture
def page(base_url: str) -> Iterator[Browser]:
    with browser(base_url) as made:
        yield made


@pytest.fixture
def advised(model_stack: Stack, model: ModelServer) -> Iterator[Person]:
    """A buyer on the product with a model."""
    with person(model_stack.base_url) as made:
        yield made
