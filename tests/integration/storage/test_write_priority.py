"""On SQLite, what people wait for is written before what workers write."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from backend.storage.engine import Database
from backend.storage.write_priority import WAIT_SECONDS, WritePriority
from tests.support.clock import SettableClock
from tests.support.waiting import wait_for

SOON = 60.0
"""Seconds in which what is not held up is done, on a busy machine too."""

LOOKS = 5
"""So many looks of who gives way tell that it does."""

WANT_AND_WAIT = """
import sys
from backend.storage.write_priority import WritePriority
with WritePriority(sys.argv[1], goes_first=True).wanting():
    print("wants", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(sqlite_url: str) -> str:
    return f"{sqlite_url.removeprefix('sqlite:///')}-first"


class StandingClock(SettableClock):
    """Those who give way by it wait as long as it takes; it counts how often they looked."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.looks += 1


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def worker(sqlite_url: str, clock: StandingClock) -> Iterator[Database]:
    database = Database(sqlite_url, clock=clock)
    yield database
    database.close()


class Write(threading.Thread):
    """A worker's transaction, begun in a thread of its own."""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self._database = database
        self.done = threading.Event()
        self.start()

    def run(self) -> None:
        with self._database.write() as session:
            session.execute(text("SELECT 1"))
        self.done.set()


def gives_way(write: Write, clock: StandingClock) -> bool:
    """Whether a worker's write still waits after it has looked a few times more."""
    before = clock.looks
    wait_for(lambda: write.done.is_set() or clock.looks >= before + LOOKS, SOON)
    return not write.done.is_set()


def test_a_worker_waits_for_all_that_want_to_go_first(
    path: str, worker: Database, clock: StandingClock
) -> None:
    one, other = WritePriority(path, goes_first=True), WritePriority(path, goes_first=True)
    with ExitStack() as wishes:
        wishes.enter_context(one.wanting())
        wishes.enter_context(one.wanting())
        with other.wanting():
            write = Write(worker)
            assert gives_way(write, clock)
        assert gives_way(write, clock)
    assert write.done.wait(SOON)
    one.close()
    other.close()


def test_a_process_goes_first_until_the_last_of_its_wishes_is_fulfilled(
    path: str, worker: Database, clock: StandingClock
) -> None:
    first = WritePriority(path, goes_first=True)
    with first.wanting():
        with first.wanting():
            pass
        write = Write(worker)
        assert gives_way(write, clock)
    assert not gives_way(write, clock)
    assert not gives_way(Write(worker), clock)
    first.close()


def test_who_has_written_gives_way_the_next_time(
    path: str, worker: Database, clock: StandingClock
) -> None:
    first = WritePriority(path, goes_first=True)
    assert Write(worker).done.wait(SOON)
    with first.wanting():
        write = Write(worker)
        assert gives_way(write, clock)
    assert write.done.wait(SOON)
    first.close()


def test_nobody_gives_way_for_long(path: str, worker: Database, clock: StandingClock) -> None:
    first = WritePriority(path, goes_first=True)
    with first.wanting():
        write = Write(worker)
        assert gives_way(write, clock)
        clock.advance(seconds=WAIT_SECONDS)
        assert write.done.wait(SOON)
    first.close()


def test_those_who_go_first_do_not_wait_for_each_other(
    sqlite_url: str, path: str, clock: StandingClock
) -> None:
    gateway = Database(sqlite_url, goes_first=True, clock=clock)
    first = WritePriority(path, goes_first=True)
    with first.wanting():
        assert Write(gateway).done.wait(SOON)
    first.close()
    gateway.close()


def test_a_process_that_dies_lets_go(path: str, worker: Database, clock: StandingClock) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WANT_AND_WAIT, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "wants\n"
    write = Write(worker)
    assert gives_way(write, clock)
    process.kill()
    process.communicate()
    assert write.done.wait(SOON)


@contextmanager
def unseen_wish(path: str) -> Iterator[WritePriority]:
    """A wish to go first that was made in the moment in which a worker looked."""
    first = WritePriority(path, goes_first=True)
    with ExitStack() as wish:
        with Path(path).open("a") as looking:
            fcntl.flock(looking, fcntl.LOCK_EX)
            wish.enter_context(first.wanting())
        yield first
    first.close()


def test_a_wish_that_met_a_look_is_made_again_by_the_next(
    path: str, worker: Database, clock: StandingClock
) -> None:
    with unseen_wish(path) as first, first.wanting():
        write = Write(worker)
        assert gives_way(write, clock)
    assert write.done.wait(SOON)


def test_a_wish_that_met_a_look_is_made_again_at_its_turn(
    path: str, worker: Database, clock: StandingClock
) -> None:
    with unseen_wish(path) as first:
        first.give_way()
        write = Write(worker)
        assert gives_way(write, clock)
    assert write.done.wait(SOON)


def test_where_no_file_can_be_made_nobody_waits(clock: StandingClock) -> None:
    for goes_first in (True, False):
        nowhere = WritePriority("/nowhere/at/all", clock, goes_first=goes_first)
        with nowhere.wanting():
            nowhere.give_way()
        nowhere.close()
