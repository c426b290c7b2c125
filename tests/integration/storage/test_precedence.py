"""On SQLite, what people wait for is written before what workers write."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import text

from backend.storage import precedence
from backend.storage.engine import Database
from backend.storage.precedence import Precedence
from tests.support.waiting import wait_for

LONG = 60.0
WANT_AND_WAIT = """
import sys
from backend.storage.precedence import Precedence
with Precedence(sys.argv[1], goes_first=True).wanting():
    print("wants", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(sqlite_url: str) -> str:
    return f"{sqlite_url.removeprefix('sqlite:///')}-first"


@pytest.fixture
def worker(sqlite_url: str) -> Iterator[Database]:
    database = Database(sqlite_url)
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


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have those who give way wait as long as it takes."""
    monkeypatch.setattr(precedence, "WAIT_SECONDS", LONG)


def test_a_worker_waits_for_all_that_want_to_go_first(
    path: str, worker: Database, patient: None
) -> None:
    one, other = Precedence(path, goes_first=True), Precedence(path, goes_first=True)
    with ExitStack() as wishes:
        wishes.enter_context(one.wanting())
        wishes.enter_context(one.wanting())
        with other.wanting():
            write = Write(worker)
            assert not write.done.wait(0.2)
        assert not write.done.wait(0.2)
    assert write.done.wait(LONG)
    one.close()
    other.close()


def test_nobody_gives_way_for_long(path: str, worker: Database) -> None:
    first = Precedence(path, goes_first=True)
    with first.wanting():
        assert Write(worker).done.wait(LONG)
    first.close()


def test_those_who_go_first_do_not_wait_for_each_other(
    sqlite_url: str, path: str, patient: None
) -> None:
    gateway = Database(sqlite_url, goes_first=True)
    first = Precedence(path, goes_first=True)
    with first.wanting():
        assert Write(gateway).done.wait(LONG)
    first.close()
    gateway.close()


def test_a_process_that_dies_lets_go(path: str, worker: Database, patient: None) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WANT_AND_WAIT, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "wants\n"
    write = Write(worker)
    assert not write.done.wait(0.2)
    process.kill()
    process.communicate()
    assert write.done.wait(LONG)


def test_a_wish_that_met_a_look_is_made_again(path: str, worker: Database, patient: None) -> None:
    first, looking = Precedence(path, goes_first=True), Precedence(path, goes_first=False)
    assert looking._lock(fcntl.LOCK_EX)
    with first.wanting():
        looking._lock(fcntl.LOCK_UN)
        with first.wanting():
            assert not Write(worker).done.wait(0.2)
        first.give_way()
    first.close()
    looking.close()


def test_where_no_file_can_be_made_everybody_writes(worker: Database) -> None:
    nowhere = Precedence("/nowhere/at/all", goes_first=True)
    with nowhere.wanting():
        nowhere.give_way()
        assert wait_for(Write(worker).done.is_set, what="the write")
    nowhere.close()
