"""What is done to a page, and what is then known of it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from playwright.sync_api import BrowserContext, Response

from bench.page.browser import BUSY, SLOWED, WatchedPage
from bench.page.stream import LAST_WORD, Stream
from stack.layout import ROOT

TYPED = "What if they say no? I can wait until Monday, and there is another one in town. "
KEY_MS = 60
FRAME_MS = 1000 / 60
QUIET_SECONDS = 2.0
"""So long nothing is typed, so that what is drawn is drawn for the deltas alone."""


@dataclass(frozen=True)
class Place:
    """Where a page is, where one types in it, and what it has once it hears of deltas."""

    url: str
    box: str
    live: str


@dataclass
class Opened:
    """How a page was opened: until a key showed (s); the scripts (bytes) for there to be a box."""

    seconds: float = 0.0
    scripts: int = 0
    gzipped: int = 0
    on_the_wire: int = 0


@dataclass
class Frames:
    """How many were drawn, and how many more there was time for."""

    drawn: int = 0
    dropped: int = 0

    def add(self, times: list[float]) -> None:
        """Count those that began at ``times``, in milliseconds."""
        between = [after - before for before, after in pairwise(times)]
        self.drawn += len(between)
        self.dropped += sum(max(0, round(each / FRAME_MS) - 1) for each in between)

    @property
    def share_dropped(self) -> float:
        """Of all that there was time for, from 0 to 1."""
        return self.dropped / max(1, self.drawn + self.dropped)


@dataclass
class Streamed:
    """What a page did while a reply streamed, in one or more rounds. Times are in seconds.

    ``quiet`` are the frames in which nothing was typed yet.
    """

    waited: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    by_browser: list[float] = field(default_factory=list)
    commits: list[int] = field(default_factory=list)
    frames: Frames = field(default_factory=Frames)
    quiet: Frames = field(default_factory=Frames)
    long_tasks: list[float] = field(default_factory=list)
    busy: dict[str, float] = field(default_factory=lambda: dict.fromkeys(BUSY, 0.0))
    seconds: float = 0.0
    deltas: int = 0

    def add(self, probe: dict[str, Any], keys: int) -> None:
        """Add what the probe saw in a round in which so many keys were pressed."""
        self.waited += [key["waited"] / 1000 for key in probe["keys"]]
        self.painted += [(key["painted"] or float("inf")) / 1000 for key in probe["keys"]]
        # The browser tells of events only that took 16 ms or more, in steps of 8.
        timings = [each / 1000 for each in probe["eventTimings"]]
        self.by_browser += timings + [0.016] * (keys - len(timings))
        times = [frame["at"] for frame in probe["frames"]]
        self.frames.add(times)
        self.quiet.add([at for at in times if at < times[0] + QUIET_SECONDS * 1000])
        self.commits += [frame["commits"] for frame in probe["frames"] if not frame["keys"]]
        self.long_tasks += [each / 1000 for each in probe["longTasks"]]


def open_page(context: BrowserContext, place: Place) -> Opened:
    """Go there on a slowed CPU and press a key as soon as there is a box to type in.

    The time counts from the start of the navigation until the frame after the one in which the box
    holds the key: for the product, until its state has taken the key and given it back.
    """
    watched, opened = WatchedPage(context), Opened()
    responses: dict[str, Response] = {}
    watched.page.on("response", lambda each: responses.update({each.url: each}))
    watched.slow_down()
    watched.page.goto(place.url, wait_until="commit")
    watched.page.locator(place.box).focus()
    watched.page.keyboard.press("x")
    watched.page.wait_for_function("benchProbe.probe.shownAt !== null")
    opened.seconds = watched.probed()["shownAt"] / 1000
    for script in watched.page.evaluate("benchProbe.firstScripts()"):
        opened.scripts += 1
        opened.gzipped += len(gzip.compress(responses[script["url"]].body(), 9))
        opened.on_the_wire += script["bytes"]
    watched.page.close()
    return opened


def stream_into(
    watched: WatchedPage, place: Place, stream: Stream, into: Streamed, slowed: float = SLOWED
) -> None:
    """Stream a reply into an open page: first watch it alone, then type as well."""
    page, box = watched.page, watched.page.locator(place.box)
    page.bring_to_front()
    box.fill("")
    box.focus()
    watched.slow_down(slowed)
    keys = 0
    with sending(stream) as sender:
        watched.clear()
        before, begin = watched.busy(), time.monotonic()
        page.wait_for_timeout(QUIET_SECONDS * 1000)
        while sender.poll() is None:
            page.keyboard.press(TYPED[keys % len(TYPED)])
            keys += 1
            page.wait_for_timeout(KEY_MS)
        probe, after = watched.probed(), watched.busy()
        into.seconds += time.monotonic() - begin
    into.add(probe, keys)
    into.deltas += int(stream.rate * stream.seconds)
    for name in BUSY:
        into.busy[name] += after[name] - before[name]
    watched.slow_down(1)
    page.get_by_text(LAST_WORD).wait_for()  # or it was not the stream that was measured


@contextmanager
def sending(stream: Stream) -> Iterator[subprocess.Popen[str]]:
    """A process that sends a stream, from its first delta on."""
    command = [sys.executable, "-m", "bench.page.stream", json.dumps(asdict(stream))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            if not (process.stdout and process.stdout.readline()):
                raise subprocess.CalledProcessError(process.wait(), command[:3])
            yield process
        finally:
            process.kill()
