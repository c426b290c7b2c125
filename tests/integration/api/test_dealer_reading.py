"""Reading a dealer's message: what the buyer may confirm, without anything being taken."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from backend.contract.readings import ReadingAnswer
from tests.integration.api.calling import Buyer, Gateway, body_of, ok, refused
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def path(buyer: Buyer) -> str:
    """The path of a negotiation over 25,000, with a buyer's offer of 20,000."""
    path = buyer.negotiation()
    buyer.posted(f"{path}/offers", amount=20000, party="buyer")
    return path


def reading_path(buyer: Buyer, path: str, content: str, **fields: object) -> str:
    message = buyer.posted(f"{path}/dealer-messages", content=content, **fields)["message"]
    return f"{path}/messages/{message['id']}/reading"


def read(buyer: Buyer, path: str, content: str, **fields: object) -> Json:
    answer = ok(buyer.get(reading_path(buyer, path, content, **fields)), ReadingAnswer)
    reading: Json = answer["reading"]
    return reading


def test_everything_in_a_message_is_told_with_its_place(buyer: Buyer, path: str) -> None:
    content = (
        "20,000 is too low. I can do $23,500 plus a $499 doc fee, or $389 a month for 72 months "
        "with zero down. Good today only. Deal?"
    )
    reading = read(buyer, path, content)
    offer: Json = reading["offer"]
    assert (offer["amount"], offer["role"], offer["text"]) == ("23500.00", "offer", "$23,500")
    assert (offer["all_in"], offer["step"], reading["is_counteroffer"]) == (False, None, True)
    assert [(each["role"], each["amount"]) for each in reading["figures"]] == [
        ("refused", "20000.00"),
        ("offer", "23500.00"),
        ("fee", "499.00"),
        ("monthly", "389.00"),
    ]
    assert [(each["name"], each["amount"]) for each in reading["fees"]] == [("doc fee", "499.00")]
    [payment] = reading["payments"]
    assert (payment["monthly"], payment["months"], payment["down"]) == ("389.00", 72, "0.00")
    assert {"refusal", "deadline", "question"} <= {each["intent"] for each in reading["signals"]}
    for each in quoted(reading):
        assert content[each["start"] : each["end"]] == each["text"]


def test_spanish_is_read_as_well_and_fees_are_named_in_the_buyers_language(
    buyer: Buyer, path: str
) -> None:
    content = "20,000 es muy bajo. Se lo dejo en 23.500 más $499 de trámites. ¿Qué le parece?"
    place = reading_path(buyer, path, content)
    for language, fee in (("en", "doc fee"), ("es", "cargo por documentación")):
        assert buyer.patch("/auth/me", {"language": language}).status_code == 200
        reading = ok(buyer.get(place), ReadingAnswer)["reading"]
        assert (reading["offer"]["amount"], reading["offer"]["all_in"]) == ("23500.00", False)
        assert [(each["name"], each["amount"]) for each in reading["fees"]] == [(fee, "499.00")]
        assert {"refusal", "question"} <= {each["intent"] for each in reading["signals"]}


def test_it_is_read_in_the_bargain_as_the_message_found_it(buyer: Buyer, path: str) -> None:
    first = reading_path(buyer, path, "I can take $500 off.", price=24000)
    second = reading_path(buyer, path, "I can take another $500 off.")
    for place, amount in ((first, "24500.00"), (second, "23500.00")):
        offer = ok(buyer.get(place), ReadingAnswer)["reading"]["offer"]
        assert (offer["amount"], offer["step"]) == (amount, "-500.00")


def test_nothing_is_taken_from_a_reading(buyer: Buyer, path: str) -> None:
    place = reading_path(buyer, path, "23,000 and it's yours")
    before, events = buyer.read(path), buyer.events(path)
    assert ok(buyer.get(place), ReadingAnswer)["reading"]["offer"]["amount"] == "23000.00"
    assert (buyer.read(path), buyer.events(path)) == (before, events)
    assert before["latest_dealer_price"] is None


@pytest.mark.parametrize("content", ["It has 65k miles.", "😀" * 500, "1" * 5000, "<b>$</b>"])
def test_a_message_without_an_offer(buyer: Buyer, path: str, content: str) -> None:
    reading = read(buyer, path, content)
    assert (reading["offer"], reading["is_counteroffer"]) == (None, False)


def test_places_count_code_points(buyer: Buyer, path: str) -> None:
    offer = read(buyer, path, "😀😀 23,000 cash")["offer"]
    assert (offer["start"], offer["end"]) == (3, 9)


def test_only_messages_of_the_dealer_are_read(buyer: Buyer, path: str) -> None:
    chat = buyer.posted(f"{path}/chat", content="They said 23,000")["message"]
    offer = buyer.posted(f"{path}/offers", amount=23000, party="dealer")["message"]
    for message in (chat, offer):
        refused(buyer.get(f"{path}/messages/{message['id']}/reading"), 404, "not_found")


def test_what_is_not_there(buyer: Buyer, path: str) -> None:
    place = reading_path(buyer, path, "23,000")
    message_id = place.split("/")[-2]
    for missing in (
        f"{path}/messages/{uuid4()}/reading",
        f"{path}/messages/none/reading",
        f"/negotiations/{uuid4()}/messages/{message_id}/reading",
        f"{buyer.negotiation()}/messages/{message_id}/reading",
    ):
        refused(buyer.get(missing), 404, "not_found")


def test_it_is_for_the_buyer_alone(gateway: Gateway, buyer: Buyer, path: str) -> None:
    place = reading_path(buyer, path, "23,000")
    refused(gateway.buyer().get(place), 403, "not_yours")
    refused(gateway.anonymous().get(f"/api/v1{place}"), 401, "not_authenticated")
    refused(buyer.post(place), 405, "method_not_allowed")


def test_it_is_described(gateway: Gateway) -> None:
    openapi = body_of(gateway.anonymous().get("/openapi.json"))
    operation: Any = openapi["paths"][
        "/api/v1/negotiations/{negotiation_id}/messages/{message_id}/reading"
    ]["get"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    assert answer.endswith("/ReadingAnswer")
    schemas = openapi["components"]["schemas"]
    assert {"offer", "figures", "fees", "payments"} <= set(schemas["ReadingOut"]["properties"])


def quoted(reading: Json) -> list[Json]:
    """Everything in a reading that has a place in the text."""
    parts = ("figures", "fees", "payments", "signals")
    return [each for part in parts for each in reading[part]]
