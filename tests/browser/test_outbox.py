"""Unsent messages: they wait in the browser, are sent by themselves, once, and by their owner."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.desk import Desk, SocketCutter, Tab, heard
from tests.support.waiting import wait_for

WAITING = "Waiting to be sent."
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError')
}"""
DENIED = """for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, {
    get() { throw new DOMException('denied', 'SecurityError') },
  })
}"""
NO_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"


def keep_from_server(page: Page) -> Callable[[], None]:
    """Let no message of a tab through; returns what ends it."""

    def abort(route: Route) -> None:
        route.abort()

    page.route("**/chat", abort)
    return lambda: page.unroute("**/chat", abort)


def hold(route: Route) -> None:
    """Neither send it nor answer it: the request hangs, as on a bad line."""


def posted(desk: Desk, negotiation: str) -> list[str]:
    """What the server has of the buyer's, in its order."""
    answer = desk.context.request.get(f"/api/v1/negotiations/{negotiation}/events?limit=500")
    events = answer.json()["events"]
    return [
        event["message"]["content"]
        for event in events
        if event["type"] == "new_message" and event["message"]["role"] == "user"
    ]


def test_what_was_typed_offline_is_sent_in_order_when_the_line_is_back(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab, other = desk.talk(negotiation), desk.talk(negotiation)
    desk.context.set_offline(True)
    texts = ["First thought.", "Second thought.", "Third thought."]
    for text in texts:
        tab.ask(text)
    for each in (tab, other):
        expect(each.page.get_by_text(WAITING)).to_have_count(3)
    desk.context.set_offline(False)
    for each in (tab, other):
        each.advice(4).wait_for()
        expect(each.bubbles).to_have_count(7)
        expect(each.page.get_by_text(WAITING)).to_have_count(0)
    assert posted(desk, negotiation) == texts
    wait_for(lambda: tab.texts() == other.texts(), what="the same talk in both tabs")


def test_a_reload_keeps_what_waits_and_sends_it_without_a_click(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    let_through = keep_from_server(tab.page)
    tab.ask("Keep this text")
    expect(tab.said("Keep this text")).to_contain_text(WAITING)
    tab.page.reload()
    expect(tab.said("Keep this text")).to_contain_text(WAITING)
    let_through()
    tab.advice(2).wait_for()
    expect(tab.said("Keep this text")).to_have_count(1)
    assert posted(desk, negotiation) == ["Keep this text"]


def test_a_waiting_message_can_be_taken_back_and_changed(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    let_through = keep_from_server(tab.page)
    tab.ask("Not quite rihgt")
    expect(tab.said("Not quite rihgt")).to_contain_text(WAITING)
    tab.press("Edit")
    expect(tab.box).to_have_value("Not quite rihgt")
    expect(tab.page.get_by_text(WAITING)).to_have_count(0)
    let_through()
    tab.ask("Quite right")
    tab.advice(2).wait_for()
    assert posted(desk, negotiation) == ["Quite right"]


@pytest.mark.parametrize("script", ["", NO_LOCKS], ids=["locks", "no locks"])
def test_another_tab_takes_over_from_one_that_is_closed_while_it_sends(
    desk: Desk, script: str
) -> None:
    desk.context.add_init_script(script)
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    tab.page.route("**/chat", hold)
    with tab.page.expect_request("**/chat"):
        tab.ask("In the middle of it")
    other = desk.tab("/negotiations")
    expect(other.page.get_by_role("heading", name="Your negotiations")).to_be_visible()
    tab.page.close()
    wait_for(
        lambda: posted(desk, negotiation) == ["In the middle of it"],
        what="the message of the closed tab",
    )


def test_a_message_that_was_stored_without_an_answer_is_not_doubled(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    tab.page.route("**/events?after=*", lambda route: route.abort())
    cutter = SocketCutter(tab.page)
    tab.page.reload()
    tab.advice(1).wait_for()
    cutter.cut()

    def swallow(route: Route) -> None:
        route.fetch()

    tab.page.route("**/chat", swallow)
    tab.ask("Stored, and nobody said so")
    wait_for(lambda: posted(desk, negotiation), what="the message at the server")
    tab.page.close()
    again = desk.talk(negotiation)
    again.advice(2).wait_for()
    expect(again.said("Stored, and nobody said so")).to_have_count(1)
    expect(again.page.get_by_text(WAITING)).to_have_count(0)
    assert posted(desk, negotiation) == ["Stored, and nobody said so"]


def test_an_offer_waits_as_well_and_is_made_once(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    desk.context.set_offline(True)
    tab.press("Offer this: $17,400")
    expect(tab.said("$17,400")).to_contain_text(WAITING)
    expect(tab.button("Offer this: $17,400")).to_be_disabled()
    expect(tab.button("Offer this: $17,400")).to_have_text("Offer this: $17,400")
    tab.choose("Dealer said")
    tab.page.get_by_label("What the dealer said or wrote").fill("Come by today.")
    tab.press("Add the dealer’s message")
    expect(tab.page.get_by_text(WAITING)).to_have_count(2)
    tab.shoot("offer-waiting")
    desk.context.set_offline(False)
    tab.advice(3).wait_for()
    expect(tab.figure("Your last offer")).to_contain_text("$17,400")
    expect(tab.bubbles).to_have_count(5)


def test_a_login_that_ended_is_asked_for_and_loses_nothing(desks: Callable[..., Desk]) -> None:
    desk = desks()
    email = desk.sign_up()
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    tab.at_rest()  # what it asks by itself would tell it, too
    desk.context.clear_cookies()
    tab.ask("Typed just before the end")
    expect(tab.page.get_by_role("heading", name="Log in")).to_be_visible()
    desk.log_in(tab, email)
    tab.advice(2).wait_for()
    expect(tab.said("Typed just before the end")).to_have_count(1)
    assert posted(desk, negotiation) == ["Typed just before the end"]


def log_out(tab: Tab) -> None:
    """Through the menu."""
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Log out").click()
    expect(tab.page.get_by_role("heading", name="Log in")).to_be_visible()


def test_what_one_user_did_not_send_no_other_user_sends(desks: Callable[..., Desk]) -> None:
    desk = desks()
    second = desk.sign_up()
    first = desk.sign_up()
    negotiation = desk.negotiate()
    tab, idle = desk.talk(negotiation), desk.talk(negotiation)
    for each in (tab, idle):
        keep_from_server(each.page)
    tab.ask("For my eyes only")
    expect(tab.said("For my eyes only")).to_contain_text(WAITING)
    tab.press("Your account")
    expect(tab.page.get_by_role("status").filter(has_text="not sent yet")).to_be_visible()
    tab.shoot("log-out-with-unsent")
    tab.page.keyboard.press("Escape")
    log_out(tab)
    expect(idle.page.get_by_role("heading", name="Log in")).to_be_visible()
    for each in (tab, idle):
        each.page.unroute_all()
    desk.log_in(tab, second)
    expect(tab.page.get_by_text("There is nothing here")).to_be_visible()
    requests: list[str] = []
    desk.context.on("request", lambda request: requests.append(request.url))
    own = desk.negotiate()
    mine = desk.talk(own)
    mine.ask("From somebody else")
    mine.advice(2).wait_for()
    expect(mine.page.get_by_text("For my eyes only")).to_have_count(0)
    assert not [url for url in requests if negotiation in url and url.endswith("/chat")]
    log_out(mine)
    desk.log_in(mine, first)
    expect(mine.page.get_by_text("There is nothing here")).to_be_visible()
    mine.page.goto(f"/negotiations/{negotiation}")
    mine.advice(2).wait_for()
    assert posted(desk, negotiation) == ["For my eyes only"]


@pytest.mark.parametrize("script", [FULL, DENIED], ids=["full", "denied"])
def test_a_browser_that_stores_nothing_still_sends(desk: Desk, script: str) -> None:
    desk.context.add_init_script(script)
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    desk.context.set_offline(True)
    tab.ask("From memory")
    expect(tab.said("From memory")).to_contain_text(WAITING)
    desk.context.set_offline(False)
    tab.advice(2).wait_for()
    expect(tab.bubbles).to_have_count(3)


def test_a_gateway_that_ends_is_left_without_a_word(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.tab()
    cutter = SocketCutter(tab.page)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.chip("Live")).to_be_visible()
    tab.advice(1).wait_for()
    chips = tab.note_chips()
    cutter.say_goodbye(1_000)
    tab.ask("Between two gateways")
    tab.advice(2).wait_for()
    heard(tab.page, lambda: cutter.tries == 2, "the next gateway")
    tab.ask("On the next one")
    tab.advice(3).wait_for()
    expect(tab.bubbles).to_have_count(5)
    expect(tab.chip(re.compile("Live"))).to_be_visible()
    assert chips() == []
