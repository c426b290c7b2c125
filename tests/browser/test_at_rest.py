"""The tests' word for a page at rest: it names what is on its way, and is said when that ends."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Route

from tests.browser.desk import Desk, at_rest
from tests.support.waiting import wait_for

STYLES = "Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/held.css' })"
WAYS = {
    "1 request": ("void fetch('/held').then((answer) => answer.text())", "release()"),
    "1 timer": (
        "(function again() { timer = setTimeout(again, 700) })()",
        "clearTimeout(timer)",
    ),
    "1 frame": (
        "going = true; (function again() { if (going) requestAnimationFrame(again) })()",
        "going = false",
    ),
    "1 animation": (
        "moving = document.body.animate([{ opacity: 0 }, { opacity: 1 }], 600_000)",
        "moving.cancel()",
    ),
    "1 file": (f"document.head.appendChild({STYLES})", "release()"),
}
"""What keeps a page from its rest, how that begins and how it ends."""
TRY = "void atRest().then(() => { rested = true })"


def test_a_page_is_at_rest_once_nothing_is_on_its_way(desks: Callable[..., Desk]) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = desks().tab("/healthz").page  # no page of the product: nothing else is on its way
    page.route("**/held*", hold)
    at_rest(page)
    for kind, (begin, end) in WAYS.items():
        page.evaluate(f"{begin}; null")
        assert page.evaluate("notAtRest()") == [kind]
        page.evaluate(f"rested = false; {TRY}")
        for _ in range(3):
            page.locator("body").hover()  # takes two frames, which are not the page's own
        assert page.evaluate("rested") is False, kind
        if end == "release()":
            held.pop().fulfill(status=200, content_type="text/css", body="")
        else:
            page.evaluate(f"{end}; null")
        wait_for(lambda: page.evaluate("rested"), what=f"rest after {kind}")
        assert page.evaluate("notAtRest()") == []


def test_with_a_clock_of_the_tests_own_nothing_is_said_of_time(desks: Callable[..., Desk]) -> None:
    page = desks().tab("/healthz").page
    page.evaluate("void setTimeout(() => {}, 700)")
    page.clock.install()
    page.evaluate("void setTimeout(() => {}, 700)")
    page.clock.fast_forward(300)
    assert page.evaluate("notAtRest()") == []
    at_rest(page)
