"""What a growing answer makes the page draw where there is a layout: lines wrap, it scrolls."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import WebSocketRoute, expect

from bench.page.browser import PROBE
from bench.page.stream import LAST_WORD, words
from bench.page.talks import begin_reply
from stack.running import Stack
from tests.browser.desk import Desk

WORDS = 400
FRAME = "() => new Promise(requestAnimationFrame)"
HIDDEN_MS = 250
"""A page that waits longer for its frame draws without it; so it does on a machine that busy."""
STRAY = 2
"""Frames in which something else is drawn as well, such as the first words in place of the dots."""


def test_an_answer_that_grows_by_many_lines_is_drawn_once_a_frame(desk: Desk, stack: Stack) -> None:
    negotiation = desk.negotiate()
    desk.wait_at_rest(negotiation, replies=1)
    reply = str(begin_reply(stack.database_url, negotiation))
    say: list[Callable[[str], None]] = []

    def listen_in(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        say.append(socket.send)

    desk.context.route_web_socket("**/socket.io/**", listen_in)
    desk.context.add_init_script(PROBE)
    tab = desk.tab(f"/negotiations/{negotiation}")
    tab.chip("Live").wait_for()
    lines = tab.scroller.evaluate("box => box.scrollHeight")
    offset = 0
    for number, word in enumerate(words(WORDS)):
        told = {"negotiation_id": negotiation, "reply_id": reply, "attempt": 1}
        delta = {**told, "offset": offset, "text": word}
        say[-1]("42" + json.dumps(["message_delta", delta]))
        offset += len(word)
        if number == 0:
            expect(tab.bubbles.last).to_contain_text(word.strip())
            tab.page.evaluate("benchProbe.clear()")
        elif number % 3 == 0:
            tab.page.evaluate(FRAME)
    last = tab.page.get_by_text(LAST_WORD)
    expect(last).to_be_attached()  # a long answer stays at its beginning
    frames = tab.page.evaluate("benchProbe.probe.frames")
    assert sum(each["commits"] for each in frames) > WORDS / 10, "it was drawn as it grew"
    assert tab.scroller.evaluate("box => box.scrollHeight") > lines + 20 * 20, "by many lines"
    commits = [
        each["commits"] for each, after in pairwise(frames) if after["at"] - each["at"] < HIDDEN_MS
    ]
    assert sum(count > 1 for count in commits) <= STRAY, commits
