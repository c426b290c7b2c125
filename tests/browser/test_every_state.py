"""Every state of every screen, at both sizes and in both languages: WCAG 2.2 AA by axe, in both
colour schemes; nothing wider than its window, nothing that moves, and on a phone nothing too small
for a finger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.axe import ALL, CONTRAST, violations
from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk, at_rest, overflow
from tests.browser.fingers import too_small
from tests.browser.states import every_state

SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": DESKTOP},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
}
ENLARGED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}}
"""A window of 1280 by 800 at 200 %."""


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
            # Cards scroll under the bar there: how far fingers reach is seen below.
            found = [line for line in found if "partially obscured" not in line]
        # The API's own page is for those who write programs.
        if name != "docs" and (wider := overflow(page)):
            found.append(f"{wider} pixels wider than its window")
        found += moving(page)
        if language == "en":  # colours have no language
            show(page, "dark")
            found += violations(page, CONTRAST)
        if size == "phone" and name != "docs":
            found += too_small(page)
        broken[name] = found
    lines = [f"{name}: {line}" for name, found in broken.items() for line in found]
    assert not lines, "\n".join(lines)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_enlarged_to_200_percent_no_state_is_wider_than_its_window(
    desks: Callable[..., Desk],
) -> None:
    wider = {name: overflow(page) for name, page in every_state(desks(**ENLARGED), "en")}
    assert {name: by for name, by in wider.items() if by > 0} == {}


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
