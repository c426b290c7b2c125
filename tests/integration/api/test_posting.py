"""Messages of each kind, as the contract describes them, and their events."""

from __future__ import annotations

import marshmallow as ma

from backend.contract.events import SERVER_EVENTS
from tests.integration.api.calling import Buyer
from tests.integration.history import Json, fold, settled


def shape(message: Json) -> Json:
    keys = ("role", "kind", "content", "round", "status", "in_reply_to", "reply_id", "data")
    return {key: message[key] for key in keys}


def test_chat(buyer: Buyer) -> None:
    path = buyer.negotiation()
    posted = buyer.posted(f"{path}/chat", content=" Is it fair? ")
    assert shape(posted["message"]) == {
        "role": "user",
        "kind": "chat",
        "content": "Is it fair?",
        "round": 1,
        "status": "complete",
        "in_reply_to": None,
        "reply_id": None,
        "data": {},
    }
    assert posted["reply"]["message_id"] == posted["message"]["id"]
    assert (posted["reply"]["status"], posted["reply"]["attempt"]) == ("pending", 0)
    assert [event["type"] for event in buyer.events(path)] == ["negotiation_updated", "new_message"]


def test_offers_of_both_sides(buyer: Buyer) -> None:
    path = buyer.negotiation()
    mine = buyer.posted(f"{path}/offers", amount=18000, party="buyer", note="cash")["message"]
    theirs = buyer.posted(f"{path}/offers", amount="24000.5", party="dealer")["message"]
    assert (mine["role"], mine["kind"], mine["round"]) == ("user", "offer", 2)
    assert mine["data"] == {"amount": "18000.00", "party": "buyer", "note": "cash"}
    assert (theirs["role"], theirs["kind"], theirs["round"]) == ("dealer", "offer", 2)
    assert theirs["data"] == {"amount": "24000.50", "party": "dealer", "note": None}
    now = buyer.read(path)
    assert (now["round"], now["latest_buyer_offer"], now["latest_dealer_price"]) == (
        2,
        "18000.00",
        "24000.50",
    )


def test_dealer_messages(buyer: Buyer) -> None:
    path = buyer.negotiation()
    said = buyer.posted(f"{path}/dealer-messages", content="Come by.", channel="text")["message"]
    assert (said["role"], said["kind"], said["round"]) == ("dealer", "dealer_message", 1)
    assert said["data"] == {"price": None, "channel": "text"}
    assert buyer.read(path)["latest_dealer_price"] is None
    priced = buyer.posted(f"{path}/dealer-messages", content="23,900!", price=23900)["message"]
    assert priced["data"] == {"price": "23900.00", "channel": None}
    assert buyer.read(path)["latest_dealer_price"] == "23900.00"
    assert buyer.read(path)["round"] == 1


def test_the_events_of_posts_and_replies(buyer: Buyer) -> None:
    opened = buyer.opened()
    path = f"/negotiations/{opened['negotiation']['id']}"
    buyer.advised(opened)
    buyer.advised(buyer.posted(f"{path}/offers", amount=22500, party="buyer"))
    buyer.advised(buyer.posted(f"{path}/chat", content="Why?"))
    events = buyer.events(path)
    assert [(e["seq"], e["type"]) for e in events] == list(
        enumerate(
            (
                "negotiation_updated",
                "new_message",  # the opening advice, streaming
                "negotiation_updated",  # its suggestion
                "message_updated",  # complete
                "new_message",  # the offer
                "negotiation_updated",  # its round
                "new_message",
                "negotiation_updated",
                "message_updated",
                "new_message",  # the chat, which changes nothing
                "new_message",
                "message_updated",
            ),
            start=1,
        )
    )
    for event in events:
        SERVER_EVENTS[event["type"]](unknown=ma.RAISE).load(event)
    folded = fold(events)
    assert settled(folded.negotiation) == settled(buyer.read(path))
    streaming = [e["message"] for e in events if e.get("message", {}).get("status") == "streaming"]
    assert [message["content"] for message in streaming] == [""] * 3
    for message in folded.messages.values():
        first = next(e for e in events if e.get("message", {}).get("id") == message["id"])
        assert (first["type"], first["seq"]) == ("new_message", message["seq"])
    answered = {m["id"] for m in folded.messages.values() if m["role"] == "user"}
    in_reply_to = {m["in_reply_to"] for m in folded.messages.values() if m["role"] == "agent"}
    assert in_reply_to == {None, *answered}
