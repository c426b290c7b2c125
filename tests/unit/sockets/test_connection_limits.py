"""Who connects is counted, and turned away if it is too much; nobody pays for others."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from backend.domain.errors import RateLimited
from backend.sockets.connection_limits import (
    ADDRESS_CONNECTS,
    USER_CONNECTS,
    WINDOW_SECONDS,
    ConnectionLimits,
)
from tests.support.clock import SettableClock

ANNA, BERT = UUID(int=1), UUID(int=2)
MOST_SOCKETS = 3


class Door:
    """Limits at a moment that a test sets."""

    def __init__(self) -> None:
        self.clock = SettableClock()
        self.keeper = ConnectionLimits(MOST_SOCKETS, self.clock)

    def by_address(self, address: str) -> None:
        self.keeper.check_address(address)

    def by_user(self, user: UUID) -> None:
        self.keeper.check_user(user, live=0)


@pytest.fixture
def door() -> Door:
    return Door()


def knock(check: Callable[[], None], times: int) -> int:
    """How many of so many attempts are turned away."""
    refused = 0
    for _ in range(times):
        try:
            check()
        except RateLimited:
            refused += 1
    return refused


def test_an_address_connects_so_often_and_no_more(door: Door) -> None:
    assert knock(lambda: door.by_address("192.0.2.1"), ADDRESS_CONNECTS) == 0
    assert knock(lambda: door.by_address("192.0.2.1"), 5) == 5
    assert knock(lambda: door.by_address("192.0.2.2"), 5) == 0
    assert knock(lambda: door.by_user(ANNA), 5) == 0


def test_a_user_connects_so_often_and_no_more(door: Door) -> None:
    assert knock(lambda: door.by_user(ANNA), USER_CONNECTS) == 0
    assert knock(lambda: door.by_user(ANNA), 5) == 5
    assert knock(lambda: door.by_user(BERT), 5) == 0


@pytest.mark.parametrize(
    "check",
    [lambda door: door.by_address("192.0.2.1"), lambda door: door.by_user(ANNA)],
    ids=["address", "user"],
)
def test_it_begins_to_count_anew_after_a_window_and_not_before(
    door: Door, check: Callable[[Door], None]
) -> None:
    knock(lambda: check(door), ADDRESS_CONNECTS + 1)
    door.clock.advance(seconds=WINDOW_SECONDS - 0.5)
    with pytest.raises(RateLimited) as refusal:
        check(door)
    assert refusal.value.retry_after in (0, 1)
    door.clock.advance(seconds=0.5)
    check(door)


def test_who_is_refused_is_told_when_to_come_back(door: Door) -> None:
    knock(lambda: door.by_user(ANNA), USER_CONNECTS)
    door.clock.advance(seconds=3)
    with pytest.raises(RateLimited) as refusal:
        door.by_user(ANNA)
    assert refusal.value.retry_after == round(WINDOW_SECONDS) - 3


@pytest.mark.parametrize(("live", "is_let_in"), [(0, True), (2, True), (3, False), (4, False)])
def test_a_user_has_so_many_sockets_and_no_more(door: Door, live: int, is_let_in: bool) -> None:
    assert knock(lambda: door.keeper.check_user(ANNA, live), 1) == (not is_let_in)
