"""Every screen of the page and the states that it can be in, one after the other.

What is looked for is looked for by its place, not by its words: the walk is the same in every
language.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page, Route

from tests.browser.desk import Desk, SocketCutter, Tab
from tests.support.waiting import wait_for

State = tuple[str, Page]

PRICES = "input[inputmode=decimal]"
SEND = "form button[type=submit]"
DIALOG = "[role=dialog]"


def every_state(desk: Desk, language: str) -> Iterator[State]:
    """Leads the page from state to state, and names each once it is there."""
    tab = desk.tab("/login")
    yield from _entrance(tab)
    desk.sign_up()
    desk.speak(language)
    yield from _list_and_form(tab)
    bargained = _bargained(desk)
    yield from _talk(tab, bargained)
    yield from _bargain(tab)
    yield from _replies(tab, bargained)
    yield from _bad_line(desk, bargained)
    yield from _closed(desk, tab, bargained)
    yield from _elsewhere(tab)


def _bargained(desk: Desk) -> str:
    negotiation = desk.negotiate(max_rounds=4)
    desk.post(negotiation, "offers", amount="18000", party="buyer", note="by phone")
    desk.post(negotiation, "offers", amount="22000", party="dealer")
    desk.post(negotiation, "chat", content="What now?")
    words = "We can do $21,400 plus a $499 doc fee."
    desk.post(negotiation, "dealer-messages", content=words, channel="email")
    desk.wait_at_rest(negotiation, 5)
    return negotiation


def _entrance(tab: Tab) -> Iterator[State]:
    page = tab.page
    page.locator("main input[type=email]").wait_for()
    yield "entrance", page
    page.locator(SEND).click()
    page.locator("[aria-invalid=true]").first.wait_for()
    yield "entrance-errors", page
    page.locator("form button[type=button]").last.click()
    page.locator("input[autocomplete=new-password]").wait_for()
    yield "sign-up", page


def _list_and_form(tab: Tab) -> Iterator[State]:
    page = tab.page
    page.goto("/negotiations")
    page.locator("main section h2").wait_for()
    yield "list-empty", page
    page.locator("main a").last.click()
    page.locator("main summary").click()
    yield "new", page
    page.locator(SEND).last.click()
    page.locator("[aria-invalid=true]").first.wait_for()
    page.locator(PRICES).nth(0).fill("25,000")
    page.locator(PRICES).nth(1).fill("30.500")
    page.locator("main [role=group]").wait_for()
    yield "new-errors", page


def _talk(tab: Tab, negotiation: str) -> Iterator[State]:
    page = tab.page
    _open(page, negotiation)
    page.locator("article div[role=status]").wait_for()
    yield "talk-ask", page
    page.locator("main textarea").fill("x" * 2001)
    page.locator("form [role=alert]").wait_for()
    yield "talk-too-long", page
    page.locator("main textarea").fill("")
    _choose(page, "offer")
    page.locator(f"main form {PRICES}").fill("18.500")
    page.locator("main form [role=group]").wait_for()
    yield "talk-offer", page
    _choose(page, "dealer")
    page.locator("main form textarea").fill("$21,900, and it is yours.")
    yield "talk-dealer", page
    page.locator("header button[data-phase]").hover()
    page.locator("[role=tooltip]").wait_for()
    yield "line-hint", page
    page.locator("button[aria-haspopup=menu]").click()
    page.locator("[role=menu]").wait_for()
    yield "account-menu", page
    page.keyboard.press("Escape")
    _choose(page, "chat")


def _bargain(tab: Tab) -> Iterator[State]:
    page = tab.page
    _show_bargain(page)
    page.locator("aside [aria-pressed]").click()
    page.locator(".recharts-line-dots circle").first.wait_for()
    yield "bargain", page
    page.locator("aside section").last.locator("button").click()
    yield "course-table", page
    accept, walk_away = page.locator("aside > div > button").all()[-2:]
    accept.click()
    page.locator(f"{DIALOG} input").wait_for()
    yield "accept", page
    page.locator(f"{DIALOG} button[type=submit]").click()
    page.locator(f"{DIALOG} input").wait_for(state="detached")
    yield "accept-above-limit", page
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="detached")
    walk_away.click()
    page.locator(f"{DIALOG} ul").wait_for()
    yield "walk-away", page
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="detached")


def _replies(tab: Tab, negotiation: str) -> Iterator[State]:
    """The newest advice as if its writing had not gone well."""
    page = tab.page
    for status, content in {"streaming": "", "stopped": "Half a", "failed": ""}.items():
        events = f"**/api/v1/negotiations/{negotiation}/events?*"
        page.route(events, _rewriting(status, content))
        _open(page, negotiation)
        page.locator("article[data-who=adviser]").last.locator("button").last.wait_for()
        yield f"reply-{status}", page
        page.unroute(events)


def _rewriting(status: str, content: str) -> Callable[[Route], None]:
    def rewrite(route: Route) -> None:
        answer = route.fetch()
        page: dict[str, Any] = answer.json()
        told = [event["message"] for event in page["events"] if "message" in event]
        advice = [message for message in told if message["kind"] == "advice"]
        for message in advice:
            if message["id"] == advice[-1]["id"]:
                message.update(status=status, content=content)
        route.fulfill(status=200, content_type="application/json", body=json.dumps(page))

    return rewrite


def _bad_line(desk: Desk, negotiation: str) -> Iterator[State]:
    tab = desk.tab()
    page = tab.page
    page.clock.install()
    cutter = SocketCutter(page)
    _open(page, negotiation)
    page.locator("header [data-phase=live]").wait_for()
    cutter.cut()
    page.locator("header [data-phase=reconnecting]").wait_for()
    # Of any tab: they send for each other.
    desk.context.route("**/chat", lambda route: route.abort())
    page.locator("main textarea").fill("Into the void")
    page.locator("main textarea").press("Enter")
    page.locator("article[data-who=you] [data-refused=false]").wait_for()
    yield "reconnecting-and-waiting", page

    def gives_up() -> bool:
        page.clock.fast_forward(10_000)
        return page.locator("header [data-phase=offline]").is_visible()

    wait_for(gives_up, 60, what="five tries", every=0.3)
    yield "offline", page
    desk.context.unroute("**/chat")
    desk.context.route(
        "**/chat",
        lambda route: route.fulfill(status=409, json={"code": "negotiation_closed", "detail": ""}),
    )
    page.locator("[data-refused=false] button").first.click()
    page.locator("[data-refused=true]").wait_for()
    yield "refused", page
    page.locator("[data-refused=true] button").last.click()
    desk.context.unroute("**/chat")
    page.close()


def _closed(desk: Desk, tab: Tab, negotiation: str) -> Iterator[State]:
    page = tab.page
    left = desk.negotiate()
    desk.post(left, "walk-away")
    desk.negotiate(max_rounds=2)
    desk.post(negotiation, "accept", amount="20500")
    _open(page, negotiation)
    _show_bargain(page)
    page.locator("aside section[data-status=agreed]").wait_for()
    yield "agreed", page
    _open(page, left)
    _show_bargain(page)
    page.locator("aside section[data-status=walked_away]").wait_for()
    yield "walked-away", page
    page.goto("/negotiations")
    page.locator("main li").nth(2).wait_for()
    yield "list", page


def _elsewhere(tab: Tab) -> Iterator[State]:
    page = tab.page
    page.goto(f"/negotiations/{uuid.uuid4()}")
    page.locator("main h1").wait_for()
    yield "not-found", page
    page.route("**/auth/me", lambda route: route.abort())
    page.goto("/negotiations")
    page.locator("main h1").wait_for()
    yield "unreachable", page
    page.unroute("**/auth/me")
    page.goto("/docs")
    page.locator(".opblock").first.wait_for()
    yield "docs", page


def _open(page: Page, negotiation: str) -> None:
    page.goto(f"/negotiations/{negotiation}")
    page.locator("article[data-who=adviser]").first.wait_for()


def _choose(page: Page, value: str) -> None:
    page.locator(f"input[type=radio][value={value}]").locator("xpath=..").click()


def _show_bargain(page: Page) -> None:
    """On a phone the bargain is behind a tab."""
    tab = page.locator("input[type=radio][value=bargain]")
    if tab.count():
        tab.locator("xpath=..").click()
    page.locator("aside").wait_for()
