"""A desk for each test. What a page may never do (a script error, a request to another server, a
breach of its policy) fails the test that it happens in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.desk import PATIENCE_MS, Desk
from tests.support.evidence import witnessed

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
def desks(chromium: Browser, base_url: str) -> Iterator[Callable[..., Desk]]:
    """Makes desks; options go to the browser's context."""
    with made_desks(chromium, base_url) as make:
        yield make


@contextmanager
def made_desks(chromium: Browser, base_url: str) -> Iterator[Callable[..., Desk]]:
    """Makes desks on a product, and closes them; what they complain of fails the test."""
    made: list[Desk] = []

    def witness(folder: Path) -> None:
        for number, desk in enumerate(made, 1):
            desk.testify(folder / f"desk-{number}")

    with ExitStack() as closing:

        def make(**options: Any) -> Desk:
            desk = Desk(chromium, **{"base_url": base_url, "viewport": DESKTOP, **options})
            closing.callback(desk.close)
            made.append(desk)
            return desk

        with witnessed(witness):
            yield make
    assert [complaint for desk in made for complaint in desk.complaints] == []


@pytest.fixture
def desk(desks: Callable[..., Desk]) -> Desk:
    """A desk of a buyer who has just signed up."""
    desk = desks()
    desk.sign_up()
    return desk


@pytest.fixture
def phone(desks: Callable[..., Desk]) -> Desk:
    """The same on a phone."""
    desk = desks(viewport=PHONE, has_touch=True, is_mobile=True)
    desk.sign_up()
    return desk
