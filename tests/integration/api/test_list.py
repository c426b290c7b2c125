"""The list by status and by words, and labels that tell two dealers of one car apart."""

from __future__ import annotations

import pytest

from backend.contract.objects import NegotiationAnswer, NegotiationsAnswer, OpenedAnswer
from tests.integration.api.calling import (
    NEW,
    Buyer,
    Gateway,
    ok,
    problem_fields,
    refused,
    unfit,
)
from tests.integration.history import Json


def car(make: str, model: str, year: int = 2020, trim: str | None = None) -> Json:
    return {"year": year, "make": make, "model": model, "trim": trim}


def names(buyer: Buyer, **query: object) -> list[str]:
    """The models of the negotiations that a query lists, newest first."""
    page = ok(buyer.get("/negotiations", **query), NegotiationsAnswer)
    return [item["vehicle"]["model"] for item in page["items"]]


@pytest.fixture
def garage(gateway: Gateway, buyer: Buyer) -> Buyer:
    """A buyer with four negotiations, two of them ended."""
    for fields in (
        {"vehicle": car("Citroën", "C4", 2019)},
        {"vehicle": car("Toyota", "Camry", 2020, "SE 100%"), "label": "Downtown"},
        {"vehicle": car("Toyota", "RAV4", 2021)},
        {"vehicle": car("Honda", "Civic_EX", 2019)},
    ):
        gateway.clock.advance(seconds=1)
        buyer.opened(**fields)
    camry, rav4 = (
        item["id"] for item in ok(buyer.get("/negotiations"), NegotiationsAnswer)["items"][2:0:-1]
    )
    ok(buyer.post(f"/negotiations/{camry}/walk-away"), NegotiationAnswer)
    ok(buyer.post(f"/negotiations/{rav4}/accept", {"amount": "20000"}), NegotiationAnswer)
    return buyer


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Civic_EX", "RAV4", "Camry", "C4"]),
        ({"status": "active"}, ["Civic_EX", "C4"]),
        ({"status": "agreed"}, ["RAV4"]),
        ({"status": "walked_away"}, ["Camry"]),
        ({"status": "expired"}, []),
        ({"search": "toyota"}, ["RAV4", "Camry"]),
        ({"search": "TOYOTA", "status": "agreed"}, ["RAV4"]),
        ({"search": "citroen"}, ["C4"]),
        ({"search": "CITROËN"}, ["C4"]),
        ({"search": "2019"}, ["Civic_EX", "C4"]),
        ({"search": "camry 2020 se"}, ["Camry"]),
        ({"search": "downtown"}, ["Camry"]),
        ({"search": "camry 2021"}, []),
        ({"search": "100%"}, ["Camry"]),
        (
            {"search": "%"},
            ["Civic_EX", "RAV4", "Camry", "C4"],
        ),  # punctuation alone is no word, and narrows nothing
        ({"search": "_"}, ["Civic_EX", "RAV4", "Camry", "C4"]),
        ({"search": "civic_ex"}, ["Civic_EX"]),
        ({"search": "/ camry"}, ["Camry"]),
        ({"search": "\\"}, ["Civic_EX", "RAV4", "Camry", "C4"]),
        ({"search": "' OR 1=1 --"}, []),
        ({"search": "\U0001f697"}, []),
    ],
    ids=repr,
)
def test_which_are_listed(garage: Buyer, query: Json, expected: list[str]) -> None:
    assert names(garage, **query) == expected


def test_pages_of_a_selection(garage: Buyer) -> None:
    first = ok(garage.get("/negotiations", search="toyota", limit=1), NegotiationsAnswer)
    assert [item["vehicle"]["model"] for item in first["items"]] == ["RAV4"]
    cursor = first["next_cursor"]
    assert names(garage, search="toyota", limit=1, cursor=cursor) == ["Camry"]


def test_strangers_find_nothing(gateway: Gateway, garage: Buyer) -> None:
    assert names(garage, search="toyota")
    assert names(gateway.buyer(), search="toyota") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"status": "sold"}, "status"),
        ({"status": "ACTIVE"}, "status"),
        ({"status": ""}, "status"),
        ({"search": ""}, "search"),
        ({"search": "   "}, "search"),
        ({"search": "x" * 81}, "search"),
        ({"search": "a b c d e f g h i"}, "search"),
        ({"search": "a\x00b"}, "search"),
    ],
    ids=repr,
)
def test_what_nobody_can_look_for(buyer: Buyer, query: Json, field: str) -> None:
    problem = refused(buyer.get("/negotiations", **query), 422, "invalid")
    assert problem_fields(problem) == {field}


def test_a_label_is_given_changed_and_taken_away(buyer: Buyer) -> None:
    path = buyer.negotiation(label="  Downtown  ")
    assert buyer.read(path)["label"] == "Downtown"
    for label in ("Höher & Sons", None):
        told = ok(buyer.send("PATCH", path, {"label": label}), NegotiationAnswer)["negotiation"]
        assert told == buyer.read(path)
        assert told["label"] == label
    assert [event["negotiation"]["label"] for event in buyer.events(path)] == [
        "Downtown",
        "Höher & Sons",
        None,
    ]
    assert names(buyer, search="downtown") == []


def test_the_same_label_again_is_no_event(buyer: Buyer) -> None:
    path = buyer.negotiation()
    for _ in range(2):
        ok(buyer.send("PATCH", path, {"label": "Uptown"}), NegotiationAnswer)
    assert len(buyer.events(path)) == 2
    assert names(buyer, search="uptown") == ["Camry"]


def test_a_closed_negotiation_can_be_labelled(buyer: Buyer) -> None:
    path = buyer.negotiation()
    ok(buyer.post(f"{path}/walk-away"), NegotiationAnswer)
    told = ok(buyer.send("PATCH", path, {"label": "Too dear"}), NegotiationAnswer)["negotiation"]
    assert (told["label"], told["status"]) == ("Too dear", "walked_away")


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, 7, ["x"], "a\x00"], ids=repr)
def test_what_is_no_label(buyer: Buyer, label: object) -> None:
    problem = refused(buyer.send("PATCH", buyer.negotiation(), {"label": label}), 422, "invalid")
    assert problem_fields(problem) == {"label"}
    unfit(buyer, "/negotiations", {**NEW, "label": label}, "label")


@pytest.mark.parametrize("body", [{}, {"label": "x", "asking_price": "1"}], ids=repr)
def test_nothing_but_the_label_can_be_changed(buyer: Buyer, body: Json) -> None:
    refused(buyer.send("PATCH", buyer.negotiation(), body), 422, "invalid")


def test_the_label_counts_when_a_call_is_repeated(buyer: Buyer) -> None:
    body = {**NEW, "label": "A", "client_id": "0195f3c4-0000-7000-8000-000000000001"}
    opened = ok(buyer.post("/negotiations", body), OpenedAnswer, 201)
    assert ok(buyer.post("/negotiations", body), OpenedAnswer) == opened
    refused(buyer.post("/negotiations", {**body, "label": "B"}), 409, "client_id_reused")
