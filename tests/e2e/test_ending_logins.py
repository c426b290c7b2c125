"""Sockets last as long as their login: logging out closes them, refreshing keeps them."""

from __future__ import annotations

from datetime import timedelta

from stack.running import Stack
from tests.e2e.people import Browser, Tab, browser
from tests.support.logins import end_access_in, let_pass

SOON = timedelta(minutes=5)
"""When both logins of a test would end, one of which is extended by more."""
LATER = SOON + timedelta(minutes=1)
CALL = {"negotiation_id": "01890000-0000-7000-8000-000000000000"}


def ended(tab: Tab) -> bool:
    return not tab.is_open and tab.named("auth_expired") == [{}]


def test_logging_out_closes_the_sockets_of_that_login(page: Browser, base_url: str) -> None:
    with (
        page.tab() as first,
        page.tab() as second,
        browser(base_url) as other,
        other.tab() as bystander,
    ):
        assert page.auth("logout", csrf="csrf_access_token").status_code == 204
        for tab in (first, second):
            tab.wait(ended, "auth_expired, then the end of the socket")
        assert bystander.call("unsubscribe", CALL) == {"status": "ok"}


def ends_soon(stack: Stack, page: Browser) -> str:
    """Have a login's access end soon; a token that names it."""
    token = page.session.cookies["access_token"]
    end_access_in(stack.database_url, token, SOON)
    return token


def test_refreshing_keeps_the_sockets_of_a_login(stack: Stack, page: Browser) -> None:
    with browser(stack.base_url) as idle, page.tab() as kept, idle.tab() as lost:
        tokens = [ends_soon(stack, page), ends_soon(stack, idle)]
        assert page.auth("refresh", csrf="csrf_refresh_token").status_code == 200
        let_pass(stack.database_url, tokens, LATER)
        lost.wait(ended, "auth_expired of the login that was not refreshed")
        assert kept.call("unsubscribe", CALL) == {"status": "ok"}
        assert kept.named("auth_expired") == []


def test_a_program_extends_its_socket_by_a_fresh_token(stack: Stack, page: Browser) -> None:
    with page.tab() as tab, browser(stack.base_url) as idle, idle.tab() as lost:
        tokens = [ends_soon(stack, page), ends_soon(stack, idle)]
        assert page.auth("refresh", csrf="csrf_refresh_token").status_code == 200
        token = page.session.cookies["access_token"]
        assert token != tokens[0]
        assert tab.call("authenticate", {"token": token}) == {"status": "ok"}
        let_pass(stack.database_url, tokens, LATER)
        lost.wait(ended, "the end of the other")
        assert tab.is_open
