"""Every screen fits its window, in both colour schemes, and the pictures are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk, Tab

SIZES = {"desktop": (1280, 800), "phone": (390, 844), "narrow": (320, 640)}


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_screen_fits(
    desks: Callable[..., Desk], size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    desk = desks(viewport={"width": width, "height": height}, color_scheme=scheme)
    look(desk.tab("/login"), "Log in", f"login-{size}-{scheme}")
    desk.sign_up()
    negotiation = desk.negotiate(
        vehicle={"year": 2016, "make": "Mercedes-Benz", "model": "Sprinter 2500 High Roof Extended"}
    )
    desk.post(negotiation, "offers", amount="18000", party="buyer", note="by phone")
    desk.post(negotiation, "dealer-messages", content="W" * 300, price="23456.78", channel="email")
    look(desk.tab("/negotiations"), "Your negotiations", f"list-{size}-{scheme}")
    look(desk.tab("/negotiations/new"), "New negotiation", f"new-{size}-{scheme}")
    tab = desk.talk(negotiation)
    tab.advice(3).wait_for()
    look(tab, "2016 Mercedes-Benz", f"talk-{size}-{scheme}")
    tab.at_rest()
    below = "document.documentElement.scrollHeight - innerHeight"
    assert tab.page.evaluate(below) == 0, "the talk scrolls within the page, never the page"
    if size != "desktop":
        tab.choose("Bargain")
        expect(tab.page.locator(".recharts-line-dots circle").first).to_be_attached()
        look(tab, "2016 Mercedes-Benz", f"bargain-{size}-{scheme}")


def look(tab: Tab, heading: str, name: str) -> None:
    """Wait for a screen, see that it fits, keep its picture."""
    expect(tab.page.get_by_role("heading", level=1)).to_contain_text(heading)
    tab.at_rest()
    tab.shoot(name)
    assert tab.overflow() == 0, name


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 400)])
def test_what_is_typed_and_asked_fits_a_small_or_enlarged_page(
    desks: Callable[..., Desk], width: int, height: int
) -> None:
    desk = desks(viewport={"width": width, "height": height})
    desk.sign_up()
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="22000", party="dealer")
    tab = desk.talk(negotiation)
    tab.choose("Dealer said")
    tab.page.get_by_label("What the dealer said or wrote").fill("$21,900, and a $499 doc fee.")
    send = tab.button("Add the dealer’s message")
    send.scroll_into_view_if_needed()
    expect(send).to_be_in_viewport(ratio=1)
    tab.shoot(f"dealer-box-{width}")
    tab.choose("Bargain")
    tab.press("Accept a price")
    tab.button("Accept $22,000").click()
    confirm = tab.button("Accept $22,000 above my limit")
    expect(confirm).to_be_in_viewport(ratio=1)
    tab.at_rest()
    assert confirm.evaluate("one => one.scrollWidth <= one.clientWidth")
    tab.shoot(f"accept-above-limit-{width}")
    assert tab.overflow() == 0


def test_on_a_phone_the_suggestion_is_one_tap_away(phone: Desk) -> None:
    tab = phone.talk(phone.negotiate())
    tab.button("Offer $17,400").tap()
    tab.advice(2).wait_for()
    tab.choose("Bargain")
    expect(tab.figure("Your last offer")).to_contain_text("$17,400")


def test_the_page_of_the_api_works_by_itself(desks: Callable[..., Desk]) -> None:
    tab = desks().tab("/docs")
    expect(tab.page.get_by_text("/api/v1/negotiations", exact=True).first).to_be_visible()
    tab.shoot("docs")
