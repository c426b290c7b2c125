"""Every state of every screen, on a desk in English and on a phone in Spanish: WCAG 2.2 AA by axe,
contrast in both colour schemes; nothing wider than its window, nothing that moves. The words that
are longer have to fit at every size; on a phone nothing is too small for a finger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import ALL, CONTRAST, violations
from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk, at_rest, overflow
from tests.browser.fingers import too_small
from tests.browser.states import every_state

SMALL: ViewportSize = {"width": 320, "height": 640}
ENLARGED: ViewportSize = {"width": 640, "height": 400}
"""A window of 1280 by 800 at 200 %."""

PLACES: dict[str, tuple[str, dict[str, Any]]] = {
    "desk": ("en", {"viewport": DESKTOP}),
    "phone": ("es", {"viewport": SMALL, "has_touch": True, "is_mobile": True}),
}
"""A language, whose words are longer where there is less room, and what kind of browser."""


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("place", PLACES)
def test_no_state_of_any_screen_breaks_a_rule(desks: Callable[..., Desk], place: str) -> None:
    language, options = PLACES[place]
    desk = desks(**options, locale=f"{language}-US")
    broken: dict[str, list[str]] = {}
    schemes: list[Literal["light", "dark"]] = ["light", "dark"]
    for name, page in every_state(desk, language):
        show(page, schemes[0])
        found = violations(page, ALL)
        if name == "list-chosen":
            # Cards scroll under the bar there: how far fingers reach is seen below.
            found = [line for line in found if "partially obscured" not in line]
        found += moving(page)
        schemes.reverse()
        show(page, schemes[0])
        found += violations(page, CONTRAST)
        # The API's own page is for those who write programs.
        if name != "docs":
            found += too_wide(page)
        if place == "phone" and name != "docs":
            found += too_small(page)
            found += too_wide_elsewhere(page)
        broken[name] = found
    lines = [f"{name}: {line}" for name, found in broken.items() for line in found]
    assert not lines, "\n".join(lines)


def too_wide(page: Page) -> list[str]:
    """How much wider the page is than its window."""
    wider = overflow(page)
    return [f"{wider} pixels wider than its window"] if wider > 0 else []


def too_wide_elsewhere(page: Page) -> list[str]:
    """The same in an enlarged and in a large window; afterwards it is small again."""
    found = []
    for size in (ENLARGED, DESKTOP):
        page.set_viewport_size(size)
        found += [f"{line} of {size['width']} pixels" for line in too_wide(page)]
    page.set_viewport_size(SMALL)
    return found


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
