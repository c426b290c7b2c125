"""What is measured: the plain page, and the product's with a short and with a long talk."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext

from bench.page.browser import WatchedPage, visitor
from bench.page.measuring import Opened, Place, Streamed, open_page, stream_into
from bench.page.stream import Stream
from bench.page.talks import Talk
from bench.servers import HOST, Server

RATE, SECONDS = 60, 6
ROWS = "main li[aria-posinset]"
SCROLL_UP = "rows => rows[0].closest('[role=group]').scrollTo(0, 0)"
SCROLL_DOWN = "rows => rows[0].closest('[role=group]').scrollTo(0, 1e9)"


@dataclass
class Subject:
    """A page that deltas are sent to, and what was found out about it."""

    name: str
    place: Place
    stream: Stream
    messages: int = 0
    opened: list[Opened] = field(default_factory=list)
    again: list[Opened] = field(default_factory=list)
    streamed: Streamed = field(default_factory=Streamed)
    unslowed: Streamed = field(default_factory=Streamed)

    def open_twice(self, browser: Browser, buyer: BrowserContext) -> None:
        """Open it in a browser that was never there, and once more."""
        with visitor(browser, storage_state=buyer.storage_state()) as fresh:
            self.opened.append(open_page(fresh, self.place))
            self.again.append(open_page(fresh, self.place))

    def shown(self, context: BrowserContext) -> WatchedPage:
        """A page with all of the talk in it, at its end, that hears of deltas."""
        watched = WatchedPage(context)
        watched.page.goto(self.place.url)
        watched.page.locator(self.place.live).wait_for()
        rows = watched.page.locator(ROWS)
        while self.messages and rows.last.get_attribute("aria-setsize") == "-1":
            rows.evaluate_all(SCROLL_UP)
            watched.page.wait_for_timeout(50)
        if self.messages:
            rows.evaluate_all(SCROLL_DOWN)
            watched.page.locator(f"{ROWS}[aria-posinset='{self.messages}']").wait_for()
        return watched

    def stream_into(self, watched: WatchedPage, attempt: int) -> None:
        """Stream its reply twice more: on a slowed CPU, and at the machine's own speed."""
        stream_into(watched, self.place, self.stream.again(2 * attempt), self.streamed)
        stream_into(watched, self.place, self.stream.again(2 * attempt + 1), self.unslowed, 1)


def plain_page(server: Server) -> Subject:
    """The peer's page."""
    room, _ = server.rooms[0]
    place = Place(f"http://{HOST}:{server.port}/page/{room}", "textarea", "body[data-live]")
    return Subject("peer", place, Stream(False, server.redis_url, room, room, 1, RATE, SECONDS))


def talk_page(name: str, server: Server, talk: Talk) -> Subject:
    """The product's page on a talk."""
    url = f"http://{HOST}:{server.port}/negotiations/{talk.negotiation_id}"
    place = Place(url, "main textarea", "header [data-phase=live]")
    ids = (talk.negotiation_id, talk.reply_id)
    stream = Stream(True, server.redis_url, *ids, 1, RATE, SECONDS)
    return Subject(name, place, stream, talk.messages)
