"""What a buyer has not seen yet, over REST."""

from __future__ import annotations

import pytest

from backend.contract.objects import SeenOut, UnseenAnswer
from tests.integration.api.calling import Buyer, Gateway, ok, problem_fields, refused
from tests.integration.history import Json


def unseen(buyer: Buyer) -> list[Json]:
    items: list[Json] = ok(buyer.get("/negotiations/unseen"), UnseenAnswer)["items"]
    return items


def test_advice_is_unseen_until_it_was_looked_at(gateway: Gateway, buyer: Buyer) -> None:
    opened = buyer.opened()
    path = f"/negotiations/{opened['negotiation']['id']}"
    assert unseen(buyer) == []
    buyer.advised(opened)
    last_seq = buyer.read(path)["last_seq"]
    [news] = unseen(buyer)
    assert news == {
        "negotiation_id": opened["negotiation"]["id"],
        "news_seq": news["news_seq"],
        "seen_seq": 0,
    }
    events = {event["seq"]: event for event in buyer.events(path)}
    assert events[news["news_seq"]]["message"]["status"] == "complete"
    assert ok(buyer.post(f"{path}/seen", {"seq": 1}), SeenOut)["seen_seq"] == 1
    assert len(unseen(buyer)) == 1
    told = ok(buyer.post(f"{path}/seen", {"seq": last_seq}), SeenOut)
    assert told == {**news, "seen_seq": last_seq}
    assert unseen(buyer) == []
    posted = buyer.posted(f"{path}/chat", content="Why?")
    assert unseen(buyer) == []
    buyer.advised(posted)
    assert [item["negotiation_id"] for item in unseen(buyer)] == [news["negotiation_id"]]


def test_seen_never_goes_back_nor_beyond_what_there_is(buyer: Buyer) -> None:
    opened = buyer.opened()
    path = f"/negotiations/{opened['negotiation']['id']}"
    for seq, expected in ((0, 0), (1, 1), (0, 1), (10**15, 1)):
        assert ok(buyer.post(f"{path}/seen", {"seq": seq}), SeenOut)["seen_seq"] == expected
    before = buyer.events(path)
    buyer.advised(opened)
    assert len(unseen(buyer)) == 1
    assert buyer.events(path)[: len(before)] == before


def test_looking_changes_nothing_of_the_negotiation(gateway: Gateway, buyer: Buyer) -> None:
    path = buyer.negotiation()
    before = buyer.read(path)
    gateway.clock.advance(seconds=5)
    ok(buyer.post(f"{path}/seen", {"seq": 1}), SeenOut)
    assert buyer.read(path) == before
    assert len(buyer.events(path)) == 1


@pytest.mark.parametrize(
    "body", [{}, {"seq": -1}, {"seq": "1"}, {"seq": None}, {"seq": 1.5}, {"seq": True}], ids=repr
)
def test_what_is_no_place_in_the_history(buyer: Buyer, body: Json) -> None:
    problem = refused(buyer.post(f"{buyer.negotiation()}/seen", body), 422, "invalid")
    assert problem_fields(problem) == {"seq"}


def test_the_newest_news_come_first(gateway: Gateway, buyer: Buyer) -> None:
    opened = [buyer.opened() for _ in range(3)]
    for one in (opened[1], opened[2], opened[0]):
        gateway.clock.advance(seconds=1)
        buyer.advised(one)
    expected = [opened[at]["negotiation"]["id"] for at in (0, 2, 1)]
    assert [item["negotiation_id"] for item in unseen(buyer)] == expected
