"""What a client calls is counted, validated and answered, and stops nobody, whatever it is."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
import websocket
from sqlalchemy import text

from backend.sockets.connection_limits import ADDRESS_CONNECTS
from backend.sockets.registry import CALLS_SECONDS, MAX_CALLS
from tests.faults.wire import Refused, Wire
from tests.integration.api.calling import Buyer
from tests.integration.sockets.conftest import MakeGateway
from tests.integration.sockets.live import LiveGateway, Tab
from tests.support.databases import without_table
from tests.support.tracing import attributes, named, traced

MALFORMED, TOO_MANY, OUR_FAULT, NO_STORAGE = 4400, 4429, 4500, 4503
OK = {"status": "ok"}


def call(tab: Tab) -> object:
    """A call that changes nothing."""
    ack = tab.wire.call("unsubscribe", {"negotiation_id": str(uuid4())})
    return ack.get("code", ack)


def test_a_socket_calls_so_often_and_no_more(gateway: LiveGateway, buyer: Buyer) -> None:
    with gateway.tab(buyer) as tab, gateway.tab(buyer) as other:
        assert [call(tab) for _ in range(MAX_CALLS + 2)] == [OK] * MAX_CALLS + [TOO_MANY] * 2
        assert call(other) == OK
        gateway.clock.advance(seconds=CALLS_SECONDS - 0.5)
        assert call(tab) == TOO_MANY
        gateway.clock.advance(seconds=0.5)
        assert [call(tab) for _ in range(MAX_CALLS + 1)] == [OK] * MAX_CALLS + [TOO_MANY]


@pytest.mark.parametrize("name", ["subscribe", "unsubscribe", "authenticate", "sync"])
@pytest.mark.parametrize(
    "payload",
    [None, [], {}, 7, "text", {"negotiation_id": "no id", "after_seq": 0, "token": 7}],
    ids=str,
)
def test_what_is_malformed_is_refused(
    gateway: LiveGateway, buyer: Buyer, name: str, payload: object
) -> None:
    with gateway.tab(buyer) as tab:
        ack = tab.wire.call(name, payload)
        assert (ack["status"], ack["code"]) == ("error", MALFORMED)
        assert ack["detail"]


def test_a_call_with_more_than_one_argument_is_malformed(
    gateway: LiveGateway, buyer: Buyer
) -> None:
    negotiation_id = buyer.opened()["negotiation"]["id"]
    with gateway.tab(buyer) as tab:
        payload = f'{{"negotiation_id":"{negotiation_id}"}}'
        tab.wire.send(f'42["subscribe",{payload},{payload}]')
        assert call(tab) == OK
        assert not gateway.sockets.is_watched(UUID(negotiation_id))


def test_what_fails_is_answered_and_tells_nothing(gateway: LiveGateway, buyer: Buyer) -> None:
    """Once the database's fault, once ours: an event that cannot be read."""
    negotiation_id = buyer.opened()["negotiation"]["id"]
    with gateway.tab(buyer) as tab:
        with without_table(gateway.services.database, "negotiations"):
            away = tab.subscribe(negotiation_id)
        assert (away["status"], away["code"]) == ("error", NO_STORAGE)
        assert tab.subscribe(negotiation_id)["status"] == "ok"
        with gateway.services.database.write() as session:
            session.execute(text("UPDATE events SET body = '{' WHERE seq = 1"))
        broken = tab.subscribe(negotiation_id)
        assert (broken["status"], broken["code"]) == ("error", OUR_FAULT)
        assert not {"negotiations", "events", "JSON"} & set(f"{away} {broken}".split())
        assert call(tab) == OK


def test_a_trace_tells_what_was_answered_and_of_failure_only_where_it_is_ours(
    gateway: LiveGateway, buyer: Buyer
) -> None:
    negotiation_id = buyer.opened()["negotiation"]["id"]
    with traced() as spans, gateway.tab(buyer) as tab:
        tab.subscribe(negotiation_id)
        tab.subscribe("no id")
        with without_table(gateway.services.database, "negotiations"):
            tab.subscribe(negotiation_id)
    told = [attributes(each) for each in named(spans, "socket subscribe")]
    assert [each.get("socket.code") for each in told] == [None, MALFORMED, NO_STORAGE]
    assert [each.get("error.type") for each in told] == [None, None, str(NO_STORAGE)]


def test_to_say_that_one_connects_or_leaves_changes_nothing(
    gateway: LiveGateway, buyer: Buyer
) -> None:
    """Events that a client gave these names."""
    negotiation_id = buyer.opened()["negotiation"]["id"]
    with gateway.tab(buyer) as tab:
        tab.subscribe(negotiation_id)
        before = len(gateway.sockets)
        for _ in range(3):
            tab.wire.send(f'42["connect",{{"token":"{buyer.token}"}}]')
            tab.wire.send('42["disconnect"]')
        assert call(tab) == OK
        assert len(gateway.sockets) == before
        live = gateway.sockets.get(tab.sid)
        assert live is not None
        assert gateway.sockets.count_of(live.user_id) == 1
        tab.heard.clear()
        buyer.posted(f"/negotiations/{negotiation_id}/chat", content="Still here?")
        tab.wait(lambda t: t.about(negotiation_id, "new_message"), "it watches on")


@pytest.mark.parametrize(
    ("proxies", "header", "is_refused"),
    [
        (0, "192.0.2.7", False),
        (1, "192.0.2.7", True),
        (1, "192.0.2.7, 198.51.100.1", False),
        (1, "198.51.100.1,  192.0.2.7", True),
        (2, "192.0.2.7, 198.51.100.1", True),
        (2, "203.0.113.9, 192.0.2.7, 198.51.100.1", True),
        (2, "192.0.2.7", False),
    ],
)
def test_an_address_is_what_trusted_proxies_say(
    make_gateway: MakeGateway, proxies: int, header: str, is_refused: bool
) -> None:
    """One address has knocked too often: is it the one that this connection is counted for?"""
    gateway = make_gateway(trusted_proxies=proxies)
    for _ in range(ADDRESS_CONNECTS):
        gateway.connection_limits.check_address("192.0.2.7")
    address = gateway.base_url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(
        address, timeout=10, suppress_origin=True, header=[f"X-Forwarded-For: {header}"]
    )
    line.recv()
    line.send(f'40{{"token": "{gateway.buyer().token}"}}')
    answer = str(line.recv())
    assert answer.startswith("44" if is_refused else "40"), answer
    line.send("1")
    line.shutdown()  # type: ignore[no-untyped-call]


def test_who_cannot_be_looked_up_is_told_that_it_is_ours(
    gateway: LiveGateway, buyer: Buyer
) -> None:
    with without_table(gateway.services.database, "logins"), pytest.raises(Refused) as refusal:
        Wire(gateway.base_url, buyer.token, lambda *_: None)
    assert refusal.value.code == NO_STORAGE
    with gateway.tab(buyer) as tab:
        assert call(tab) == OK
