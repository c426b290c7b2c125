"""A real Chromium: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Playwright

WHOLE = ("chromium", "chromium-browser", "google-chrome")
LIGHT = ("chromium-headless-shell", *WHOLE)
"""The shell is the same engine without a desktop: half as dear, but it shows no notifications."""

HELP = "no Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/chromium"


def chromium_path(names: tuple[str, ...]) -> str:
    """The path of the first Chromium of these names that is here, or of the one `CHROMIUM` names.

    Without one the test is skipped, or fails under REQUIRE_BROWSER=1.
    """
    named = os.environ.get("CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else names)), None)
    if path:
        return path
    reason = f"{named} is not a program: {HELP}" if named else HELP
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def started_chromium(playwright: Playwright, names: tuple[str, ...] = LIGHT) -> Iterator[Browser]:
    """A Chromium that is closed afterwards."""
    # root, as in containers, cannot have Chromium's sandbox
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium_path(names), args=arguments)
    yield browser
    browser.close()
