"""What the reconciler remembers: no more than of those who are there, and no less than it needs."""

from __future__ import annotations

from uuid import UUID

import pytest

from backend.actions.requests import Author
from tests.integration.parts import House
from tests.integration.storage.test_reconciler import Gateway, activity_of


@pytest.fixture
def gateway(home: House) -> Gateway:
    return Gateway(home)


@pytest.fixture
def negotiation_id(home: House, buyer: Author) -> UUID:
    return home.opened(buyer)


def test_it_forgets_who_left(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    stays = gateway.connect(home.buyer().user_id)
    leaves = gateway.connect(buyer.user_id, negotiation_id)
    home.chat(buyer, negotiation_id)
    gateway.hear()
    assert gateway.look() == []
    gateway.sockets.remove(leaves.sid)
    gateway.look()
    gateway.connect(buyer.user_id, negotiation_id)
    newest = activity_of(home, negotiation_id)["last_seq"]
    told = gateway.look()
    assert [name for name, *_ in told] == ["new_message", "negotiation_activity"]
    assert told[0][1]["seq"] == told[1][1]["last_seq"] == newest
    assert gateway.sockets.get(stays.sid) is stays


def test_it_forgets_all_where_nobody_is_left(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    socket = gateway.connect(buyer.user_id, negotiation_id)
    gateway.hear()
    gateway.look()
    gateway.sockets.remove(socket.sid)
    assert gateway.look() == []
    home.clock.advance(hours=1)
    home.chat(buyer, negotiation_id)
    gateway.connect(buyer.user_id, negotiation_id)
    assert len(gateway.look()) == 2


def test_it_does_not_remember_what_nobody_here_watches(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    """An event that passed before somebody watched was not sent to them."""
    other = gateway.connect(home.buyer().user_id)
    home.chat(buyer, negotiation_id)
    gateway.hear()
    late = gateway.connect(buyer.user_id, negotiation_id)
    assert [name for name, *_ in gateway.look()] == ["new_message", "negotiation_activity"]
    assert {late.sid, other.sid}


def test_an_older_event_makes_it_forget_no_newer_one(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    """Events may arrive out of order, and twice."""
    gateway.connect(buyer.user_id, negotiation_id)
    home.chat(buyer, negotiation_id)
    home.chat(buyer, negotiation_id)
    home.port.sent.reverse()
    home.port.sent += home.port.sent
    gateway.hear()
    assert gateway.look() == []


def test_what_is_no_event_of_a_negotiation_is_passed_over(gateway: Gateway) -> None:
    for event, data in (("probe", None), ("new_message", "text"), ("message_delta", {"a": 1})):
        gateway.reconciler.notice(event, "a room", data)


def test_it_looks_back_far_enough_for_slow_transactions(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    """Their time is that of their beginning, and they are seen only once they have ended."""
    gateway.connect(buyer.user_id, negotiation_id)
    gateway.hear()
    began = home.clock.now
    for _ in range(4):
        gateway.look()
    now, home.clock.now = home.clock.now, began
    home.chat(buyer, negotiation_id)
    home.clock.now = now
    assert len(gateway.look()) == 2
