"""A gateway is ready while its own probes come back, and not once it ends."""

from __future__ import annotations

from typing import Any

import pytest

from backend.realtime.loopback import FRESH_SECONDS, Loopback
from tests.support.clock import SettableClock


class Mirror:
    """What is sent comes back to all that listen, unless the way is cut."""

    def __init__(self) -> None:
        self.loopbacks: list[Loopback] = []
        self.is_cut = False

    def emit(self, event: str, data: Any, *, room: str) -> None:
        for each in self.loopbacks if not self.is_cut else ():
            each.notice(event, room, data)


@pytest.fixture
def mirror() -> Mirror:
    return Mirror()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def own(mirror: Mirror, clock: SettableClock) -> Loopback:
    made = Loopback(mirror, clock)
    mirror.loopbacks.append(made)
    return made


def test_it_is_closed_once_a_probe_came_back(own: Loopback) -> None:
    assert not own.is_closed()
    own.probe()
    assert own.is_closed()


def test_it_opens_when_no_probe_comes_back_for_some_time(
    own: Loopback, mirror: Mirror, clock: SettableClock
) -> None:
    own.probe()
    mirror.is_cut = True
    clock.advance(seconds=FRESH_SECONDS - 0.5)
    own.probe()
    assert own.is_closed()
    clock.advance(seconds=0.5)
    assert not own.is_closed()
    mirror.is_cut = False
    own.probe()
    assert own.is_closed()


def test_another_s_probe_tells_nothing(own: Loopback, mirror: Mirror, clock: SettableClock) -> None:
    other = Loopback(mirror, clock)
    mirror.loopbacks.append(other)
    other.probe()
    assert other.is_closed()
    assert not own.is_closed()


def test_it_stays_open_once_it_was_stopped(own: Loopback) -> None:
    own.probe()
    own.stop()
    own.probe()
    assert not own.is_closed()
