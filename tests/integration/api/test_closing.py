"""Accepting and walking away, exactly by the rules; and what stays possible after the end."""

from __future__ import annotations

import pytest

from backend.contract.objects import NegotiationAnswer
from tests.integration.api.calling import Buyer, ok, refused
from tests.integration.history import Json, fold, settled


def accepted(buyer: Buyer, path: str, **body: object) -> Json:
    negotiation: Json = ok(buyer.post(f"{path}/accept", body), NegotiationAnswer)["negotiation"]
    return negotiation


def left(buyer: Buyer, path: str) -> Json:
    negotiation: Json = ok(buyer.post(f"{path}/walk-away"), NegotiationAnswer)["negotiation"]
    return negotiation


@pytest.fixture
def path(buyer: Buyer) -> str:
    """With a dealer's price of 22,000, then one of 21,500, and a walk-away price of 23,000."""
    path = buyer.negotiation(walk_away_price=23000)
    buyer.posted(f"{path}/offers", amount=22000, party="dealer")
    buyer.posted(f"{path}/dealer-messages", content="21,500, final.", price=21500)
    return path


def test_it_is_the_dealers_latest_price_by_default(buyer: Buyer, path: str) -> None:
    negotiation = accepted(buyer, path)
    assert (negotiation["status"], negotiation["agreed_price"]) == ("agreed", "21500.00")
    assert negotiation == buyer.read(path)
    last = buyer.events(path)[-1]
    assert (last["type"], last["negotiation"]) == ("negotiation_updated", negotiation)


def test_it_is_the_amount_that_was_named(buyer: Buyer, path: str) -> None:
    assert accepted(buyer, path, amount="20999.99")["agreed_price"] == "20999.99"


def test_without_an_offer_there_is_nothing_to_accept(buyer: Buyer) -> None:
    path = buyer.negotiation()
    buyer.posted(f"{path}/offers", amount=18000, party="buyer")
    buyer.posted(f"{path}/dealer-messages", content="Come and see it.")
    refused(buyer.post(f"{path}/accept"), 409, "no_offer_to_accept")
    refused(buyer.post(f"{path}/accept", {"confirm": True}), 409, "no_offer_to_accept")
    assert buyer.read(path)["status"] == "active"
    assert accepted(buyer, path, amount=25000)["agreed_price"] == "25000.00"


def test_above_the_walk_away_price_needs_a_confirmation(buyer: Buyer, path: str) -> None:
    before = buyer.events(path)
    for body in ({"amount": "23000.01"}, {"amount": 23500, "confirm": False}):
        refused(buyer.post(f"{path}/accept", body), 409, "above_walk_away")
    assert buyer.events(path) == before
    assert accepted(buyer, path, amount="23000.01", confirm=True)["agreed_price"] == "23000.01"


def test_the_dealers_price_above_the_walk_away_price_needs_one_too(buyer: Buyer, path: str) -> None:
    buyer.posted(f"{path}/offers", amount=24000, party="dealer")
    refused(buyer.post(f"{path}/accept"), 409, "above_walk_away")
    assert accepted(buyer, path, confirm=True)["agreed_price"] == "24000.00"


def test_the_walk_away_price_itself_needs_none(buyer: Buyer, path: str) -> None:
    assert accepted(buyer, path, amount=23000)["agreed_price"] == "23000.00"


def test_accepting_the_same_again_is_fine_and_adds_no_event(buyer: Buyer, path: str) -> None:
    negotiation = accepted(buyer, path)
    events = buyer.events(path)
    assert accepted(buyer, path) == negotiation
    assert accepted(buyer, path, amount="21500") == negotiation
    assert buyer.events(path) == events


def test_the_same_again_above_the_walk_away_price(buyer: Buyer, path: str) -> None:
    negotiation = accepted(buyer, path, amount=24000, confirm=True)
    assert accepted(buyer, path, amount=24000, confirm=True) == negotiation


def test_another_end_after_the_end(buyer: Buyer, path: str) -> None:
    accepted(buyer, path)
    events = buyer.events(path)
    refused(buyer.post(f"{path}/accept", {"amount": 21000}), 409, "negotiation_closed")
    refused(buyer.post(f"{path}/walk-away"), 409, "negotiation_closed")
    assert buyer.events(path) == events


def test_walking_away(buyer: Buyer, path: str) -> None:
    negotiation = left(buyer, path)
    assert (negotiation["status"], negotiation["agreed_price"]) == ("walked_away", None)
    events = buyer.events(path)
    assert left(buyer, path) == negotiation
    assert buyer.events(path) == events
    refused(buyer.post(f"{path}/accept"), 409, "negotiation_closed")
    refused(buyer.post(f"{path}/accept", {"amount": 1000}), 409, "negotiation_closed")


@pytest.mark.parametrize("body", [{}, None])
def test_walking_away_needs_no_body(buyer: Buyer, path: str, body: Json | None) -> None:
    if body is None:
        assert buyer.post_text(f"{path}/walk-away", b"").status_code == 200
    else:
        assert buyer.post(f"{path}/walk-away", body).status_code == 200


@pytest.mark.parametrize("end", [accepted, left])
def test_after_the_end_chat_and_reading_stay_open(
    buyer: Buyer, path: str, end: type[object]
) -> None:
    closed: Json = end(buyer, path)  # type: ignore[call-arg,assignment]
    for call, body in (
        ("offers", {"amount": 18000, "party": "buyer"}),
        ("offers", {"amount": 18000, "party": "dealer"}),
        ("dealer-messages", {"content": "Wait!"}),
        ("dealer-messages", {"content": "Wait!", "price": 20000}),
    ):
        refused(buyer.post(f"{path}/{call}", body), 409, "negotiation_closed")
    chatted = buyer.posted(f"{path}/chat", content="Did I do well?")
    assert buyer.read(path)["last_seq"] == len(buyer.events(path))
    assert settled(buyer.read(path)) == settled(closed)
    assert chatted["reply"]["status"] == "pending"


def test_open_replies_finish_and_change_nothing(buyer: Buyer) -> None:
    opened = buyer.opened()
    path = f"/negotiations/{opened['negotiation']['id']}"
    offered = buyer.posted(f"{path}/offers", amount=22000, party="buyer")
    closed = left(buyer, path)
    assert buyer.advised(opened)["status"] == "complete"
    assert buyer.advised(offered)["status"] == "complete"
    assert settled(buyer.read(path)) == settled(closed)
    assert settled(fold(buyer.events(path)).negotiation) == settled(closed)


def test_ten_rounds_allow_nine_offers(buyer: Buyer) -> None:
    path = buyer.negotiation()
    rounds = []
    for count in range(9):
        posted = buyer.posted(f"{path}/offers", amount=17000 + count, party="buyer")
        rounds.append(posted["message"]["round"])
    assert rounds == list(range(2, 11))
    before = buyer.events(path)
    answer = buyer.post(f"{path}/offers", {"amount": 18000, "party": "buyer"})
    refused(answer, 409, "rounds_exhausted")
    assert buyer.events(path) == before
    assert buyer.read(path)["round"] == 10
    posted = buyer.posted(f"{path}/offers", amount=21000, party="dealer")
    assert posted["message"]["round"] == 10
    buyer.posted(f"{path}/dealer-messages", content="20,900.", price=20900)
    buyer.posted(f"{path}/chat", content="And now?")
    assert accepted(buyer, path)["agreed_price"] == "20900.00"


def test_two_rounds_allow_one_offer_and_walking_away(buyer: Buyer) -> None:
    path = buyer.negotiation(max_rounds=2)
    buyer.posted(f"{path}/offers", amount=17000, party="buyer")
    answer = buyer.post(f"{path}/offers", {"amount": 18000, "party": "buyer"})
    refused(answer, 409, "rounds_exhausted")
    assert left(buyer, path)["status"] == "walked_away"
