"""Bad input: each kind gets its answer, and nothing is saved."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.integration.api.calling import NEW, Buyer, problem_fields, refused, unfit
from tests.integration.history import Json

BAD_AMOUNTS: list[object] = [
    "0",
    "0.00",
    0,
    -1,
    "-1.00",
    "12,000",
    "12.345",
    12.345,
    "10000000.01",
    10_000_000.01,
    100_000_000,
    10**30,
    True,
    False,
    None,
    "",
    " ",
    " 5",
    "5 ",
    "+5",
    "$5",
    "1e4",
    ".5",
    "5.",
    "NaN",
    "Infinity",
    "٣٤",
    "five",
    [],
    ["5"],
    {},
    {"amount": 5},
]
BAD_NUMBERS = ["NaN", "Infinity", "-Infinity", "1e308", "1e-308", "1e-1", "-0", "-0.0"]
BEYOND_NUMBERS = ["1e99999999999999999999", "1e-99999999999999999999", "9" * 5000]
TOO_FINE_NUMBERS = ["1e-999999999", "0.00" + "9" * 40, "18000." + "0" * 40 + "1"]

BAD_CONTENT: list[object] = [
    "",
    " \n\t ",
    None,
    7,
    True,
    ["Hello"],
    {"text": "Hello"},
    "null\x00character",
    "half \ud800 pair",
    "\udc00",
]


@pytest.fixture
def path(buyer: Buyer) -> str:
    return buyer.negotiation()


@pytest.mark.parametrize("amount", BAD_AMOUNTS, ids=repr)
def test_amounts(buyer: Buyer, path: str, amount: object) -> None:
    before = buyer.events(path)
    unfit(buyer, f"{path}/offers", {"amount": amount, "party": "buyer"}, "amount")
    unfit(buyer, "/negotiations", {**NEW, "asking_price": amount}, "asking_price")
    unfit(buyer, "/negotiations", {**NEW, "target_price": amount}, "target_price")
    if amount is not None:
        unfit(buyer, "/negotiations", {**NEW, "walk_away_price": amount}, "walk_away_price")
        unfit(buyer, f"{path}/dealer-messages", {"content": "x", "price": amount}, "price")
        unfit(buyer, f"{path}/accept", {"amount": amount}, "amount")
    assert buyer.events(path) == before


@pytest.mark.parametrize(
    "number", BAD_NUMBERS + BEYOND_NUMBERS + TOO_FINE_NUMBERS, ids=lambda n: n[:24]
)
def test_numbers_that_json_cannot_or_should_not_hold(buyer: Buyer, path: str, number: str) -> None:
    text = f'{{"amount": {number}, "party": "buyer"}}'
    if number == "1e-1":  # ten cents is an amount
        assert buyer.post_text(f"{path}/offers", text).status_code == 202
        return
    problem = refused(buyer.post_text(f"{path}/offers", text), 422, "invalid")
    assert problem_fields(problem) == {"amount"}


@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        ("0.01", "0.01"),
        (0.01, "0.01"),
        (18000, "18000.00"),
        (18000.5, "18000.50"),
        ("18000.5", "18000.50"),
        ("10000000", "10000000.00"),
        (10_000_000, "10000000.00"),
        ("0018000.00", "18000.00"),
    ],
)
def test_amounts_that_are_fine(buyer: Buyer, path: str, amount: object, kept: str) -> None:
    posted = buyer.posted(f"{path}/offers", amount=amount, party="dealer")
    assert posted["message"]["data"]["amount"] == kept


@pytest.mark.parametrize("content", [*BAD_CONTENT, "x" * 2001], ids=lambda c: repr(c)[:24])
def test_chat(buyer: Buyer, path: str, content: object) -> None:
    before = buyer.events(path)
    unfit(buyer, f"{path}/chat", {"content": content}, "content")
    assert buyer.events(path) == before


@pytest.mark.parametrize("content", [*BAD_CONTENT, "x" * 5001], ids=lambda c: repr(c)[:24])
def test_dealer_messages(buyer: Buyer, path: str, content: object) -> None:
    unfit(buyer, f"{path}/dealer-messages", {"content": content}, "content")


@pytest.mark.parametrize("length", [1, 2000])
def test_chat_of_lengths_that_fit_after_trimming(buyer: Buyer, path: str, length: int) -> None:
    posted = buyer.posted(f"{path}/chat", content=f"  {'é' * length}\n ")
    assert posted["message"]["content"] == "é" * length


@pytest.mark.parametrize("content", ["x", "🚗" * 5000, "two\nlines\tand a tab"])
def test_dealer_messages_that_fit(buyer: Buyer, path: str, content: str) -> None:
    posted = buyer.posted(f"{path}/dealer-messages", content=content)
    assert posted["message"]["content"] == content


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("", NEW),
        ("/chat", {"content": "Hello"}),
        ("/offers", {"amount": 5, "party": "buyer"}),
        ("/dealer-messages", {"content": "Hello"}),
        ("/accept", {"amount": 5}),
        ("/walk-away", {}),
    ],
)
def test_unknown_fields_and_bodies_that_are_no_objects(
    buyer: Buyer, path: str, call: str, body: Json
) -> None:
    address = f"{path}{call}" if call else "/negotiations"
    before = buyer.events(path)
    unfit(buyer, address, {**body, "surprise": 1}, "surprise")
    unfit(buyer, address, {**body, "\ud800": 1}, "\ud800")
    for text in ("[]", '"text"', "7", "null", "true", "[{}]"):
        refused(buyer.post_text(address, text), 422, "invalid")
    assert buyer.events(path) == before


@pytest.mark.parametrize(
    "text",
    [
        b"{",
        b"{'content': 'x'}",
        b'{"content": "x",}',
        b"\xff\xfe",
        b'{"content": "\xc3"}',
        b"[" * 60_000,
        b"{}{}",
        b" ",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_malformed_json(buyer: Buyer, path: str, text: bytes) -> None:
    for call in ("chat", "accept", "walk-away"):
        refused(buyer.post_text(f"{path}/{call}", text), 400, "malformed")
    assert buyer.read(path)["status"] == "active"


def test_a_body_of_another_kind(buyer: Buyer, path: str) -> None:
    answer = buyer.post_text(f"{path}/chat", "content=Hello", "application/x-www-form-urlencoded")
    refused(answer, 415, "unsupported_media_type")


def test_a_body_over_64_kib(buyer: Buyer, path: str) -> None:
    fits = '{"content": "Hello"' + " " * (65_536 - 20) + "}"
    assert len(fits) == 65_536
    assert buyer.post_text(f"{path}/chat", fits).status_code == 202
    refused(buyer.post_text(f"{path}/chat", fits + " "), 413, "body_too_large")
    refused(buyer.post_text("/negotiations", "x" * 1_000_000), 413, "body_too_large")
    refused(buyer.post_text("/auth/login", "x" * 1_000_000), 413, "body_too_large")


@pytest.mark.parametrize(
    ("call", "body", "field"),
    [
        ("offers", {"amount": 5}, "party"),
        ("offers", {"amount": 5, "party": "bank"}, "party"),
        ("offers", {"amount": 5, "party": None}, "party"),
        ("offers", {"amount": 5, "party": ["buyer"]}, "party"),
        ("offers", {"party": "buyer"}, "amount"),
        ("offers", {"amount": 5, "party": "buyer", "note": 5}, "note"),
        ("offers", {"amount": 5, "party": "buyer", "client_id": "x"}, "client_id"),
        ("chat", {}, "content"),
        ("chat", {"content": "x", "client_id": str(uuid4())[:-1]}, "client_id"),
        ("dealer-messages", {"content": "x", "channel": {}}, "channel"),
        ("accept", {"confirm": "yes"}, "confirm"),
        ("accept", {"confirm": None}, "confirm"),
        ("accept", {"confirm": []}, "confirm"),
        ("accept", {"confirm": 1}, "confirm"),
        ("accept", {"confirm": 0}, "confirm"),
    ],
)
def test_other_fields(buyer: Buyer, path: str, call: str, body: Json, field: str) -> None:
    unfit(buyer, f"{path}/{call}", body, field)
