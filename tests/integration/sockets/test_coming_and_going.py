"""Who is let in, who has to leave, and what they are told."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from functools import partial
from uuid import UUID

import pytest

from backend.actions import accounts
from backend.actions.accounts import Identity, start_login
from backend.login_tokens import access_token
from backend.sockets.backpressure import MAX_QUEUED_PACKETS, drop_laggards
from backend.sockets.connection_limits import ADDRESS_CONNECTS, ENTER_SECONDS, ConnectionLimits
from backend.sockets.departure import EARLIEST_MS, LATEST_MS, say_goodbye
from backend.sockets.handlers import close_ended_sockets
from backend.storage.models import Login, User
from tests.faults.wire import LineLost, Refused, Wire, connect
from tests.integration.api.calling import Buyer
from tests.integration.sockets.conftest import MakeGateway
from tests.integration.sockets.live import LiveGateway, Tab
from tests.support.clock import SettableClock
from tests.support.waiting import wait_for

NOT_AUTHENTICATED, NOT_YOURS, TOO_MANY = 4001, 4003, 4429


def login_of(gateway: LiveGateway, sid: str) -> UUID:
    live = gateway.sockets.get(sid)
    assert live is not None
    return live.login_id


def another_login(gateway: LiveGateway, login_id: UUID) -> tuple[Identity, str]:
    """The same user on another device, and its token."""
    with gateway.services.transaction() as transaction:
        user = transaction.session.get_one(
            User, transaction.session.get_one(Login, login_id).user_id
        )
        identity = start_login(gateway.services, transaction, user)
    with gateway.app.app_context():
        return identity, access_token(identity)


def test_a_user_has_so_many_sockets_and_others_have_theirs(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(max_user_sockets=3)
    buyer, other = gateway.buyer(), gateway.buyer()
    with ExitStack() as tabs:
        for _ in range(2):
            tabs.enter_context(gateway.tab(buyer))
        with gateway.tab(buyer):
            with pytest.raises(Refused) as refusal:
                Wire(gateway.base_url, buyer.token, lambda *_: None)
            assert refusal.value.code == TOO_MANY
            tabs.enter_context(gateway.tab(other))
        tabs.enter_context(gateway.tab(buyer))
        assert len(gateway.sockets) == 4


def test_an_address_that_connects_too_often_is_turned_away(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()
    for _ in range(ADDRESS_CONNECTS - 1):
        gateway.connection_limits.check_address("127.0.0.1")
    buyer = gateway.buyer()
    with gateway.tab(buyer):
        with pytest.raises(Refused) as refusal:
            Wire(gateway.base_url, buyer.token, lambda *_: None)
        assert refusal.value.code == TOO_MANY


def test_who_shows_no_token_that_counts_is_refused(gateway: LiveGateway, buyer: Buyer) -> None:
    with gateway.tab(buyer) as tab:
        accounts.end_login(gateway.services, login_of(gateway, tab.sid))
        for token in (buyer.token, "garbage", ""):
            with pytest.raises(Refused) as refusal:
                Wire(gateway.base_url, token, lambda *_: None)
            assert refusal.value.code == NOT_AUTHENTICATED


def test_the_sockets_of_an_ended_login_are_told_and_closed(
    gateway: LiveGateway, buyer: Buyer, stranger: Buyer
) -> None:
    with gateway.tab(buyer) as one, gateway.tab(buyer) as two, gateway.tab(stranger) as other:
        close_ended_sockets(gateway.socketio, gateway.services, gateway.sockets)
        assert len(gateway.sockets) == 3
        accounts.end_login(gateway.services, login_of(gateway, one.sid))
        close_ended_sockets(gateway.socketio, gateway.services, gateway.sockets)
        for tab in (one, two):
            assert tab.wire.closed.wait(120)
            assert [name for name, _ in tab.heard] == ["auth_expired"]
        assert other.wire.call("unsubscribe", {"negotiation_id": str(UUID(int=1))})
        assert other.heard == []


def test_a_socket_goes_on_with_a_fresh_login_of_its_user(
    gateway: LiveGateway, buyer: Buyer, stranger: Buyer
) -> None:
    with gateway.tab(buyer) as tab, gateway.tab(stranger) as other:
        first = login_of(gateway, tab.sid)
        identity, token = another_login(gateway, first)
        assert other.wire.call("authenticate", {"token": token})["code"] == NOT_YOURS
        assert tab.wire.call("authenticate", {"token": "garbage"})["code"] == NOT_AUTHENTICATED
        assert login_of(gateway, tab.sid) == first
        assert tab.wire.call("authenticate", {"token": token}) == {"status": "ok"}
        accounts.end_login(gateway.services, first)
        close_ended_sockets(gateway.socketio, gateway.services, gateway.sockets)
        assert login_of(gateway, tab.sid) == identity.login_id
        assert tab.wire.call("authenticate", {"token": token}) == {"status": "ok"}


def test_who_says_nothing_is_dropped_in_time_and_nobody_else(
    make_gateway: MakeGateway,
) -> None:
    gateway = make_gateway()
    buyer = gateway.buyer()
    clock = SettableClock()
    keeper = ConnectionLimits(10, clock)
    early = connect(gateway.base_url)
    early.recv()
    with gateway.tab(buyer) as tab:
        assert keeper.drop_silent(gateway.socketio) == 0
        clock.advance(seconds=ENTER_SECONDS - 0.5)
        late = connect(gateway.base_url)
        late.recv()
        assert keeper.drop_silent(gateway.socketio) == 0
        clock.advance(seconds=0.5)
        assert keeper.drop_silent(gateway.socketio) == 1
        assert early.recv() in ("", b"", "1")
        clock.advance(seconds=ENTER_SECONDS - 1)
        assert keeper.drop_silent(gateway.socketio) == 0
        clock.advance(seconds=0.5)
        assert keeper.drop_silent(gateway.socketio) == 1
        assert tab.wire.call("unsubscribe", {"negotiation_id": str(UUID(int=1))})
    for line in (early, late):
        line.shutdown()  # type: ignore[no-untyped-call]


def test_who_does_not_read_is_cut_off_past_the_bound_and_nobody_else(
    make_gateway: MakeGateway,
) -> None:
    gateway = make_gateway()
    buyer, server = gateway.buyer(), gateway.socketio.server
    line = connect(gateway.base_url)
    line.recv()
    line.send(f'40{{"token": "{buyer.token}"}}')
    line.recv()
    raw = line.sock
    assert isinstance(raw, socket.socket)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    [silent] = server.eio.sockets.values()
    with gateway.tab(buyer) as reader:
        sent = 0
        while not silent.queue.overflowed:
            assert silent.queue.qsize() <= MAX_QUEUED_PACKETS
            assert drop_laggards(gateway.socketio) == 0
            size = 1 if silent.queue.qsize() else 60_000  # first what fills the line
            for _ in range(100):
                server.emit("filler", {"text": "x" * size}, ignore_queue=True)
            sent += 100
            reader.wait(partial(_has_heard, sent), "who reads keeps up")
        assert silent.queue.qsize() == MAX_QUEUED_PACKETS
        assert drop_laggards(gateway.socketio) == 1
        assert drop_laggards(gateway.socketio) == 0
        wait_for(lambda: len(gateway.sockets) == 1, what="it is forgotten")
        assert reader.wire.call("unsubscribe", {"negotiation_id": str(UUID(int=1))})
    line.shutdown()  # type: ignore[no-untyped-call]


def _has_heard(count: int, tab: Tab) -> bool:
    return len(tab.heard) >= count


def test_a_gateway_that_ends_tells_each_when_to_come_back(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()
    buyer = gateway.buyer()
    with ExitStack() as tabs:
        told = [tabs.enter_context(gateway.tab(buyer)) for _ in range(8)]
        assert say_goodbye(gateway.socketio) == 8
        for tab in told:
            assert tab.wire.closed.wait(120)
            [(name, data)] = tab.heard
            assert name == "going_away"
            assert EARLIEST_MS <= data["reconnect_in_ms"] <= LATEST_MS
        assert len({tab.heard[0][1]["reconnect_in_ms"] for tab in told}) > 1
    wait_for(lambda: not len(gateway.sockets), what="all are forgotten")
    with pytest.raises(LineLost):
        told[0].wire.call("sync", {})
