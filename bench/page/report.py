"""The page beside a plain one, both in a Chromium with a slowed CPU: ``make bench ARGS=page``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext
from tqdm import tqdm

from bench.page.browser import SLOWED, WatchedPage, chromium, visitor
from bench.page.measuring import KEY_MS, QUIET_SECONDS, Opened, Streamed
from bench.page.subjects import RATE, SECONDS, Subject, plain_page, talk_page
from bench.page.talks import open_talk, sign_up
from bench.servers import peer, product
from bench.tables import milliseconds, percentile, ratio, table

OPENINGS, ROUNDS = 4, 3
SHORT, LONG = 3, 999  # questions: 8 and 2,000 messages
OPENING_HEAD = ("milliseconds until a key shows", "least", "middle", "most", "peer", "ratio")
TYPING_HEAD = ("milliseconds", "p50", "p99", "peer p50", "peer p99", "p50 ratio", "p99 ratio")
FRAMES_HEAD = (
    "while a reply streams",
    "frames/s",
    "dropped",
    "in quiet",
    "commits/frame",
    "most",
    "above 1",
    "long tasks",
    "longest ms",
    "busy ms/delta",
    "ratio",
)
HOW = f"""\
How it was measured: Chromium, its pages' CPU slowed {SLOWED} times by the developer protocol (a
fixed piece of work took {{slowed:.1f}} times as long). The peer is a plain page that puts the same
deltas, from the bare server, into one text node (bench/page/peer.html). {RATE} deltas a second are
sent for {SECONDS} s, {ROUNDS} times each in turn, by a process of their own; the product's through
its own emitter, Redis, gateway and socket. The time until a key shows begins with the navigation;
the key is pressed as soon as there is a box. "waits" is until the page is told of a key, "drawn"
until after the next frame, "Event Timing" what the browser says (in steps of 8, not below 16); a
key every {KEY_MS} ms, from {QUIET_SECONDS:.0f} s on. Commits are counted by React's own hook, in
frames without a key. A frame is dropped where the next one comes later than after 1/60 s, "in
quiet" while nothing is typed; a long task takes 50 ms or more; "busy" is the page's thread, typing
included; "fast" is at the machine's own speed, everything else slowed."""


def measure_page() -> Iterator[str]:
    """The tables, and how they came about."""
    with ExitStack() as parts:
        directory = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        ours = parts.enter_context(product(directory / "product", 0))
        other = parts.enter_context(peer(directory, ours.redis_url, 1))
        browser = parts.enter_context(chromium())
        buyer = parts.enter_context(visitor(browser))
        sign_up(buyer, ours.base_url)
        subjects = [
            plain_page(other),
            talk_page("short talk", ours, open_talk(buyer, ours, SHORT)),
            talk_page("2,000 messages", ours, open_talk(buyer, ours, LONG)),
        ]
        slowed = _slow_down(buyer)
        _open_all(subjects, browser, buyer)
        _stream_all(subjects, buyer)
    plain, *talks = subjects
    yield table(OPENING_HEAD, opening_rows(plain, talks[0]))
    yield table(TYPING_HEAD, [row for talk in talks for row in typing_rows(plain, talk)])
    yield table(
        FRAMES_HEAD,
        [
            *(frames_row(each.name, each.streamed, plain.streamed) for each in subjects),
            *(frames_row(f"{each.name}, fast", each.unslowed, plain.unslowed) for each in subjects),
        ],
    )
    yield weight(talks[0].opened)
    yield HOW.format(slowed=slowed)


def _slow_down(context: BrowserContext) -> float:
    watched = WatchedPage(context)
    took = min(watched.spin() for _ in range(3))
    watched.slow_down()
    slowed = min(watched.spin() for _ in range(3)) / took
    watched.page.close()
    return slowed


def _open_all(subjects: Sequence[Subject], browser: Browser, buyer: BrowserContext) -> None:
    for _ in tqdm(range(OPENINGS), unit="opening"):
        for subject in subjects[:2]:
            subject.open_twice(browser, buyer)


def _stream_all(subjects: Sequence[Subject], buyer: BrowserContext) -> None:
    pages = [subject.shown(buyer) for subject in subjects]
    for attempt in tqdm(range(1, ROUNDS + 1), unit="round"):
        for subject, page in zip(subjects, pages, strict=True):
            subject.stream_into(page, attempt)


def opening_rows(plain: Subject, talk: Subject) -> list[tuple[str, ...]]:
    """How long the first and a second visit take."""
    return [
        _opening_row(name, [each.seconds for each in ours], [each.seconds for each in peers])
        for name, ours, peers in (
            ("first visit", talk.opened, plain.opened),
            ("second visit", talk.again, plain.again),
        )
    ]


def _opening_row(name: str, ours: Sequence[float], peers: Sequence[float]) -> tuple[str, ...]:
    middle, other = median(ours), median(peers)
    times = map(milliseconds, (min(ours), middle, max(ours), other))
    return (name, *times, ratio(middle, other))


def typing_rows(plain: Subject, talk: Subject) -> list[tuple[str, ...]]:
    """How long keys take while a reply streams, in three ways of looking at it."""
    rows = []
    for name, field in (("waits", "waited"), ("drawn", "painted"), ("Event Timing", "by_browser")):
        ours, peers = getattr(talk.streamed, field), getattr(plain.streamed, field)
        mine = [percentile(ours, percent) for percent in (50, 99)]
        others = [percentile(peers, percent) for percent in (50, 99)]
        ratios = [ratio(one, other) for one, other in zip(mine, others, strict=True)]
        times = map(milliseconds, (*mine, *others))
        rows.append((f"{talk.name}: key {name}", *times, *ratios))
    return rows


def frames_row(name: str, found: Streamed, peers: Streamed) -> tuple[str, ...]:
    """What became of the frames."""
    commits, drawn = found.commits, max(1, len(found.commits))
    busy = found.busy["TaskDuration"] / found.deltas
    return (
        name,
        f"{found.frames.drawn / found.seconds:.1f}",
        f"{found.frames.share_dropped:.1%}",
        f"{found.quiet.share_dropped:.1%}",
        f"{sum(commits) / drawn:.2f}",
        str(max(commits)),
        f"{100 * sum(count > 1 for count in commits) / drawn:.1f}%",
        str(len(found.long_tasks)),
        milliseconds(max(found.long_tasks, default=0.0)),
        f"{busy * 1000:.2f}",
        ratio(busy, peers.busy["TaskDuration"] / peers.deltas),
    )


def weight(opened: Sequence[Opened]) -> str:
    """What the scripts of a first visit weigh."""
    first = opened[0]
    return (
        f"JavaScript until there is a box, on a first visit: {first.gzipped / 1000:.0f} kB gzipped"
        f" ({first.on_the_wire / 1000:.0f} kB on the wire, {first.scripts} files)"
    )
