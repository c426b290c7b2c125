"""Sockets last as long as their login: logging out closes them, refreshing keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
from sqlalchemy import update

from backend.storage.engine import Database
from backend.storage.models import Login
from stack.running import Stack
from tests.e2e.people import Browser, Tab, browser

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


def last_for(stack: Stack, page: Browser, lasting: timedelta) -> None:
    """Set how long a login's access lasts."""
    claims = jwt.decode(page.session.cookies["access_token"], options={"verify_signature": False})
    database = Database(stack.database_url)
    with database.write() as session:
        session.execute(
            update(Login)
            .where(Login.id == UUID(claims["login"]))
            .values(access_expires_at=datetime.now(UTC) + lasting)
        )
    database.close()


def test_refreshing_keeps_the_sockets_of_a_login(stack: Stack, page: Browser) -> None:
    with browser(stack.base_url) as idle, page.tab() as kept, idle.tab() as lost:
        last_for(stack, page, timedelta(seconds=3))
        assert page.auth("refresh", csrf="csrf_refresh_token").status_code == 200
        last_for(stack, idle, timedelta(seconds=3))
        lost.wait(ended, "auth_expired of the login that was not refreshed")
        assert kept.call("unsubscribe", CALL) == {"status": "ok"}
        assert kept.named("auth_expired") == []


def test_a_program_extends_its_socket_by_a_fresh_token(stack: Stack, page: Browser) -> None:
    with page.tab() as tab, browser(stack.base_url) as idle, idle.tab() as lost:
        last_for(stack, page, timedelta(seconds=3))
        fresh = page.session.cookies["access_token"]
        assert page.auth("refresh", csrf="csrf_refresh_token").status_code == 200
        assert page.session.cookies["access_token"] != fresh
        token = page.session.cookies["access_token"]
        assert tab.call("authenticate", {"token": token}) == {"status": "ok"}
        last_for(stack, idle, timedelta(seconds=3))
        lost.wait(ended, "the end of the other")
        assert tab.is_open
