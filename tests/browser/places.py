"""Where things stand on the page, whatever the language is."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

PRICES = "input[inputmode=decimal]"
SEND = "form button[type=submit]"
DIALOG = "[role=dialog]"


def open_talk(page: Page, negotiation: str) -> None:
    """Go to a negotiation, and wait for its opening advice."""
    page.goto(f"/negotiations/{negotiation}")
    page.locator("article[data-who=adviser]").first.wait_for()


def choose(page: Page, value: str) -> None:
    """Choose one of several."""
    page.locator(f"input[type=radio][value={value}]").locator("xpath=..").click()


def show_bargain(page: Page) -> None:
    """On a phone the bargain is behind a tab."""
    tab = page.locator("input[type=radio][value=bargain]")
    if tab.count():
        tab.locator("xpath=..").click()
    page.locator("aside").wait_for()


def with_icon(page: Page, icon: str) -> Locator:
    """The buttons with an icon, the newest last."""
    return page.locator(f"main button:has(svg.lucide-{icon})")


def close_dialog(page: Page) -> None:
    """Leave a dialog by the keyboard."""
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="detached")
