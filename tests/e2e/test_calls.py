"""What a socket may ask: acks, refusals with their codes, and nonsense that stops nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import marshmallow as ma
import pytest
import requests
import websocket

from backend.contract.events import ErrorAck, StatusAck, SubscribeAck, SyncAck
from tests.e2e.people import Person, Tab, person
from tests.integration.history import Json, fold, settled


@pytest.fixture(scope="module")
def buyer(base_url: str) -> Iterator[Person]:
    """One for all tests here: no call of theirs changes anything of the others."""
    with person(base_url) as made:
        yield made


@pytest.fixture
def tab(buyer: Person) -> Iterator[Tab]:
    with buyer.tab() as opened:
        yield opened


@pytest.fixture(scope="module")
def negotiation_id(buyer: Person) -> str:
    """Of a negotiation whose opening advice is there: it has four events."""
    opened = buyer.opened()
    made: str = opened["negotiation"]["id"]
    with buyer.tab() as tab:
        tab.watch(made)
        tab.wait_end(opened["reply"]["id"])
    return made


def refused(ack: Json, code: int) -> None:
    ErrorAck(unknown=ma.RAISE).load(ack)
    assert (ack["status"], ack["code"]) == ("error", code)
    assert ack["detail"]
    assert "Traceback" not in json.dumps(ack)


def test_subscribing_tells_all_there_is(buyer: Person, tab: Tab, negotiation_id: str) -> None:
    ack = tab.watch(negotiation_id)
    SubscribeAck(unknown=ma.RAISE).load(ack)
    assert ack["events"] == buyer.events(negotiation_id)
    assert ack["negotiation"] == buyer.negotiation(negotiation_id)
    assert (ack["last_seq"], ack["has_more"]) == (len(ack["events"]), False)
    assert ack["reply"] is None
    assert settled(fold(ack["events"]).negotiation) == settled(ack["negotiation"])


@pytest.mark.parametrize(("after", "first"), [(0, 1), (2, 3), (4, None), (10**12, None)])
def test_subscribing_tells_what_is_after(
    tab: Tab, negotiation_id: str, after: int, first: int | None
) -> None:
    ack = tab.watch(negotiation_id, after)
    assert [e["seq"] for e in ack["events"]] == ([] if first is None else list(range(first, 5)))
    assert (ack["last_seq"], ack["has_more"]) == (4, False)


def test_subscribing_without_a_place_tells_the_newest_hundred(buyer: Person, tab: Tab) -> None:
    negotiation_id = buyer.opened()["negotiation"]["id"]
    posted = [
        buyer.post(f"/negotiations/{negotiation_id}/chat", {"content": "And now?"})
        for _ in range(40)
    ]
    tab.watch(negotiation_id)
    tab.wait_end(posted[-1]["reply"]["id"])
    ack = tab.watch(negotiation_id)
    assert ack["last_seq"] == 124  # 1 + 40 posts + 41 replies of two, and one suggestion
    assert [e["seq"] for e in ack["events"]] == list(range(25, 125))
    assert ack["has_more"] is True
    first = tab.watch(negotiation_id, 0)
    assert [e["seq"] for e in first["events"]] == list(range(1, 101))
    assert first["has_more"] is True


def test_only_who_subscribed_hears(buyer: Person, tab: Tab) -> None:
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    tab.watch(negotiation_id)
    tab.wait_end(opened["reply"]["id"])
    assert tab.call("unsubscribe", {"negotiation_id": negotiation_id}) == {"status": "ok"}
    with buyer.tab() as other:
        other.watch(negotiation_id)
        heard = heard_of_negotiations(tab)
        posted = buyer.post(f"/negotiations/{negotiation_id}/chat", {"content": "Hello?"})
        other.wait_end(posted["reply"]["id"])
        assert tab.call("sync", {"negotiation_id": negotiation_id, "last_seq": 4})["last_seq"] == 7
        assert heard_of_negotiations(tab) == heard


def heard_of_negotiations(tab: Tab) -> int:
    """How many events of negotiations came; what the list of the user hears is apart from them."""
    return sum(name != "negotiation_activity" for name, _ in tab.events)


def test_sync_tells_the_newest_seq(tab: Tab, negotiation_id: str) -> None:
    ack = tab.call("sync", {"negotiation_id": negotiation_id, "last_seq": 1})
    SyncAck(unknown=ma.RAISE).load(ack)
    assert ack == {"last_seq": 4}


def test_authenticating_with_a_fresh_token(buyer: Person, tab: Tab) -> None:
    ack = tab.call("authenticate", {"token": buyer.token})
    StatusAck(unknown=ma.RAISE).load(ack)
    assert ack == {"status": "ok"}


def test_authenticating_with_what_is_no_token_of_ones_own(
    buyer: Person, tab: Tab, base_url: str
) -> None:
    refused(tab.call("authenticate", {"token": "garbage"}), 4001)
    with person(base_url) as stranger:
        refused(tab.call("authenticate", {"token": stranger.token}), 4003)
    assert tab.is_open


def test_foreign_and_unknown_negotiations(tab: Tab, base_url: str) -> None:
    with person(base_url) as stranger:
        foreign = stranger.opened()["negotiation"]["id"]
    for call, more in (("subscribe", {"after_seq": 0}), ("sync", {"last_seq": 0})):
        refused(tab.call(call, {"negotiation_id": foreign, **more}), 4003)
        refused(tab.call(call, {"negotiation_id": str(uuid4()), **more}), 4004)


MALFORMED: list[object] = [
    None,
    {},
    [],
    7,
    "text",
    True,
    {"negotiation_id": "x"},
    {"negotiation_id": 7},
    {"negotiation_id": None},
    b"bytes",
    (),
    ({"negotiation_id": str(uuid4())}, {"negotiation_id": str(uuid4())}),
    {"negotiation_id": str(uuid4()), "last_seq": 0, "surprise": 1},
]


@pytest.mark.parametrize("call", ["subscribe", "unsubscribe", "authenticate", "sync"])
def test_malformed_calls(tab: Tab, call: str) -> None:
    for payload in MALFORMED:
        refused(tab.call(call, payload), 4400)
        tab.send(call, payload)
    assert tab.is_open


@pytest.mark.parametrize("place", [-1, 1.5, "1", True, [], {}])
def test_malformed_places(tab: Tab, negotiation_id: str, place: object) -> None:
    payload = {"negotiation_id": negotiation_id}
    refused(tab.call("subscribe", {**payload, "after_seq": place}), 4400)
    refused(tab.call("sync", {**payload, "last_seq": place}), 4400)
    refused(tab.call("sync", {**payload, "last_seq": None}), 4400)


def test_too_many_calls(buyer: Person, negotiation_id: str) -> None:
    with buyer.tab() as eager, buyer.tab() as calm:
        payload = {"negotiation_id": negotiation_id, "last_seq": 0}
        acks = eager.call_at_once("sync", payload, times=200)
        refused(next(ack for ack in acks if ack.get("status") == "error"), 4429)
        assert acks[0] == {"last_seq": 4}
        assert eager.is_open
        assert calm.call("sync", payload) == {"last_seq": 4}


NONSENSE = [
    "",
    "9",
    "x",
    "2",
    "3",
    "4",
    "42",
    "42[",
    "42[]",
    "42{}",
    '42{"a":1}',
    '42["subscribe"',
    '42["subscribe"]',
    "42[7]",
    "42[null]",
    '42["nobody handles this",{}]',
    '42["connect",{}]',
    '42["connect",{"token":"x"}]',
    '42["disconnect"]',
    '42["disconnect","why"]',
    '42["connect_error",{}]',
    '42["*",{}]',
    '42/admin,["subscribe",{}]',
    "40/admin,",
    "40",
    '40{"token":"x"}',
    "43[]",
    "431[7]",
    "4399999999999999999999[]",
    '42999999999999999999999999["sync",{}]',
    '44{"message":"x"}',
    '451-["subscribe",{"_placeholder":true,"num":0}]',
    '4599999999-["subscribe",{"_placeholder":true,"num":0}]',
    "45-[]",
    '42["subscribe",' + "[" * 5000 + "]" * 5000 + "]",
    '42["sync",{"negotiation_id":"\\ud800","last_seq":0}]',
    "b4AAAA",
    "1",
    "41",
]


@contextmanager
def raw_socket(base_url: str) -> Iterator[websocket.WebSocket]:
    """A WebSocket that speaks no Socket.IO of its own."""
    address = base_url.replace("http://", "ws://")
    raw = websocket.create_connection(f"{address}/socket.io/?EIO=4&transport=websocket", timeout=60)
    line = raw.sock
    try:
        yield raw
    finally:
        raw.close()
        if line is not None:  # the library leaves it open when the server was first
            line.close()


@pytest.mark.parametrize("packet", NONSENSE, ids=lambda packet: packet[:40])
def test_packets_of_nonsense_stop_nobody(buyer: Person, negotiation_id: str, packet: str) -> None:
    with buyer.tab() as other, raw_socket(buyer.base_url) as raw:
        assert str(raw.recv()).startswith("0")
        raw.send("40" + json.dumps({"token": buyer.token}))
        assert str(raw.recv()).startswith("40")
        raw.send(packet)
        raw.send_binary(b"\x00\xff")
        payload = {"negotiation_id": negotiation_id, "last_seq": 0}
        assert other.call("sync", payload) == {"last_seq": 4}
        assert requests.get(f"{buyer.base_url}/readyz", timeout=60).status_code == 200


def test_a_packet_over_the_limit_closes_its_own_socket_only(
    buyer: Person, tab: Tab, negotiation_id: str
) -> None:
    with buyer.tab() as careless:
        careless.send("sync", {"negotiation_id": "x" * 200_000, "last_seq": 0})
        careless.wait(lambda t: not t.is_open, "the end of the careless socket")
    assert tab.call("sync", {"negotiation_id": negotiation_id, "last_seq": 0}) == {"last_seq": 4}
