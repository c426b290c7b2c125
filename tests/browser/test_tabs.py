"""Two tabs of the same buyer, and a tab that is loaded again, show the same."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.support.waiting import wait_for


def test_two_tabs_show_the_same(desk: Desk) -> None:
    negotiation = desk.negotiate()
    one, other = desk.talk(negotiation), desk.talk(negotiation)
    one.press("Offer this: $17,400")
    other.ask("Is the mileage high?")
    for tab in (one, other):
        tab.advice(3).wait_for()
        expect(tab.bubbles).to_have_count(5)
    wait_for(lambda: one.texts() == other.texts(), what="the same talk in both tabs")
    one.page.reload()
    one.advice(3).wait_for()
    wait_for(lambda: one.texts() == other.texts(), what="the same talk after a reload")


def test_what_is_typed_survives_a_reload_and_stays_in_its_tab(desk: Desk) -> None:
    negotiation = desk.negotiate()
    one, other = desk.talk(negotiation), desk.talk(negotiation)
    one.box.fill("not yet sent")
    one.page.reload()
    expect(one.box).to_have_value("not yet sent")
    expect(other.box).to_have_value("")


def test_a_reader_further_up_is_left_alone(desk: Desk) -> None:
    negotiation = desk.negotiate()
    for number in range(3):
        desk.post(negotiation, "chat", content=f"Question number {number}.")
    tab = desk.talk(negotiation)
    tab.advice(4).wait_for()
    tab.scroll_to_top()
    desk.post(negotiation, "chat", content="From elsewhere.")
    tab.button("New messages").wait_for()
    expect(tab.bubbles.filter(has_text="From elsewhere.")).to_be_attached()
    assert tab.at_rest().scroller.evaluate("box => box.scrollTop") == 0
    tab.press("New messages")
    expect(tab.bubbles.filter(has_text="From elsewhere.")).to_be_visible()
