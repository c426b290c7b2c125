"""A log-in that ends while the page is open: renewed without a trace, or asked for again."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from stack.running import Stack
from tests.browser.desk import Desk
from tests.support.logins import end_access_in


def end_access(desk: Desk, stack: Stack) -> None:
    """As if nothing had been asked for a quarter of an hour."""
    cookies = {str(cookie["name"]): str(cookie["value"]) for cookie in desk.context.cookies()}
    end_access_in(stack.database_url, cookies["access_token"], timedelta(seconds=-1))


def test_an_open_page_renews_its_login_and_stays_live(desk: Desk, stack: Stack) -> None:
    tab = desk.talk(desk.negotiate())
    expect(tab.chip("Live")).to_be_visible()
    tab.box.fill("typed before")
    with (
        tab.page.expect_websocket() as next_socket,
        tab.page.expect_response("**/auth/refresh") as renewal,
    ):
        end_access(desk, stack)
    assert renewal.value.ok
    assert "socket.io" in next_socket.value.url
    expect(tab.chip("Live")).to_be_visible()
    expect(tab.box).to_have_value("typed before")
    tab.box.press("Enter")
    tab.advice(2).wait_for()


def test_a_login_that_cannot_be_renewed_is_asked_for_again(desk: Desk, stack: Stack) -> None:
    tab = desk.talk(desk.negotiate())
    expect(tab.chip("Live")).to_be_visible()
    tab.box.fill("typed before")
    tab.page.route("**/auth/refresh", lambda route: route.fulfill(status=401, json={}))
    end_access(desk, stack)
    ended = tab.page.get_by_role("status").filter(has_text="Your log-in has ended")
    expect(ended).to_be_visible()
    assert tab.page.evaluate("Object.values(sessionStorage).join()").count("typed before") == 1
