"""The list of negotiations and the comparison, in each of their states."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.places import DIALOG, close_dialog

State = tuple[str, Page]


def list_states(page: Page) -> Iterator[State]:
    """Of a buyer with three negotiations, one of them with news, two of one car."""
    page.goto("/negotiations")
    page.locator("main li").nth(2).wait_for()
    page.locator("main article[data-unseen]").first.wait_for()
    yield "list", page
    page.locator("main article button").first.click()
    page.locator(f"{DIALOG} input").wait_for()
    yield "label", page
    close_dialog(page)
    page.locator("input[type=search]").fill("no such car")
    page.locator("main li").first.wait_for(state="detached")
    yield "list-nothing-fits", page
    page.locator("search button").click()
    page.locator("main li").nth(2).wait_for()
    for number in range(2):
        page.locator("main article input[type=checkbox]").nth(number).click()
    # Where the bar has its own place; further up it lies over what scrolls by.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    yield "list-chosen", page
    page.locator("main > div a[href*=compare]").last.click()
    page.locator("main table").wait_for()
    yield "comparison", page
    page.locator("main thead button").last.click()
    page.locator("main thead th").nth(1).wait_for(state="detached")
    yield "comparison-of-one", page
