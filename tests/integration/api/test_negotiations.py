"""Opening, listing and reading negotiations, and their history page by page."""

from __future__ import annotations

import base64
from uuid import UUID, uuid4

import pytest

from backend.contract.events import EventsAnswer
from backend.contract.objects import NegotiationsAnswer
from tests.integration.api.calling import NEW, Buyer, Gateway, ok, problem_fields, refused
from tests.integration.history import Json

NOBODYS = UUID("0190d3a1-0000-7000-8000-000000000000")
"""The id of a negotiation that there is not."""


def test_a_new_one_is_as_the_contract_says(buyer: Buyer) -> None:
    opened = buyer.opened(walk_away_price="23000")
    negotiation, reply = opened["negotiation"], opened["reply"]
    assert UUID(negotiation["id"]).version == 7
    assert negotiation["created_at"].endswith("Z")
    expected = {
        "status": "active",
        "asking_price": "25000.00",
        "target_price": "20000.00",
        "walk_away_price": "23000.00",
        "strategy": "discount_tiers",
        "round": 1,
        "max_rounds": 10,
        "suggested_price": None,
        "latest_dealer_price": None,
        "latest_buyer_offer": None,
        "agreed_price": None,
        "label": None,
        "last_seq": 1,
        "warnings": [],
    }
    assert {key: negotiation[key] for key in expected} == expected
    assert (reply["message_id"], reply["status"], reply["attempt"]) == (None, "pending", 0)
    path = f"/negotiations/{negotiation['id']}"
    assert buyer.read(path) == negotiation
    [first] = buyer.events(path)
    assert (first["type"], first["seq"]) == ("negotiation_updated", 1)
    assert first["negotiation"] == negotiation


def test_a_target_above_asking_is_allowed_with_a_warning(buyer: Buyer) -> None:
    negotiation = buyer.opened(target_price="26000")["negotiation"]
    assert negotiation["warnings"] != []


def test_a_walk_away_price_may_equal_the_target(buyer: Buyer) -> None:
    assert buyer.opened(walk_away_price=20000)["negotiation"]["walk_away_price"] == "20000.00"


@pytest.mark.parametrize("max_rounds", [2, 50])
def test_bounds_of_rounds(buyer: Buyer, max_rounds: int) -> None:
    assert buyer.opened(max_rounds=max_rounds)["negotiation"]["max_rounds"] == max_rounds


def test_the_list_is_newest_first_and_paged_by_cursor(gateway: Gateway, buyer: Buyer) -> None:
    made = []
    for count in range(5):
        gateway.clock.advance(seconds=count % 2)  # some in the same moment
        made.append(buyer.opened()["negotiation"])
    gateway.buyer().opened()
    newest = sorted(made, key=lambda n: (n["created_at"], n["id"]), reverse=True)
    seen: list[Json] = []
    cursor: str | None = None
    sizes: list[int] = []
    while cursor is not None or not sizes:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = ok(buyer.get("/negotiations", **query), NegotiationsAnswer)
        seen += page["items"]
        sizes.append(len(page["items"]))
        cursor = page["next_cursor"]
    assert sizes == [2, 2, 1]
    assert seen == newest
    assert ok(buyer.get("/negotiations"), NegotiationsAnswer)["items"] == newest


def test_a_page_that_is_just_full_is_the_last(buyer: Buyer) -> None:
    buyer.opened()
    page = ok(buyer.get("/negotiations", limit=1), NegotiationsAnswer)
    assert (len(page["items"]), page["next_cursor"]) == (1, None)


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "AAAA",
        "é",
        encoded("2026-01-01T00:00:00+00:00"),
        encoded(f"2026-01-01T00:00:00|{NOBODYS}"),
        encoded(f"yesterday|{NOBODYS}"),
        encoded("2026-01-01T00:00:00+00:00|seven"),
        encoded(f"0001-01-01T00:00:00+14:00|{NOBODYS}"),
        encoded(f"9999-12-31T23:59:59-14:00|{NOBODYS}"),
        "x" * 300,
        "\x00",
    ],
)
def test_a_cursor_of_no_list(buyer: Buyer, cursor: str) -> None:
    problem = refused(buyer.get("/negotiations", cursor=cursor), 422, "invalid")
    assert problem_fields(problem) == {"cursor"}


@pytest.mark.parametrize("limit", ["0", "-1", "101", "ten", "1.5", "", "9" * 5000])
def test_limits_of_the_list(buyer: Buyer, limit: str) -> None:
    assert problem_fields(refused(buyer.get("/negotiations", limit=limit), 422, "invalid")) == {
        "limit"
    }


CALLS: tuple[tuple[str, str, Json | None], ...] = (
    ("GET", "", None),
    ("GET", "/events", None),
    ("POST", "/chat", {"content": "Hello"}),
    ("POST", "/offers", {"amount": 5, "party": "buyer"}),
    ("POST", "/dealer-messages", {"content": "Hello"}),
    ("POST", "/accept", {"amount": 5}),
    ("POST", "/walk-away", {}),
    ("POST", "/replies/{reply}/stop", {}),
    ("POST", "/replies/{reply}/retry", {}),
    ("POST", "/seen", {"seq": 1}),
    ("PATCH", "", {"label": "Downtown"}),
)


@pytest.mark.parametrize(("method", "call", "body"), CALLS, ids=[call for _, call, _ in CALLS])
def test_foreign_and_unknown_ones(
    gateway: Gateway, buyer: Buyer, method: str, call: str, body: Json | None
) -> None:
    opened = buyer.opened()
    path, reply_id = f"/negotiations/{opened['negotiation']['id']}", opened["reply"]["id"]
    before = buyer.events(path)
    call = call.format(reply=reply_id)
    stranger = gateway.buyer()

    def ask(who: Buyer, start: str) -> object:
        return who.get(start + call) if method == "GET" else who.send(method, start + call, body)

    refused(ask(stranger, path), 403, "not_yours")  # type: ignore[arg-type]
    refused(ask(buyer, f"/negotiations/{uuid4()}"), 404, "not_found")  # type: ignore[arg-type]
    for no_id in ("1", "not-a-uuid", path.rsplit("/", 1)[-1][:-1]):
        refused(ask(buyer, f"/negotiations/{no_id}"), 404, "not_found")  # type: ignore[arg-type]
    assert buyer.events(path) == before
    assert stranger.get("/negotiations").json == {"items": [], "next_cursor": None}
    assert stranger.get("/negotiations/unseen").json == {"items": []}


def test_replies_that_are_not_there(buyer: Buyer) -> None:
    path, other = buyer.negotiation(), buyer.opened()["reply"]["id"]
    for call in ("stop", "retry"):
        for reply_id in (str(uuid4()), other, "nope"):
            answer = buyer.post(f"{path}/replies/{reply_id}/{call}")
            refused(answer, 404, "not_found")


@pytest.fixture
def long(buyer: Buyer) -> str:
    """A negotiation with eleven events."""
    path = buyer.negotiation()
    for _ in range(10):
        buyer.posted(f"{path}/chat", content="Hello")
    return path


@pytest.mark.parametrize(
    ("query", "seqs", "has_more"),
    [
        ({}, range(1, 12), False),
        ({"after": 0}, range(1, 12), False),
        ({"after": 0, "limit": 4}, range(1, 5), True),
        ({"after": 4, "limit": 7}, range(5, 12), False),
        ({"after": 7, "limit": 3}, range(8, 11), True),
        ({"after": 11}, [], False),
        ({"after": 5000}, [], False),
        ({"after": 10**30}, [], False),
        ({"before": 12}, range(1, 12), False),
        ({"before": 12, "limit": 4}, range(8, 12), True),
        ({"before": 8, "limit": 4}, range(4, 8), True),
        ({"before": 4, "limit": 3}, range(1, 4), False),
        ({"before": 1}, [], False),
        ({"before": 5000, "limit": 1}, [11], True),
        ({"limit": 500}, range(1, 12), False),
        ({"limit": 1}, [1], True),
    ],
    ids=repr,
)
def test_events_page_by_page(
    buyer: Buyer, long: str, query: dict[str, int], seqs: list[int], has_more: bool
) -> None:
    page = ok(buyer.get(f"{long}/events", **query), EventsAnswer)
    assert [event["seq"] for event in page["events"]] == list(seqs)
    assert (page["last_seq"], page["has_more"]) == (11, has_more)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 501}, "limit"),
        ({"limit": -1}, "limit"),
        ({"limit": "all"}, "limit"),
        ({"limit": ""}, "limit"),
        ({"after": -1}, "after"),
        ({"after": "x"}, "after"),
        ({"after": "1.5"}, "after"),
        ({"before": 0}, "before"),
        ({"before": -5}, "before"),
        ({"before": "x"}, "before"),
        ({"after": 1, "before": 5}, "before"),
    ],
    ids=repr,
)
def test_events_asked_for_wrongly(buyer: Buyer, query: dict[str, object], field: str) -> None:
    problem = refused(buyer.get(f"{buyer.negotiation()}/events", **query), 422, "invalid")
    assert problem_fields(problem) == {field}


def test_what_is_new_is_only_the_buyers(gateway: Gateway, buyer: Buyer) -> None:
    client = gateway.anonymous()
    refused(client.post("/api/v1/negotiations", json=NEW), 401, "not_authenticated")
    refused(client.get("/api/v1/negotiations"), 401, "not_authenticated")
