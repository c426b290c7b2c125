"""A real Chromium, with pages that are watched by ``probe.js`` and run as on a slow machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    Playwright,
    ViewportSize,
    sync_playwright,
)

SLOWED = 4
PATIENCE_MS = 120_000
"""A busy machine on top of a slowed CPU is very slow."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
HELP = "no Chromium: apt-get install chromium, or name one with CHROMIUM=/path/to/chromium"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PROBE = Path(__file__).with_name("probe.js").read_text()
SPIN = """() => {
  const begin = performance.now()
  let sum = 0
  for (let count = 0; count < 2e7; count += 1) sum += count % 7
  return [performance.now() - begin, sum]
}"""


class NoBrowserError(Exception):
    """There is no Chromium; the message says how to have one."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium, and what drives it. Raises :class:`NoBrowserError`: there is none."""
    with sync_playwright() as playwright, started_chromium(playwright) as browser:
        yield browser


@contextmanager
def started_chromium(playwright: Playwright, names: Sequence[str] = NAMES) -> Iterator[Browser]:
    """A Chromium: the one that ``CHROMIUM`` names, or the first of ``names`` that is installed.

    Raises:
        NoBrowserError: there is none.
    """
    named = os.environ.get("CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else names)), None)
    if path is None:
        missing = f"{named} is not a program: " if named else ""
        raise NoBrowserError(f"{missing}{HELP}")
    # root, as in containers, cannot have Chromium's sandbox
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def visitor(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Somebody with a browser of their own, of which nothing is cached."""
    context = browser.new_context(viewport=DESKTOP, **options)
    context.add_init_script(PROBE)
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield context
    finally:
        context.close()


class WatchedPage:
    """A page, and the developer protocol's view of it."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self._protocol: CDPSession = context.new_cdp_session(self.page)
        self._protocol.send("Performance.enable")

    def slow_down(self, times: float = SLOWED) -> None:
        """Let the page's own thread have a part of the CPU only."""
        self._protocol.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def spin(self) -> float:
        """Milliseconds that a fixed piece of work takes the page."""
        return float(self.page.evaluate(SPIN)[0])

    def busy(self) -> dict[str, float]:
        """Seconds that the page's thread has been at work so far, in all and by kind."""
        metrics = self._protocol.send("Performance.getMetrics")["metrics"]
        return {each["name"]: each["value"] for each in metrics if each["name"] in BUSY}

    def probed(self) -> dict[str, Any]:
        """What the probe has seen since it was cleared."""
        found: dict[str, Any] = self.page.evaluate("benchProbe.probe")
        return found

    def clear(self) -> None:
        """Forget what the probe has seen."""
        self.page.evaluate("benchProbe.clear()")


BUSY = ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
