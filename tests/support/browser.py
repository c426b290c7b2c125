"""A real Chromium: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
HELP = "no Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/chromium"


def chromium_path() -> str:
    """The path of a Chromium; without one the test is skipped, or fails under REQUIRE_BROWSER=1."""
    named = os.environ.get("CHROMIUM")
    path = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if path:
        return path
    reason = f"{named} is not a program: {HELP}" if named else HELP
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def started_chromium() -> Iterator[Browser]:
    """A Chromium that is closed afterwards."""
    path = chromium_path()
    # root, as in containers, cannot have Chromium's sandbox
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
