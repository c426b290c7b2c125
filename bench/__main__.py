"""``make bench``: start the product and the peer, measure both in turn, print the tables.

``ARGS=starts`` starts the product ten times and reads its memory, ``ARGS=servers`` only loads the
servers, ``ARGS=page`` only opens the pages.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import httpx
from playwright.sync_api import Error as PlaywrightError
from tqdm import tqdm

from bench.load import Job, Measured
from bench.page.browser import NoBrowserError
from bench.page.report import measure_page
from bench.scenarios import ROOMS, SCENARIOS, Scenario
from bench.servers import HOST, Server, ServerError, peer, product
from bench.starts import measure_starts
from bench.tables import milliseconds, percentile, ratio, table
from stack.failures import StackError
from stack.layout import ROOT

HEAD = ("milliseconds", "p50", "p99", "peer p50", "peer p99", "p50 ratio", "p99 ratio")
RATES = ("posts a second", "offered", "answered", "peer", "failed", "peer", "undelivered", "peer")
MACHINE = """\
{cpus} cores were shared by servers, clients and whatever else ran: load average {before:.1f}
before, {after:.1f} after.
"""
FAILURES = (
    StackError,
    ServerError,
    NoBrowserError,
    PlaywrightError,
    OSError,
    httpx.HTTPError,
    subprocess.SubprocessError,
)
HOW = """\
How it was measured: one gateway, one worker process of 8 threads, SQLite with synchronous=FULL,
Valkey; the playbook as adviser. Posts are due by a fixed schedule and every latency counts from the
due time, so waiting is never hidden. The product saves each message and writes a whole reply to it;
the peer (bench/peer.py: Flask-SocketIO, the same Redis, a Celery task with one emit) saves and
checks nothing. "undelivered" are messages that had not reached a subscribed client {drain:g} s
after the schedule's end; they count as never."""


def main() -> int:
    """Print the tables; 1 when something could not be run."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, help="all, unless one is named")
    part = parser.parse_args().part
    begun = time.monotonic()
    try:
        for name in [part] if part else PARTS:
            before = os.getloadavg()[0]
            print(*PARTS[name](), sep="\n\n")
            print(MACHINE.format(cpus=os.cpu_count(), before=before, after=os.getloadavg()[0]))
    except FAILURES as error:
        print(f"The bench could not run: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(f"It took {time.monotonic() - begun:.0f} s.")
    return 0


def measure_servers() -> Iterator[str]:
    """The tables, and how they came about."""
    latencies: list[tuple[str, ...]] = []
    rates: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        directory = Path(place)
        with (
            product(directory / "product", ROOMS) as ours,
            peer(directory, ours.redis_url, ROOMS) as other,
        ):
            for scenario in tqdm(SCENARIOS, unit="load"):
                peers = measure(other, scenario)
                mine = measure(ours, scenario)
                latencies += latency_rows(scenario, mine, peers)
                rates.append(rate_row(scenario, mine, peers))
    yield table(HEAD, latencies)
    yield table(RATES, rates)
    yield HOW.format(drain=Job.drain_seconds)


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "starts": measure_starts,
    "servers": measure_servers,
    "page": measure_page,
}


def measure(server: Server, scenario: Scenario) -> Measured:
    """Put one load on one server, from a process of its own."""
    job = Job(
        host=HOST,
        port=server.port,
        rooms=server.rooms[: scenario.rooms],
        clients=scenario.clients,
        rate=scenario.rate,
        seconds=scenario.seconds,
    )
    done = subprocess.run(
        [sys.executable, "-m", "bench.load"],
        cwd=ROOT,
        input=json.dumps(asdict(job)),
        stdout=subprocess.PIPE,
        text=True,
        timeout=90,
        check=True,
    )
    server.settle()
    return Measured(**json.loads(done.stdout))


def latency_rows(scenario: Scenario, ours: Measured, peers: Measured) -> list[tuple[str, ...]]:
    """A row for each latency: the answer, the message in a tab, the reply's first words."""
    return [
        _latency_row(
            f"{scenario.name}: {what}",
            [percentile(getattr(ours, field), percent, absent(ours)) for percent in (50, 99)],
            [percentile(getattr(peers, field), percent, absent(peers)) for percent in (50, 99)],
        )
        for what, field, absent in (
            ("POST answered", "answered", lambda found: found.posts - len(found.answered)),
            ("message in each tab", "delivered", undelivered),
            ("first words", "first_deltas", lambda found: found.posts - len(found.first_deltas)),
        )
    ]


def rate_row(scenario: Scenario, ours: Measured, peers: Measured) -> tuple[str, ...]:
    """How many posts a second were answered, and what went wrong."""
    return (
        scenario.name,
        f"{scenario.rate:g}",
        *(f"{len(found.answered) / (found.busy_seconds or 1):.0f}" for found in (ours, peers)),
        *(str(found.posts - len(found.answered)) for found in (ours, peers)),
        *(str(undelivered(found)) for found in (ours, peers)),
    )


def undelivered(found: Measured) -> int:
    """Messages that did not reach a client that watched their negotiation."""
    return max(0, found.expected_deliveries - len(found.delivered))


def _latency_row(name: str, ours: list[float], peers: list[float]) -> tuple[str, ...]:
    return (
        name,
        *map(milliseconds, ours),
        *map(milliseconds, peers),
        *(ratio(mine, other) for mine, other in zip(ours, peers, strict=True)),
    )


if __name__ == "__main__":
    sys.exit(main())
