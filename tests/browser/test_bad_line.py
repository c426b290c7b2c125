"""A line that is cut: the page says so, goes on without it, and comes back without a double."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Route, expect

from stack.running import Stack
from tests.browser.desk import Desk, SocketCutter, Tab, heard
from tests.support.waiting import wait_for

RECONNECTING = re.compile(r"Reconnecting \d/5")


def cut_until_it_gives_up(tab: Tab, cutter: SocketCutter) -> None:
    """Cut the socket, and let the page's clock run on through its five tries."""
    chips = tab.note_chips()
    cutter.cut()

    def is_offline() -> bool:
        tab.page.clock.fast_forward(10_000)
        return tab.chip("Offline").is_visible()

    wait_for(is_offline, what="five tries", every=0.1)
    assert chips() == [*(f"Reconnecting {number}/5" for number in range(1, 6)), "Offline"]


def test_without_a_socket_the_page_goes_on_by_polling(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.tab()
    cutter = SocketCutter(tab.page)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.chip("Live")).to_be_visible()
    cutter.cut()
    expect(tab.chip(RECONNECTING)).to_be_visible()
    tab.shoot("reconnecting")
    tab.ask("Are you there?")
    tab.advice(2).wait_for()
    expect(tab.bubbles.filter(has_text="Are you there?")).to_have_count(1)
    expect(tab.chip("Live")).to_have_count(0)
    cutter.mend()
    expect(tab.chip("Live")).to_be_visible()
    expect(tab.bubbles).to_have_count(3)


def test_after_five_tries_it_says_so_and_a_poll_brings_the_socket_back(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.tab()
    tab.page.clock.install()
    cutter = SocketCutter(tab.page)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.chip("Live")).to_be_visible()
    cut_until_it_gives_up(tab, cutter)
    notice = tab.page.get_by_role("alert").filter(has_text="The live line is down")
    expect(notice).to_contain_text("messages are fetched every 3 seconds")
    tab.shoot("offline")
    cutter.mend()
    tab.page.clock.fast_forward(10_000)
    expect(tab.chip("Live")).to_be_visible()
    expect(notice).to_have_count(0)


def test_the_button_reconnects_at_once(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.tab()
    tab.page.clock.install()
    cutter = SocketCutter(tab.page)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.chip("Live")).to_be_visible()
    tab.page.route("**/events?after=*", lambda route: route.abort())
    cut_until_it_gives_up(tab, cutter)
    expect(tab.page.get_by_role("alert")).to_contain_text("Nothing gets through right now")
    cutter.mend()
    tab.press("Reconnect")
    expect(tab.chip("Live")).to_be_visible()


def test_a_cut_network_loses_nothing_and_doubles_nothing(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab, watcher = desk.talk(negotiation), desk.talk(negotiation)
    expect(tab.chip("Live")).to_be_visible()
    desk.context.set_offline(True)
    expect(tab.chip(RECONNECTING)).to_be_visible()
    tab.ask("Sent into the void")
    for each in (tab, watcher):
        waiting = each.bubbles.filter(has_text="Sent into the void")
        expect(waiting).to_contain_text("Waiting to be sent.")
    tab.shoot("waiting-to-be-sent")
    desk.context.set_offline(False)
    expect(tab.chip("Live")).to_be_visible()
    for each in (tab, watcher):
        each.advice(2).wait_for()
        expect(each.bubbles).to_have_count(3)
        expect(each.page.get_by_text("Waiting to be sent.")).to_have_count(0)


def test_an_answer_that_is_lost_on_the_way_is_not_sent_twice(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())

    def swallow(route: Route) -> None:
        route.fetch()
        route.abort()

    tab.page.route("**/chat", swallow, times=1)
    tab.ask("Once only, please")
    tab.advice(2).wait_for()
    expect(tab.bubbles.filter(has_text="Once only, please")).to_have_count(1)
    expect(tab.page.get_by_text("Not sent.")).to_have_count(0)
    expect(tab.bubbles).to_have_count(3)


def test_a_gateway_that_dies_is_waited_for(desk: Desk, stack: Stack) -> None:
    tab = desk.talk(desk.negotiate())
    expect(tab.chip("Live")).to_be_visible()
    with gateway_down(stack):
        expect(tab.chip(RECONNECTING)).to_be_visible()
        tab.ask("While you were away")
        expect(tab.page.get_by_text("Waiting to be sent.")).to_be_visible()
    expect(tab.chip("Live")).to_be_visible()
    tab.advice(2).wait_for()
    expect(tab.bubbles).to_have_count(3)


@contextmanager
def gateway_down(stack: Stack) -> Iterator[None]:
    """Without a gateway; it is there again for whoever comes next, also when the test fails."""
    try:
        with stack.down("gateway"):
            yield
    finally:
        stack.wait_ready()


def test_what_the_page_still_lacks_when_the_line_breaks_is_fetched_once_it_is_back(
    desk: Desk,
) -> None:
    """The chart and a dialog are files of their own: their absence takes nothing else away."""
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="17400", party="buyer")
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    names = ["CourseChart", "DraftDialog", "ReadAloudButton"]
    scripts = [f"**/assets/{name}-*.js" for name in names]
    style = "**/assets/DraftDialog-*.css"
    for what in (*scripts, style, "**/healthz"):
        desk.context.route(what, refuse)
    tab = desk.talk(negotiation)
    tab.button("Draft for the dealer").last.click()
    heard(tab.page, lambda: {kind_of(url) for url in refused} >= {*names, "healthz"}, "all missing")
    tab.ask("Is it worth it?")
    tab.advice(3).wait_for()
    for what in scripts:
        desk.context.unroute(what)
    refused.clear()
    heard(tab.page, lambda: sum(url.endswith(".css") for url in refused) >= 2, "not without style")
    expect(tab.page.get_by_role("dialog")).to_have_count(0)
    desk.context.unroute(style)
    desk.context.unroute("**/healthz")
    expect(tab.page.get_by_role("dialog")).to_be_visible()
    styles = "() => [...document.styleSheets].map((sheet) => sheet.href)"
    assert {"DraftDialog"} <= {kind_of(url) for url in tab.page.evaluate(styles)}
    tab.page.keyboard.press("Escape")
    expect(tab.page.locator(".recharts-line-dots circle")).to_have_count(1)
    expect(tab.button("Read aloud").first).to_be_visible()


def kind_of(url: str) -> str:
    """What a file of the build is, without what names its content."""
    return url.rsplit("/", 1)[-1].split("-", maxsplit=1)[0]


def test_a_refusal_of_the_server_keeps_the_text_and_gives_the_reason(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    tab.choose("My offer")
    tab.page.get_by_label("The amount you offered the dealer").fill("18,000")
    tab.page.route("**/offers", lambda route: close_first(desk, negotiation, route), times=1)
    tab.press("Add my offer of $18,000")
    expect(tab.page.get_by_text("The negotiation is over")).to_be_visible()
    refused = tab.bubbles.filter(has_text="$18,000")
    expect(refused).to_contain_text("Not sent.")
    tab.shoot("refused")
    tab.ask("Can I still ask?")
    expect(tab.page.locator("article[data-who=you]").filter(has_text="Can I still")).to_be_visible()
    tab.page.reload()
    expect(refused).to_contain_text("Not sent.")
    refused.get_by_role("button", name="Discard").click()
    expect(refused).to_have_count(0)


def close_first(desk: Desk, negotiation: str, route: Route) -> None:
    """Walk away in another place just before the page's offer arrives."""
    desk.post(negotiation, "walk-away")
    route.continue_()
