"""A real Chromium for tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Playwright

from bench.page import browser
from bench.page.browser import NoBrowserError

WHOLE = browser.NAMES
LIGHT = ("chromium-headless-shell", *WHOLE)
"""The shell is the same engine without a desktop: half as dear, but it shows no notifications."""


@contextmanager
def started_chromium(playwright: Playwright, names: tuple[str, ...] = LIGHT) -> Iterator[Browser]:
    """The first Chromium of these names that is here, or the one `CHROMIUM` names.

    Without one the test is skipped, or fails under REQUIRE_BROWSER=1.
    """
    with ExitStack() as running:
        try:
            started = running.enter_context(browser.started_chromium(playwright, names))
        except NoBrowserError as error:
            is_required = os.environ.get("REQUIRE_BROWSER") == "1"
            (pytest.fail if is_required else pytest.skip)(str(error))
        yield started
