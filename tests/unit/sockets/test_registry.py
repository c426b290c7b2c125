"""The registry knows at every moment who is there and who watches what, and nobody who left."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from backend.domain.errors import RateLimited
from backend.sockets.registry import (
    CALLS_SECONDS,
    MAX_CALLS,
    MAX_SUBSCRIPTIONS,
    LiveSocket,
    SocketRegistry,
)

USERS = [UUID(int=number) for number in range(1, 4)]
LOGINS = [UUID(int=number) for number in range(11, 14)]
NEGOTIATIONS = [UUID(int=number) for number in range(21, 24)]


class Comings(RuleBasedStateMachine):
    """Sockets that come, watch, look away and leave, in any order."""

    sockets = Bundle("sockets")

    def __init__(self) -> None:
        super().__init__()
        self.registry = SocketRegistry()
        self.watching: dict[str, set[UUID]] = {}
        self.there: dict[str, LiveSocket] = {}
        self.count = 0

    @rule(target=sockets, user=st.sampled_from(USERS), login=st.sampled_from(LOGINS))
    def comes(self, user: UUID, login: UUID) -> LiveSocket:
        self.count += 1
        socket = LiveSocket(f"socket-{self.count}", user, login)
        self.registry.add(socket)
        self.there[socket.sid], self.watching[socket.sid] = socket, set()
        return socket

    @rule(socket=consumes(sockets), again=st.booleans())
    def leaves(self, socket: LiveSocket, again: bool) -> None:
        for _ in range(1 + again):
            self.registry.remove(socket.sid)
        del self.there[socket.sid], self.watching[socket.sid]

    @rule(socket=sockets, negotiation_id=st.sampled_from(NEGOTIATIONS))
    def watches(self, socket: LiveSocket, negotiation_id: UUID) -> None:
        self.registry.watch(socket, negotiation_id)
        self.watching[socket.sid].add(negotiation_id)

    @rule(socket=sockets, negotiation_id=st.sampled_from(NEGOTIATIONS))
    def looks_away(self, socket: LiveSocket, negotiation_id: UUID) -> None:
        self.registry.unwatch(socket, negotiation_id)
        self.watching[socket.sid].discard(negotiation_id)

    @invariant()
    def who_watches_is_known(self) -> None:
        for negotiation_id in NEGOTIATIONS:
            expected = {sid for sid, ids in self.watching.items() if negotiation_id in ids}
            told = self.registry.watchers_of(negotiation_id)
            assert (len(told), set(told)) == (len(expected), expected)
            assert self.registry.is_watched(negotiation_id) == bool(expected)

    @invariant()
    def who_is_there_is_known(self) -> None:
        assert len(self.registry) == len(self.there)
        counted = Counter(socket.user_id for socket in self.there.values())
        for user in USERS:
            assert self.registry.count_of(user) == counted[user]
            assert self.registry.is_connected(user) == (counted[user] > 0)
        for sid, socket in self.there.items():
            assert self.registry.get(sid) is socket
        by_login = {
            login: {sid for sid, socket in self.there.items() if socket.login_id == login}
            for login in {socket.login_id for socket in self.there.values()}
        }
        told = self.registry.by_login()
        assert {login: set(sids) for login, sids in told.items()} == by_login
        assert sum(map(len, told.values())) == len(self.there)


Comings.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestComings = Comings.TestCase


def test_nobody_is_found_by_an_id_that_there_is_not() -> None:
    registry = SocketRegistry()
    registry.remove("nobody")
    assert registry.get("nobody") is None
    assert len(registry) == 0


def test_a_socket_watches_so_many_and_no_more() -> None:
    registry, socket = SocketRegistry(), LiveSocket("a", USERS[0], LOGINS[0])
    registry.add(socket)
    watched = [UUID(int=number) for number in range(100, 100 + MAX_SUBSCRIPTIONS)]
    for negotiation_id in watched:
        registry.watch(socket, negotiation_id)
    registry.watch(socket, watched[0])
    with pytest.raises(RateLimited):
        registry.watch(socket, NEGOTIATIONS[0])
    assert not registry.is_watched(NEGOTIATIONS[0])
    registry.unwatch(socket, watched[0])
    registry.watch(socket, NEGOTIATIONS[0])
    assert registry.watchers_of(NEGOTIATIONS[0]) == [socket.sid]


def test_calls_are_counted_in_windows() -> None:
    socket, now = LiveSocket("a", USERS[0], LOGINS[0]), 500.0
    for _ in range(MAX_CALLS):
        socket.count_call(now)
    for later, retry_after in ((0.0, 10), (4.0, 6)):
        with pytest.raises(RateLimited) as refusal:
            socket.count_call(now + later)
        assert refusal.value.retry_after == retry_after
    for _ in range(MAX_CALLS):
        socket.count_call(now + CALLS_SECONDS)
    with pytest.raises(RateLimited):
        socket.count_call(now + CALLS_SECONDS)
