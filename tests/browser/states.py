"""Every screen of the page and the states that it can be in, one after the other.

What is looked for is looked for by its place, not by its words: the walk is the same in every
language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page, Route

from tests.browser.desk import Desk, Tab
from tests.browser.line_states import bad_line, in_trouble, without_a_line
from tests.browser.list_states import list_states
from tests.browser.places import (
    DIALOG,
    PRICES,
    SEND,
    choose,
    close_dialog,
    open_talk,
    show_bargain,
    with_icon,
)
from tests.browser.test_voice import EARS, MOUTH

State = tuple[str, Page]


def every_state(desk: Desk, language: str) -> Iterator[State]:
    """Leads the page from state to state, and names each once it is there."""
    desk.context.add_init_script(EARS + MOUTH)
    tab = desk.tab("/login")
    yield from _entrance(tab)
    desk.sign_up()
    desk.speak(language)
    yield from _list_and_form(tab)
    bargained = _bargained(desk)
    yield from _talk(tab, bargained)
    yield from _voice(tab.page)
    yield from _dialogs(tab.page)
    yield from _bargain(tab)
    yield from _replies(tab, bargained)
    yield from bad_line(desk, bargained)
    yield from _closed(desk, tab, bargained)
    yield from list_states(tab.page)
    yield from without_a_line(desk, tab, bargained)
    yield from in_trouble(desk, tab.page)
    yield from _docs(tab.page)


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
    open_talk(page, negotiation)
    page.locator("[data-found-price]").wait_for()
    yield "talk-ask", page
    page.locator("main textarea").fill("x" * 2001)
    page.locator("form [role=alert]").wait_for()
    yield "talk-too-long", page
    page.locator("main textarea").fill("")
    choose(page, "offer")
    page.locator(f"main form {PRICES}").fill("18.500")
    page.locator("main form [role=group]").wait_for()
    yield "talk-offer", page
    choose(page, "dealer")
    page.locator("main form textarea").fill("$21,900, and it is yours.")
    yield "talk-dealer", page
    page.locator("header button[data-phase]").hover()
    page.locator("[role=tooltip]").wait_for()
    yield "line-hint", page
    page.locator("button[aria-haspopup=menu]").click()
    page.locator("[role=menu]").wait_for()
    yield "account-menu", page
    page.locator("[role=menuitem]").nth(2).click()
    page.locator(f"{DIALOG} button").nth(1).wait_for()
    yield "notifications", page
    close_dialog(page)
    choose(page, "chat")


def _voice(page: Page) -> Iterator[State]:
    with_icon(page, "mic").click()
    page.locator(f"{DIALOG} button").nth(2).wait_for()
    yield "before-dictating", page
    page.locator(f"{DIALOG} button").nth(2).click()
    page.locator("main form p[role=status]:not([hidden])").wait_for()
    page.locator(DIALOG).wait_for(state="detached")
    yield "dictating", page
    with_icon(page, "square").last.click()
    with_icon(page, "mic").wait_for()
    with_icon(page, "volume-2").last.press("Enter")
    page.locator(f"{DIALOG} button").nth(2).wait_for()
    yield "before-reading", page
    close_dialog(page)


def _dialogs(page: Page) -> Iterator[State]:
    with_icon(page, "pen-line").last.click()
    page.locator(f"{DIALOG} select").wait_for()
    page.locator(f"{DIALOG} textarea, {DIALOG} pre").first.wait_for()
    yield "draft", page
    close_dialog(page)
    page.keyboard.press("?")
    page.locator(f"{DIALOG} kbd").first.wait_for()
    yield "shortcuts", page
    close_dialog(page)
    page.keyboard.press("o")
    page.locator(f"{DIALOG} {PRICES}").wait_for()
    yield "offer", page
    close_dialog(page)


def _bargain(tab: Tab) -> Iterator[State]:
    page = tab.page
    show_bargain(page)
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
    close_dialog(page)
    walk_away.click()
    page.locator(f"{DIALOG} ul").wait_for()
    yield "walk-away", page
    close_dialog(page)
    page.locator("aside [role=switch]").click()
    yield "limits-hidden-or-shown", page
    page.locator("aside [role=switch]").click()


def _replies(tab: Tab, negotiation: str) -> Iterator[State]:
    """The newest advice as if its writing had not gone well."""
    page = tab.page
    for status, content in {"streaming": "", "stopped": "Half a", "failed": ""}.items():
        events = f"**/api/v1/negotiations/{negotiation}/events?*"
        page.route(events, _rewriting(status, content))
        open_talk(page, negotiation)
        page.locator("article[data-who=adviser]").last.locator("button").last.wait_for()
        yield f"reply-{status}", page
        page.unroute_all(behavior="ignoreErrors")


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


def _closed(desk: Desk, tab: Tab, negotiation: str) -> Iterator[State]:
    page = tab.page
    left = desk.negotiate()
    desk.post(left, "walk-away")
    desk.negotiate(max_rounds=2)
    desk.post(negotiation, "accept", amount="20500")
    open_talk(page, negotiation)
    show_bargain(page)
    page.locator("aside section[data-status=agreed]").wait_for()
    yield "agreed", page
    open_talk(page, left)
    show_bargain(page)
    page.locator("aside section[data-status=walked_away]").wait_for()
    yield "walked-away", page


def _docs(page: Page) -> Iterator[State]:
    page.goto("/docs")
    page.locator(".opblock").first.wait_for()
    yield "docs", page
