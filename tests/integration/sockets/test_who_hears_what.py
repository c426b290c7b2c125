"""Which sockets are told of what: those that may, those that asked, and each once."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from backend.contract.events import STORED_EVENTS
from tests.integration.api.calling import Buyer
from tests.integration.sockets.live import LiveGateway, Tab

NOT_YOURS, NOT_FOUND, MALFORMED, TOO_MANY = 4003, 4004, 4400, 4429


def seqs(tab: Tab, negotiation_id: str) -> list[int]:
    """The places of the stored events that a tab was told of."""
    return [each["seq"] for each in tab.about(negotiation_id, *STORED_EVENTS)]


@pytest.mark.parametrize("code", [NOT_YOURS, NOT_FOUND], ids=["a stranger's", "unknown"])
def test_who_is_refused_hears_nothing(
    gateway: LiveGateway, buyer: Buyer, stranger: Buyer, code: int
) -> None:
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"] if code == NOT_YOURS else str(uuid4())
    with gateway.tab(stranger) as tab:
        ack = tab.subscribe(negotiation_id)
        assert (ack["status"], ack["code"]) == ("error", code)
        assert "negotiation" not in ack
        assert not gateway.sockets.is_watched(UUID(negotiation_id))
        gateway.work(
            opened,
            buyer.posted(
                f"/negotiations/{opened['negotiation']['id']}/chat",
                content="Only you may read this.",
            ),
        )
        tab.catch_up(stranger)
        assert tab.about(negotiation_id) == []


def test_who_subscribes_hears_all_that_follows(gateway: LiveGateway, buyer: Buyer) -> None:
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    with gateway.tab(buyer) as tab:
        ack = tab.subscribe(negotiation_id, opened["negotiation"]["last_seq"])
        assert (ack["status"], ack["events"], ack["has_more"]) == ("ok", [], False)
        gateway.work(opened)
        last_seq = buyer.read(f"/negotiations/{negotiation_id}")["last_seq"]
        expected = list(range(ack["last_seq"] + 1, last_seq + 1))
        tab.wait(lambda t: seqs(t, negotiation_id) == expected, "all events, each once")


def test_nothing_falls_between_reading_and_joining(gateway: LiveGateway, buyer: Buyer) -> None:
    """Something is written whenever `subscribe` has read."""
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    written: list[str] = []
    is_writing = False

    def write(*_: object) -> None:
        nonlocal is_writing
        if not is_writing and len(written) < 4:
            is_writing = True
            posted = buyer.posted(f"/negotiations/{negotiation_id}/chat", content="Still there?")
            written.append(posted["message"]["id"])
            is_writing = False

    engine = gateway.services.database.engine
    with gateway.tab(buyer) as tab:
        event.listen(engine, "checkin", write)
        try:
            ack = tab.subscribe(negotiation_id)
        finally:
            event.remove(engine, "checkin", write)
        assert len(written) >= 2
        read = [each["seq"] for each in ack["events"]]
        last_seq = buyer.read(f"/negotiations/{negotiation_id}")["last_seq"]
        tab.wait(
            lambda t: {*read, *seqs(t, negotiation_id)} == set(range(1, last_seq + 1)),
            "what was written meanwhile",
        )


def test_who_unsubscribed_hears_no_more(gateway: LiveGateway, buyer: Buyer) -> None:
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    with gateway.tab(buyer) as tab:
        tab.subscribe(negotiation_id)
        assert tab.wire.call("unsubscribe", {"negotiation_id": negotiation_id}) == {"status": "ok"}
        gateway.work(opened)
        tab.catch_up(buyer)
        assert seqs(tab, negotiation_id) == []
        assert tab.about(negotiation_id, "negotiation_activity"), "it is in the list as others are"


def test_a_tab_that_leaves_takes_nothing_from_the_lists_of_others(
    gateway: LiveGateway, buyer: Buyer
) -> None:
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    with gateway.tab(buyer) as list_tab:
        with gateway.tab(buyer) as talk_tab:
            talk_tab.subscribe(negotiation_id)
            assert gateway.sockets.watchers_of(UUID(negotiation_id)) == [talk_tab.sid]
        assert not gateway.sockets.is_watched(UUID(negotiation_id))
        list_tab.heard.clear()
        buyer.posted(f"/negotiations/{negotiation_id}/chat", content="Anybody there?")
        list_tab.wait(lambda t: t.about(negotiation_id, "negotiation_activity"), "it is told")


def test_who_watches_is_spared_what_the_list_is_told(gateway: LiveGateway, buyer: Buyer) -> None:
    negotiation_id = buyer.opened()["negotiation"]["id"]
    with gateway.tab(buyer) as list_tab, gateway.tab(buyer) as talk_tab:
        talk_tab.subscribe(negotiation_id)
        for tab in (list_tab, talk_tab):
            tab.heard.clear()
        buyer.posted(f"/negotiations/{negotiation_id}/chat", content="Hello?")
        list_tab.wait(lambda t: t.about(negotiation_id, "negotiation_activity"), "the list's")
        talk_tab.wait(lambda t: seqs(t, negotiation_id), "the talk's")
        talk_tab.catch_up(buyer)
        assert talk_tab.about(negotiation_id, "negotiation_activity") == []
        assert seqs(list_tab, negotiation_id) == []


def test_a_socket_watches_so_many_and_no_more(gateway: LiveGateway, buyer: Buyer) -> None:
    watched = [buyer.opened()["negotiation"]["id"] for _ in range(51)]
    with gateway.tab(buyer) as tab:
        codes = [tab.subscribe(each).get("code") for each in watched]
        assert codes == [None] * 50 + [TOO_MANY]
        assert tab.subscribe(watched[0])["status"] == "ok", "what it watches it may read anew"
        tab.wire.call("unsubscribe", {"negotiation_id": watched[0]})
        assert tab.subscribe(watched[50])["status"] == "ok"


def test_sync_tells_how_far_it_is_to_whom_it_belongs(
    gateway: LiveGateway, buyer: Buyer, stranger: Buyer
) -> None:
    negotiation = buyer.opened()["negotiation"]
    payload = {"negotiation_id": negotiation["id"], "last_seq": 0}
    with gateway.tab(buyer) as own, gateway.tab(stranger) as other:
        assert own.wire.call("sync", payload) == {"last_seq": negotiation["last_seq"]}
        assert other.wire.call("sync", payload)["code"] == NOT_YOURS
        assert own.wire.call("sync", {**payload, "more": 1})["code"] == MALFORMED
