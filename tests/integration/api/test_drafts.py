"""Drafts for the dealer, over REST: worded at once, in the buyer's language, and never kept."""

from __future__ import annotations

from uuid import uuid4

import pytest

from backend.contract.objects import DraftOut
from tests.integration.api.calling import Buyer, Gateway, body_of, ok, refused
from tests.integration.api.conftest import MakeGateway
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def path(buyer: Buyer) -> str:
    return buyer.negotiation()


def draft(buyer: Buyer, path: str, **wish: object) -> Json:
    body = {"kind": "text", "tone": "short", **wish}
    return ok(buyer.post(f"{path}/drafts", body), DraftOut)


def test_the_opening_can_be_sent_right_away(buyer: Buyer, path: str) -> None:
    got = draft(buyer, path, kind="email", tone="friendly")
    assert (got["kind"], got["tone"], got["language"]) == ("email", "friendly", "en")
    assert (got["suggested_price"], got["source"]) == ("17400.00", "playbook")
    assert "$17,400" in got["text"]
    assert got["subject"]
    assert draft(buyer, path)["subject"] is None


def test_it_follows_the_bargain(buyer: Buyer, path: str) -> None:
    buyer.posted(f"{path}/offers", amount=18000, party="buyer")
    assert "$18,000" in draft(buyer, path)["text"]
    assert draft(buyer, path)["suggested_price"] == "18180.00"
    buyer.posted(f"{path}/offers", amount=19900, party="dealer")
    assert "$19,900" in draft(buyer, path)["text"]


def test_nothing_is_written(buyer: Buyer, path: str) -> None:
    before = body_of(buyer.get(f"{path}/events"))
    draft(buyer, path)
    assert body_of(buyer.get(f"{path}/events")) == before


def test_other_words_and_other_languages(buyer: Buyer, path: str) -> None:
    assert len({draft(buyer, path, variation=number)["text"] for number in range(4)}) > 1
    spanish = draft(buyer, path, language="es", tone="friendly")
    assert spanish["language"] == "es"
    assert "ofrecer $17,400" in spanish["text"] or "funcionarían $17,400" in spanish["text"]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"kind": "fax"}, "kind"),
        ({"tone": "rude"}, "tone"),
        ({"tone": None}, "tone"),
        ({"language": "xx"}, "language"),
        ({"language": "../es"}, "language"),
        ({"variation": -1}, "variation"),
        ({"variation": 1001}, "variation"),
        ({"variation": "1"}, "variation"),
        ({"price": "1"}, "price"),
    ],
)
def test_a_wish_that_makes_no_sense(buyer: Buyer, path: str, wish: Json, field: str) -> None:
    answer = buyer.post(f"{path}/drafts", {"kind": "text", "tone": "firm", **wish})
    assert field in str(refused(answer, 422, "invalid")["errors"])


def test_only_its_buyer_gets_one(gateway: Gateway, path: str, buyer: Buyer) -> None:
    wish = {"kind": "text", "tone": "firm"}
    refused(gateway.buyer().post(f"{path}/drafts", wish), 403, "not_yours")
    refused(buyer.post(f"/negotiations/{uuid4()}/drafts", wish), 404, "not_found")
    anonymous = gateway.anonymous().post(f"/api/v1{path}/drafts", json=wish)
    refused(anonymous, 401, "not_authenticated")


def test_none_after_the_end(buyer: Buyer, path: str) -> None:
    ok_status = buyer.post(f"{path}/walk-away").status_code
    assert ok_status == 200
    refused(
        buyer.post(f"{path}/drafts", {"kind": "text", "tone": "firm"}), 409, "negotiation_closed"
    )


def test_they_count_against_the_limit_of_writes(make_gateway: MakeGateway) -> None:
    buyer = make_gateway(rate_limit_writes="2/minute").buyer()
    path = buyer.negotiation()
    draft(buyer, path)
    answer = buyer.post(f"{path}/drafts", {"kind": "text", "tone": "firm"})
    refused(answer, 429, "rate_limited")
