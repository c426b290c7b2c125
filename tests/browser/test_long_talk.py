"""A talk of thousands: little of it is in the document, and the reader keeps their place."""

from __future__ import annotations

import pytest
from playwright.sync_api import ElementHandle, Route, expect

from stack.running import Stack
from tests.browser.desk import Desk, Tab
from tests.support.long_talks import write_talk
from tests.support.waiting import wait_for

QUESTIONS = 1_500
MOST_IN_DOCUMENT = 60
OLDER = "**/events?before=*"

RESTING_PLACE = """async (bubble) => {
  await atRest('request')
  return bubble.isConnected ? bubble.getBoundingClientRect().y : null
}"""
IN_SIGHT = """(box) => atRest('request').then(() => [...box.querySelectorAll('article')].find(
  (bubble) => bubble.getBoundingClientRect().y > box.getBoundingClientRect().y + 80
))"""


@pytest.fixture
def long_talk(desk: Desk, stack: Stack) -> str:
    """A negotiation of some thousands of messages."""
    negotiation = desk.negotiate()
    desk.wait_at_rest(negotiation, replies=1)
    write_talk(stack.database_url, negotiation, QUESTIONS)
    return negotiation


def opened(desk: Desk, negotiation: str) -> Tab:
    """A tab on a long talk, at its end."""
    tab = desk.tab(f"/negotiations/{negotiation}")
    expect(tab.said(f"Question number {QUESTIONS - 1}.")).to_be_in_viewport()
    return tab


def seen_first(tab: Tab) -> ElementHandle:
    """The first bubble in the reader's sight, at rest."""
    return tab.scroller.evaluate_handle(IN_SIGHT).as_element() or pytest.fail("nothing in sight")


def place_of(bubble: ElementHandle) -> float:
    """Where it stands, at rest."""
    place = bubble.evaluate(RESTING_PLACE)
    assert place is not None, "what the reader saw was taken out of the document"
    return float(place)


def number_of(bubble: ElementHandle) -> int:
    """Its place among all that is loaded."""
    return int(bubble.evaluate("bubble => bubble.closest('li').ariaPosInSet"))


def wait_until_older(bubble: ElementHandle, than: int) -> None:
    """Wait until an older page stands before it."""
    wait_for(lambda: number_of(bubble) > than + 50, what="the older messages")


def test_little_is_in_the_document_and_every_older_page_leaves_the_reader_in_place(
    desk: Desk, long_talk: str
) -> None:
    tab = opened(desk, long_talk)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.page.route(OLDER, hold)
    for _ in range(4):
        with tab.page.expect_request(OLDER):
            tab.scroll_to_top()
        bubble = seen_first(tab)
        before, number = place_of(bubble), number_of(bubble)
        held.pop().continue_()
        wait_until_older(bubble, than=number)
        assert place_of(bubble) == pytest.approx(before, abs=3)
        assert tab.bubbles.count() < MOST_IN_DOCUMENT


def test_all_of_it_is_reached_in_order(desk: Desk, stack: Stack) -> None:
    negotiation = desk.negotiate()
    desk.wait_at_rest(negotiation, replies=1)
    write_talk(stack.database_url, negotiation, 70)
    tab = desk.tab(f"/negotiations/{negotiation}")
    expect(tab.said("Question number 69.")).to_be_in_viewport()
    first = tab.said("Question number 0.")
    seen: set[str] = set()

    def further_up() -> bool:
        tab.at_rest()
        seen.update(text.split(".")[0] for text in tab.said("Question number").all_inner_texts())
        tab.scroller.evaluate("box => box.scrollBy(0, -500)")
        return first.is_visible() and tab.scroller.evaluate("box => box.scrollTop") == 0

    wait_for(further_up, what="the first question")
    numbers = [int(text.split()[-1]) for text in seen]
    assert sorted(numbers) == list(range(70))
    expect(tab.button("Load earlier messages")).to_have_count(0)
    rows = tab.page.locator("ol > li[aria-posinset]")
    assert [row.get_attribute("aria-posinset") for row in rows.all()][:3] == ["1", "2", "3"]
    assert rows.first.get_attribute("aria-setsize") == "141"


def test_older_messages_that_do_not_come_are_asked_for_again(desk: Desk, long_talk: str) -> None:
    tab = opened(desk, long_talk)
    tab.page.route(OLDER, lambda route: route.abort())
    failed = tab.page.get_by_role("alert").filter(has_text="Earlier messages could not be loaded.")
    tab.scroll_to_top()
    expect(failed).to_be_visible()
    tab.shoot("older-failed")
    tab.page.unroute(OLDER)
    button = tab.button("Load earlier messages")
    bubble = seen_first(tab)
    number = number_of(bubble)
    button.press("Enter")
    wait_until_older(bubble, than=number)
    expect(failed).to_have_count(0)


def test_the_focus_stays_on_a_message_that_is_scrolled_away(desk: Desk, long_talk: str) -> None:
    tab = opened(desk, long_talk)
    button = tab.button("Copy").last
    button.focus()
    for _ in range(2):
        tab.scroll_to_top()
        tab.said("Question number").first.wait_for()
        expect(tab.said(f"Question number {QUESTIONS - 1}.")).not_to_be_in_viewport()
    expect(button).to_be_focused()
    expect(button).not_to_be_in_viewport()
    tab.key("Shift+Tab")
    expect(button).not_to_be_focused()
    tab.press("To the latest")
    expect(tab.scroller).to_be_focused()
    expect(button).to_be_in_viewport()


def test_sending_leads_back_to_the_end(desk: Desk, long_talk: str) -> None:
    tab = opened(desk, long_talk)
    tab.scroll_to_top()
    expect(tab.button("To the latest")).to_be_visible()
    tab.ask("And now?")
    expect(tab.said("And now?")).to_be_in_viewport()
    expect(tab.bubbles.last).to_have_attribute("data-status", "complete")
    expect(tab.bubbles.last).to_be_in_viewport()
    assert tab.bubbles.count() < MOST_IN_DOCUMENT
