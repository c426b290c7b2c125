"""What the page shows while the line is bad, gone, or leads to a server in trouble."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.desk import Desk, SocketCutter, Tab, at_rest
from tests.browser.places import open_talk
from tests.browser.test_offline import wait_until_installed, wait_until_kept
from tests.support.waiting import wait_for

State = tuple[str, Page]

LIST = re.compile(r"/api/v1/negotiations(\?.*)?$")


def bad_line(desk: Desk, negotiation: str) -> Iterator[State]:
    """A socket that breaks, and messages that do not get through."""
    tab = desk.tab()
    page = tab.page
    page.clock.install()
    cutter = SocketCutter(page)
    open_talk(page, negotiation)
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

    wait_for(gives_up, what="five tries", every=0.3)
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


def without_a_line(desk: Desk, tab: Tab, negotiation: str) -> Iterator[State]:
    """What this browser kept, shown without a line; and a page that is not the newest."""
    page = tab.page
    open_talk(page, negotiation)
    wait_until_installed(page)
    wait_until_kept(tab, negotiation)
    page.evaluate("window.fetch = async () => new Response('another build')")
    page.evaluate("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))")
    page.locator("#root > [role=status] button").last.wait_for()
    yield "newer-version", page
    desk.context.set_offline(True)
    open_talk(page, negotiation)
    page.locator("[role=alert]").first.wait_for()
    yield "kept-talk", page
    page.goto("/negotiations")
    page.locator("main li").first.wait_for()
    page.locator("main [role=alert]").wait_for()
    yield "kept-list", page
    page.goto("/negotiations/new")
    page.locator("main form").wait_for()
    desk.context.set_offline(False)


def in_trouble(desk: Desk, page: Page) -> Iterator[State]:
    """Nothing there, nobody there, nonsense there; and a login that ended meanwhile."""
    page.goto(f"/negotiations/{uuid.uuid4()}")
    page.locator("main h1").wait_for()
    yield "not-found", page
    page.goto("/no/such/screen")
    page.locator("main h1").wait_for()
    yield "no-such-screen", page
    page.route("**/auth/me", lambda route: route.abort())
    page.route(LIST, lambda route: route.abort())
    page.evaluate("localStorage.removeItem('adg.user')")
    page.goto("/negotiations")
    page.locator("main h1").wait_for()
    yield "unreachable", page
    page.unroute("**/auth/me")
    page.unroute(LIST)
    nonsense = {"items": [{"id": "1"}], "total": 1, "next_cursor": None}
    page.route(LIST, lambda route: route.fulfill(json=nonsense))
    page.goto("/negotiations")
    page.locator("main > button").wait_for()
    yield "broken", page
    page.unroute(LIST)
    page.goto("/negotiations")
    page.locator("main li").first.wait_for()
    page.locator("input[type=search]").focus()
    at_rest(page)
    desk.context.clear_cookies()
    page.keyboard.type("any")  # wherever the focus is by then: the page may have noticed by itself
    page.locator("main input[type=email]").wait_for()
    yield "login-ended", page
