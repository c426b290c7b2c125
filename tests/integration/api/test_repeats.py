"""`client_id`: the same call again answers with the same objects, and adds nothing."""

from __future__ import annotations

from uuid import uuid4

import pytest

from backend.contract.objects import OpenedAnswer, PostedAnswer
from tests.integration.api.calling import CAR, NEW, Buyer, Gateway, body_of, ok, refused
from tests.integration.api.conftest import MakeGateway
from tests.integration.history import Json, fold

POSTS: dict[str, Json] = {
    "chat": {"content": "Is this a good price?"},
    "offers": {"amount": "18000.00", "party": "buyer", "note": "cash"},
    "dealer-messages": {"content": "24,000 is my best.", "price": 24000, "channel": "text"},
}
OTHERS: dict[str, Json] = {
    "chat": {"content": "Is it really?"},
    "offers": {"amount": "18000.01", "party": "buyer", "note": "cash"},
    "dealer-messages": {"content": "24,000 is my best.", "price": 24000},
}


def test_opening_again(buyer: Buyer) -> None:
    client_id = str(uuid4())
    opened = buyer.opened(client_id=client_id)
    path = f"/negotiations/{opened['negotiation']['id']}"
    buyer.advised(opened)
    again = ok(buyer.post("/negotiations", {**NEW, "client_id": client_id}), OpenedAnswer, 200)
    assert again["negotiation"] == buyer.read(path)
    assert again["negotiation"]["suggested_price"] == "17400.00"
    assert again["reply"] == {**opened["reply"], "status": "complete", "attempt": 1}
    assert len(ok_items(buyer)) == 1


def ok_items(buyer: Buyer) -> list[Json]:
    items: list[Json] = body_of(buyer.get("/negotiations"))["items"]
    return items


@pytest.mark.parametrize(
    "changes",
    [
        {"asking_price": "25000.01"},
        {"walk_away_price": "23000"},
        {"max_rounds": 11},
        {"vehicle": {**CAR, "year": 2020}},
        {"vehicle": {**CAR, "mileage": 1}},
    ],
    ids=repr,
)
def test_opening_another_with_the_same_id(buyer: Buyer, changes: Json) -> None:
    client_id = str(uuid4())
    buyer.opened(client_id=client_id)
    body = {**NEW, "client_id": client_id, **changes}
    refused(buyer.post("/negotiations", body), 409, "client_id_reused")
    assert len(ok_items(buyer)) == 1


def test_the_same_amount_written_otherwise_is_the_same_call(buyer: Buyer) -> None:
    client_id = str(uuid4())
    buyer.opened(client_id=client_id)
    body = {**NEW, "client_id": client_id.upper(), "asking_price": 25000, "max_rounds": 10}
    ok(buyer.post("/negotiations", body), OpenedAnswer, 200)


def test_ids_are_each_buyers_own(gateway: Gateway, buyer: Buyer) -> None:
    client_id = str(uuid4())
    mine = buyer.opened(client_id=client_id)["negotiation"]["id"]
    assert gateway.buyer().opened(client_id=client_id)["negotiation"]["id"] != mine


@pytest.mark.parametrize("route", POSTS)
def test_posting_again(buyer: Buyer, route: str) -> None:
    path, body = buyer.negotiation(), {**POSTS[route], "client_id": str(uuid4())}
    posted = buyer.posted(f"{path}/{route}", **body)
    assert posted["message"]["client_id"] == body["client_id"]
    before, negotiation = buyer.events(path), buyer.read(path)
    assert ok(buyer.post(f"{path}/{route}", body), PostedAnswer, 200) == posted
    assert buyer.events(path) == before
    assert buyer.read(path) == negotiation


@pytest.mark.parametrize("route", POSTS)
def test_posting_again_answers_with_the_objects_as_they_are_now(buyer: Buyer, route: str) -> None:
    opened = buyer.opened()
    path, body = f"/negotiations/{opened['negotiation']['id']}", POSTS[route]
    body = {**body, "client_id": str(uuid4())}
    posted = buyer.posted(f"{path}/{route}", **body)
    buyer.advised(opened)
    buyer.advised(posted)
    again = ok(buyer.post(f"{path}/{route}", body), PostedAnswer, 200)
    assert again["reply"] == {**posted["reply"], "status": "complete", "attempt": 1}
    assert again["message"] == fold(buyer.events(path)).messages[posted["message"]["id"]]


@pytest.mark.parametrize("route", POSTS)
def test_another_body_with_the_same_id(buyer: Buyer, route: str) -> None:
    path, client_id = buyer.negotiation(), str(uuid4())
    buyer.posted(f"{path}/{route}", **POSTS[route], client_id=client_id)
    before = buyer.events(path)
    other = {**OTHERS[route], "client_id": client_id}
    refused(buyer.post(f"{path}/{route}", other), 409, "client_id_reused")
    assert buyer.events(path) == before


def test_another_route_with_the_same_id(buyer: Buyer) -> None:
    path, body = buyer.negotiation(), {"content": "Hello", "client_id": str(uuid4())}
    buyer.posted(f"{path}/chat", **body)
    before = buyer.events(path)
    refused(buyer.post(f"{path}/dealer-messages", body), 409, "client_id_reused")
    assert buyer.events(path) == before


def test_an_id_counts_per_negotiation(buyer: Buyer) -> None:
    body = {"content": "Hello", "client_id": str(uuid4())}
    one, other = buyer.negotiation(), buyer.negotiation()
    first = buyer.posted(f"{one}/chat", **body)["message"]["id"]
    assert buyer.posted(f"{other}/chat", **body)["message"]["id"] != first


def test_null_is_no_id(buyer: Buyer) -> None:
    path = buyer.negotiation()
    for _ in range(2):
        buyer.posted(f"{path}/chat", content="Hello", client_id=None)
    assert len(buyer.events(path)) == 3


@pytest.mark.parametrize("route", ["offers", "dealer-messages"])
def test_it_is_looked_at_before_the_status(buyer: Buyer, route: str) -> None:
    path, client_id = buyer.negotiation(), str(uuid4())
    body = {**POSTS[route], "client_id": client_id}
    buyer.posted(f"{path}/{route}", **body)
    assert buyer.post(f"{path}/walk-away").status_code == 200
    ok(buyer.post(f"{path}/{route}", body), PostedAnswer, 200)
    other = {**OTHERS[route], "client_id": client_id}
    refused(buyer.post(f"{path}/{route}", other), 409, "client_id_reused")
    fresh = {**body, "client_id": str(uuid4())}
    refused(buyer.post(f"{path}/{route}", fresh), 409, "negotiation_closed")


def test_it_is_looked_at_before_the_rounds(buyer: Buyer) -> None:
    path = buyer.negotiation(max_rounds=2)
    body = {**POSTS["offers"], "client_id": str(uuid4())}
    buyer.posted(f"{path}/offers", **body)
    ok(buyer.post(f"{path}/offers", body), PostedAnswer, 200)
    fresh = {**body, "client_id": str(uuid4())}
    refused(buyer.post(f"{path}/offers", fresh), 409, "rounds_exhausted")


def test_it_is_looked_at_before_the_limits(make_gateway: MakeGateway) -> None:
    buyer = make_gateway(rate_limit_writes="2/hour").buyer()
    opening_id, body = str(uuid4()), {"content": "Hello", "client_id": str(uuid4())}
    path = buyer.negotiation(client_id=opening_id)
    posted = buyer.posted(f"{path}/chat", **body)
    refused(buyer.post(f"{path}/chat", {"content": "Hello"}), 429, "rate_limited")
    assert ok(buyer.post(f"{path}/chat", body), PostedAnswer, 200) == posted
    ok(buyer.post("/negotiations", {**NEW, "client_id": opening_id}), OpenedAnswer, 200)
    refused(buyer.post(f"{path}/chat", {**body, "content": "Bye"}), 409, "client_id_reused")
