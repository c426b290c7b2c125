"""A long answer is read from its beginning; only what is new is called new."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import Desk, Tab
from tests.support.waiting import wait_for

BEGINNING_PX = 60


def is_longer_than_the_talk(tab: Tab, number: int) -> bool:
    talk, advice = tab.scroller.bounding_box(), tab.advice(number).bounding_box()
    return bool(talk and advice and advice["height"] > talk["height"])


def below_the_top(tab: Tab, number: int) -> float:
    """How far below the talk's upper edge an advice begins (px)."""
    talk, advice = tab.scroller.bounding_box(), tab.advice(number).bounding_box()
    assert talk
    assert advice
    return advice["y"] - talk["y"]


def hidden_below(tab: Tab) -> float:
    """How much of the talk is further down than what is seen (px)."""
    script = "box => box.scrollHeight - box.clientHeight - box.scrollTop"
    return float(tab.scroller.evaluate(script))


def at_the_end(desk: Desk) -> tuple[str, Tab]:
    """A negotiation whose talk is longer than its window, and a tab at its end."""
    negotiation = desk.negotiate()
    for number in range(3):
        desk.post(negotiation, "chat", content=f"Question number {number}.")
    tab = desk.talk(negotiation)
    tab.advice(4).wait_for()
    wait_for(lambda: hidden_below(tab) <= 1, what="the end")
    return negotiation, tab


def test_a_long_answer_is_shown_from_its_beginning(phone: Desk) -> None:
    negotiation = phone.negotiate()
    tab = phone.talk(negotiation)
    phone.post(negotiation, "offers", amount=18_000, party="buyer")
    wait_for(lambda: is_longer_than_the_talk(tab, 2), what="more than fits")
    wait_for(lambda: 0 <= below_the_top(tab, 2) < BEGINNING_PX, what="its beginning")
    tab.at_rest().scroller.evaluate("box => box.scrollTop += 150")
    wait_for(lambda: below_the_top(tab, 2) < 0, what="it is read on")
    tab.page.reload()
    tab.advice(2).wait_for()
    wait_for(lambda: 0 <= below_the_top(tab, 2) < BEGINNING_PX, what="its beginning again")


def test_only_what_is_new_is_called_new(desk: Desk) -> None:
    negotiation, tab = at_the_end(desk)
    tab.scroll_to_top()
    expect(tab.button("To the latest")).to_be_visible()
    desk.post(negotiation, "chat", content="From elsewhere.")
    expect(tab.button("New messages")).to_be_visible()
    expect(tab.button("To the latest")).to_have_count(0)


def test_what_comes_is_told_to_who_has_gone_up_a_little(desk: Desk) -> None:
    negotiation, tab = at_the_end(desk)
    tab.scroll_up(by=60)
    expect(tab.button("To the latest")).to_have_count(0)
    desk.post(negotiation, "chat", content="From elsewhere.")
    expect(tab.button("New messages")).to_be_visible()


# Takes a list at its end up a little, and lets it grow before the browser tells of it.
SHRINK_AND_GROW = """async (box) => {
  const last = box.querySelector('li:last-child article')
  const frame = () => new Promise(requestAnimationFrame)
  for (const more of [60, 0, 300]) {
    last.style.marginBottom = `${more}px`
    if (more === 0) await new Promise((go) => setTimeout(go))
    else await frame().then(frame)
  }
}"""


def test_what_becomes_shorter_and_longer_again_is_followed(desk: Desk) -> None:
    _, tab = at_the_end(desk)
    tab.scroller.evaluate(SHRINK_AND_GROW)
    wait_for(lambda: hidden_below(tab) <= 1, what="the end again")
    expect(tab.button("To the latest")).to_have_count(0)
