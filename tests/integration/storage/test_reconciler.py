"""The reconciler: what events did not tell, because they were lost, a gateway tells by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from backend.actions.objects import activity_object
from backend.actions.requests import Author
from backend.realtime.rooms import negotiation_room, user_room
from backend.sockets.reconciler import Reconciler
from backend.sockets.registry import LiveSocket, SocketRegistry
from backend.storage.models import Negotiation
from tests.integration.parts import House


class Gateway:
    """A gateway's own sockets and its reconciler; notes what it pushes to them."""

    def __init__(self, home: House) -> None:
        self.home = home
        self.sockets = SocketRegistry()
        self.reconciler = Reconciler(home.services, self.sockets)
        self.pushed: list[tuple[str, Any, str, list[str]]] = []

    def emit(
        self, event: str, data: Any, *, room: str, skip_sid: list[str], ignore_queue: bool
    ) -> None:
        assert ignore_queue, "the others look for themselves"
        self.pushed.append((event, data, room, skip_sid))

    def connect(self, user_id: UUID, *watched: UUID) -> LiveSocket:
        """A new socket of a user."""
        socket = LiveSocket(f"socket-{len(self.sockets)}", user_id, user_id)
        self.sockets.add(socket)
        for negotiation_id in watched:
            self.sockets.watch(socket, negotiation_id)
        return socket

    def look(self) -> list[tuple[str, Any, str, list[str]]]:
        """What it pushes, some seconds later."""
        self.home.clock.advance(seconds=3)
        self.pushed.clear()
        with capture_logs() as logs:
            told = self.reconciler.look(self)
        assert bool(told) == bool(self.pushed)
        assert [line["negotiations"] for line in logs] == ([told] if told else [])
        return list(self.pushed)

    def hear(self) -> None:
        """All that was emitted passes here."""
        for event, data, room in self.home.port.sent:
            self.reconciler.notice(event, room, data)
        self.home.port.sent.clear()


@pytest.fixture
def gateway(home: House) -> Gateway:
    return Gateway(home)


@pytest.fixture
def negotiation_id(home: House, buyer: Author) -> UUID:
    return home.opened(buyer)


def activity_of(home: House, negotiation_id: UUID) -> Any:
    with home.services.database.read() as session:
        return activity_object(session.get_one(Negotiation, negotiation_id))


def test_who_watches_gets_the_newest_event(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    watching = gateway.connect(buyer.user_id, negotiation_id)
    gateway.hear()
    assert gateway.look() == []
    home.chat(buyer, negotiation_id)
    last_seq = activity_of(home, negotiation_id)["last_seq"]
    stored, activity = gateway.look()
    assert (stored[0], stored[1]["seq"]) == ("new_message", last_seq)
    assert stored[2] == negotiation_room(negotiation_id)
    assert activity[3] == [watching.sid], "who sees the events is not told of them as well"


def test_the_lists_of_its_owner_are_told_how_it_stands(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    gateway.connect(buyer.user_id)
    gateway.connect(home.buyer().user_id)
    gateway.hear()
    home.chat(buyer, negotiation_id)
    activity = activity_of(home, negotiation_id)
    assert gateway.look() == [("negotiation_activity", activity, user_room(buyer.user_id), [])]


@pytest.mark.parametrize("catch_up", [Gateway.hear, Gateway.look])
def test_each_is_told_once(
    home: House,
    gateway: Gateway,
    buyer: Author,
    negotiation_id: UUID,
    catch_up: Callable[[Gateway], object],
) -> None:
    gateway.connect(buyer.user_id, negotiation_id)
    gateway.hear()
    home.chat(buyer, negotiation_id)
    catch_up(gateway)
    assert gateway.look() == []
    assert gateway.look() == []


def test_nobody_is_told_of_strangers(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    gateway.connect(home.buyer().user_id)
    home.chat(buyer, negotiation_id)
    assert gateway.look() == []


def test_what_is_on_its_way_is_waited_for(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID
) -> None:
    gateway.connect(buyer.user_id)
    gateway.hear()
    home.clock.advance(seconds=20)
    gateway.look()
    home.chat(buyer, negotiation_id)
    assert gateway.reconciler.look(gateway) == 0
    assert len(gateway.look()) == 1


@pytest.mark.parametrize(("before", "after"), [(0, 300), (-10, 10)], ids=["look", "commit"])
def test_however_late_a_look_or_a_commit_is_nothing_is_missed(
    home: House, gateway: Gateway, buyer: Author, negotiation_id: UUID, before: int, after: int
) -> None:
    gateway.connect(buyer.user_id)
    gateway.hear()
    gateway.look()
    home.clock.advance(seconds=before)
    home.chat(buyer, negotiation_id)
    home.clock.advance(seconds=after)
    assert len(gateway.look()) == 1
