"""WCAG 2.2 AA by axe, on every screen and state, in both colour schemes, sizes and languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.axe import ALL, CONTRAST, violations
from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk, at_rest, overflow
from tests.browser.states import every_state

SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": DESKTOP},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
}


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_no_state_of_any_screen_breaks_a_rule(
    desks: Callable[..., Desk], size: str, language: str
) -> None:
    desk = desks(**SIZES[size], locale=f"{language}-US")
    broken: dict[str, list[str]] = {}
    for name, page in every_state(desk, language):
        show(page, "light")
        found = violations(page, ALL)
        if name == "list-chosen":
            # Cards scroll under the bar there: how far fingers reach is test_touch's to see.
            found = [line for line in found if "partially obscured" not in line]
        # The API's own page is for those who write programs.
        if name != "docs" and (wider := overflow(page)):
            found.append(f"{wider} pixels wider than its window")
        found += moving(page)
        show(page, "dark")
        broken[name] = found + violations(page, CONTRAST)
    assert {name: found for name, found in broken.items() if found} == {}


def moving(page: Page) -> list[str]:
    """What moves, though the device asks for less of it."""
    names: list[str] = page.evaluate(
        "document.getAnimations().filter(({ playState }) => playState === 'running')"
        ".map(({ effect }) => `moves: ${effect.target.outerHTML.slice(0, 120)}`)"
    )
    return names


def show(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Change the device's colour scheme, and wait until the page has followed."""
    page.emulate_media(color_scheme=scheme)
    if page.locator("#root").count():  # the API's own page has but one scheme
        page.locator(f"html[data-mantine-color-scheme={scheme}]").wait_for()
    at_rest(page)
