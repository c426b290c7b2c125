"""On a phone: the bar under the talk, and the bargain a swipe away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk, Tab

SWIPE = 260
STEPS = 12
PANE = "[data-pane={}]"


def swipe(tab: Tab, over: Locator, across: int = 0, down: int = 0) -> None:
    """Move a finger over something, so many pixels, and let go."""
    tab.at_rest()
    box = over.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    debugger = tab.page.context.new_cdp_session(tab.page)
    for step in range(STEPS + 1):
        way = step / STEPS - 0.5
        point = {"x": middle[0] + across * way, "y": middle[1] + down * way}
        touch = {"type": "touchMove" if step else "touchStart", "touchPoints": [point]}
        debugger.send("Input.dispatchTouchEvent", touch)
    debugger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    debugger.detach()


def rest(tab: Tab) -> float:
    """How far down the messages are scrolled, once they stand still."""
    return float(tab.at_rest().scroller.evaluate("box => box.scrollTop"))


def pane(tab: Tab, name: str) -> Locator:
    """One of the two panes."""
    return tab.page.locator(PANE.format(name))


def expect_shown(tab: Tab, name: str) -> None:
    """One pane fills the window and can be used; the other one can not, and its button says so."""
    label = {"talk": "Talk", "bargain": "Bargain"}[name]
    expect(tab.page.get_by_role("radio", name=label, exact=True)).to_be_checked()
    expect(pane(tab, name)).to_be_in_viewport(ratio=0.99)
    expect(pane(tab, name)).not_to_have_attribute("inert", "")
    other = {"talk": "bargain", "bargain": "talk"}[name]
    expect(pane(tab, other)).to_have_attribute("inert", "")
    expect(pane(tab, other)).not_to_be_in_viewport()


@pytest.fixture
def tab(phone: Desk) -> Tab:
    """A phone on a talk of some length."""
    negotiation = phone.negotiate()
    phone.post(negotiation, "offers", amount="18000", party="buyer")
    phone.post(negotiation, "offers", amount="23000", party="dealer")
    phone.wait_at_rest(negotiation, 3)
    tab = phone.talk(negotiation)
    tab.advice(3).wait_for()
    return tab


def test_a_finger_leads_to_the_bargain_and_back_to_the_same_place_of_the_talk(tab: Tab) -> None:
    tab.scroll_to_top()
    swipe(tab, tab.scroller, down=-150)
    place = rest(tab)
    assert place > 0
    swipe(tab, tab.scroller, across=-SWIPE)
    expect_shown(tab, "bargain")
    expect(tab.figure("Your last offer")).to_contain_text("$18,000")
    tab.shoot("swiped-to-the-bargain")
    swipe(tab, tab.figure("Your last offer"), across=SWIPE)
    expect_shown(tab, "talk")
    assert rest(tab) == pytest.approx(place, abs=1)
    assert tab.overflow() == 0


def test_up_and_down_is_not_sideways_and_a_chart_holds_no_finger_back(tab: Tab) -> None:
    place = rest(tab)
    swipe(tab, tab.scroller, down=300)
    assert rest(tab) < place
    expect_shown(tab, "talk")
    tab.choose("Bargain")
    expect_shown(tab, "bargain")
    chart = tab.page.locator(".recharts-line-dots circle").first
    chart.scroll_into_view_if_needed()
    tab.shoot("chart-phone")
    swipe(tab, tab.page.locator(".recharts-surface").first, across=SWIPE)
    expect_shown(tab, "talk")


def test_the_focus_is_never_left_out_of_sight(tab: Tab) -> None:
    tab.box.tap()
    expect(tab.box).to_be_focused()
    swipe(tab, tab.scroller, across=-SWIPE)
    expect_shown(tab, "bargain")
    expect(pane(tab, "bargain")).to_be_focused()
    tab.key("Tab")
    assert tab.page.evaluate("document.activeElement.closest('aside') !== null")
    tab.press("The dealer said…")
    expect_shown(tab, "talk")
    expect(tab.page.get_by_label("What the dealer said or wrote")).to_be_focused()


def test_by_keyboard_the_panes_change_and_the_focus_stays_on_their_switch(tab: Tab) -> None:
    switch = tab.page.get_by_role("radio", name="Talk", exact=True)
    switch.focus()
    tab.key("ArrowRight")
    expect_shown(tab, "bargain")
    expect(tab.page.get_by_role("radio", name="Bargain", exact=True)).to_be_focused()


def bar(tab: Tab) -> Locator:
    """What stands between the talk and the composer."""
    return tab.page.get_by_role("region", name="Where the bargain stands")


def test_the_bar_shows_both_sides_and_the_next_move(phone: Desk) -> None:
    negotiation = phone.negotiate()
    tab = phone.talk(negotiation)
    expect(bar(tab)).to_contain_text(re.compile(r"Dealer asks\s*\$25,000\s*You offered\s*–"))
    phone.post(negotiation, "offers", amount="18000", party="buyer")
    phone.post(negotiation, "offers", amount="23000", party="dealer")
    expect(bar(tab)).to_contain_text(re.compile(r"Dealer asks\s*\$23,000\s*You offered\s*\$18,000"))
    phone.wait_at_rest(negotiation, 3)
    expect(bar(tab).get_by_role("button", name="Offer $18,180")).to_be_in_viewport(ratio=1)
    expect(bar(tab)).to_contain_text(re.compile(r"Suggested · Hold\s*\$18,180"))
    phone.post(negotiation, "accept", amount="20500")
    expect(bar(tab)).to_contain_text("Agreed at $20,500. $4,500 under the asking price.")
    expect(bar(tab).get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 400), (640, 512)])
def test_what_is_typed_stays_in_sight_and_nothing_is_cut_off(
    desks: Callable[..., Desk], width: int, height: int
) -> None:
    desk = desks(viewport={"width": width, "height": height})
    desk.sign_up()
    tab = desk.talk(desk.negotiate())
    tab.box.fill("What now?")
    for control in (tab.box, tab.button("Send"), bar(tab)):
        expect(control).to_be_in_viewport(ratio=1)
    tab.shoot(f"composer-{width}-{height}")
    tab.choose("Dealer said")
    said = tab.page.get_by_label("What the dealer said or wrote")
    said.fill("All we can do is this.\n" * 8 + "$21,900, and a $499 doc fee.")
    add = tab.button("Add the dealer’s message")
    for control in (add, said, tab.page.get_by_role("radio", name="Ask").locator("xpath=..")):
        control.scroll_into_view_if_needed()
        expect(control).to_be_in_viewport(ratio=0.98)  # an edge may fall between pixels
    tab.scroller.scroll_into_view_if_needed()
    expect(tab.scroller).to_be_in_viewport(ratio=0.5)
    assert tab.overflow() == 0
