"""Fingers and small windows: in every state of every screen what is pressed is large enough, and
nothing is wider than its window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, at_rest, overflow
from tests.browser.states import every_state

PHONE: dict[str, Any] = {
    "viewport": {"width": 320, "height": 640},
    "has_touch": True,
    "is_mobile": True,
}
ENLARGED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}}
"""A window of 1280 by 800 at 200 %."""

# How far a finger may stray from the middle of each control and still meet it, to both sides and
# up and down. A link within a sentence is as high as its line, and may be.
TOO_SMALL = """async (least) => {
  const pressed = 'a[href], button, input, select, textarea, summary, [role=menuitem]'
  const found = []
  const open = document.querySelector('[role=dialog], [role=menu]') ?? document
  for (const control of open.querySelectorAll(pressed)) {
    const isTicked = ['radio', 'checkbox'].includes(control.type)
    const one = control.closest('label') ?? (isTicked && control.labels[0] || control)
    if (control.closest('[inert], [aria-hidden=true]')) continue
    if (!one.checkVisibility({ visibilityProperty: true })) continue
    if (getComputedStyle(one).display === 'inline' && one.closest('p, li, blockquote')) continue
    one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    // The list may find, and mend, that rows on the way are higher than it guessed.
    await atRest('timer')
    const { x, y, width, height } = one.getBoundingClientRect()
    if (y + height <= 0) continue  // it comes into sight with the focus
    let [wide, high] = [width, height]
    if (!control.disabled) {
      const middle = [x + width / 2, y + height / 2]
      // What floats over the page is scrolled clear of, or closed.
      const notice = document.querySelector('#root > [role=status]')?.getBoundingClientRect()
      if (notice && y < notice.bottom && y + height > notice.top) continue
      const reach = (dx, dy) => {
        let far = 0
        const [at, on] = middle
        while (far < least && meets(at + dx * (far + 1), on + dy * (far + 1))) far += 1
        return far
      }
      const meets = (at, on) => one.contains(document.elementFromPoint(at, on))
      wide = Math.max(wide, 0) && reach(-1, 0) + reach(1, 0)
      high = reach(0, -1) + reach(0, 1)
    }
    // A middle between pixels loses one to either side.
    if (wide < least - 1 || high < least - 1) {
      const name = control.ariaLabel ?? control.innerText ?? control.name
      found.push(`${one.tagName} ${name || control.outerHTML.slice(0, 90)}: ${wide} x ${high}`)
    }
  }
  return found
}"""


def too_small(page: Page, least: int = 44) -> list[str]:
    """What is too small for a finger, one line for each."""
    at_rest(page)
    found: list[str] = page.evaluate(TOO_SMALL, least)
    return found


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("language", ["en", "es"])
def test_on_a_phone_a_finger_meets_what_it_is_put_on(
    desks: Callable[..., Desk], language: str
) -> None:
    desk = desks(**PHONE, locale=f"{language}-US")
    broken: dict[str, list[str]] = {}
    for name, page in every_state(desk, language):
        if name == "docs":
            continue  # the API's own page is for those who write programs
        broken[name] = too_small(page)
        if wider := overflow(page):
            broken[name].append(f"{wider} pixels wider than its window")
    lines = [f"{name}: {line}" for name, found in broken.items() for line in found]
    assert not lines, "\n".join(lines)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_enlarged_to_200_percent_no_state_is_wider_than_its_window(
    desks: Callable[..., Desk],
) -> None:
    wider = {name: overflow(page) for name, page in every_state(desks(**ENLARGED), "en")}
    assert {name: by for name, by in wider.items() if by > 0} == {}
