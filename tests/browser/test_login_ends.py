"""A log-in that ends while the page is open: renewed without a trace, or asked for again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from stack.running import Stack
from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk
from tests.support.stacks import stack_options


@pytest.fixture(scope="module")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A product whose access tokens live for seconds."""
    options = stack_options(tmp_path_factory.mktemp("forgetful"), ACCESS_TOKEN_SECONDS="4")
    with Stack(options) as running:
        yield running


@pytest.fixture
def desk(chromium: Browser, forgetful: Stack) -> Iterator[Desk]:
    desk = Desk(chromium, forgetful.base_url, viewport=DESKTOP)
    desk.sign_up()
    yield desk
    desk.close()
    assert desk.complaints == []


def test_an_open_page_renews_its_login_and_stays_live(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.box.fill("typed before")
    with tab.page.expect_response("**/auth/refresh", timeout=20_000) as renewal:
        expect(tab.chip("Live")).to_be_visible()
    assert renewal.value.ok
    expect(tab.chip("Live")).to_be_visible()
    expect(tab.box).to_have_value("typed before")
    tab.box.press("Enter")
    tab.advice(2).wait_for()


def test_a_login_that_cannot_be_renewed_is_asked_for_again(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.box.fill("typed before")
    tab.page.route("**/auth/refresh", lambda route: route.fulfill(status=401, json={}))
    ended = tab.page.get_by_role("status").filter(has_text="Your log-in has ended")
    expect(ended).to_be_visible(timeout=20_000)
    assert tab.page.evaluate("Object.values(sessionStorage).join()").count("typed before") == 1
