"""Batch advice: once per quiet period, and never in the buyer's way."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import pytest

from backend.actions import closing
from backend.actions.planning import count_quiet, plan_page, quiet_negotiations
from backend.actions.renegotiating import renegotiate
from backend.actions.reply.control import retry_reply
from backend.actions.requests import Author
from backend.domain.negotiation import Party
from backend.queueing import PLAN_RENEGOTIATION, RENEGOTIATE
from tests.integration.history import check_promises, history, kept, reply_rows
from tests.integration.parts import PLAYBOOK, House
from tests.integration.together import together

IDLE_DAYS = 3


def planned(home: House) -> list[tuple[UUID, int]]:
    return [(q.negotiation_id, q.last_seq) for q in quiet_negotiations(home.services, IDLE_DAYS)]


def batch(home: House, negotiation_id: UUID, last_seq: int) -> bool:
    return renegotiate(home.services, PLAYBOOK, negotiation_id, last_seq)


@pytest.fixture
def quiet(home: House, buyer: Author) -> UUID:
    """A negotiation with an offer by each side that has been quiet for four days."""
    negotiation_id = home.opened(buyer)
    home.offer(buyer, negotiation_id, 22_500_00)
    home.work()
    home.clock.advance(days=4)
    return negotiation_id


def test_it_writes_one_complete_advice_that_belongs_to_no_reply(home: House, quiet: UUID) -> None:
    [(negotiation_id, last_seq)] = planned(home)
    assert negotiation_id == quiet
    replies = len(reply_rows(home.services, quiet))
    home.port.sent.clear()
    assert batch(home, quiet, last_seq) is True
    [new, *rest] = check_promises(home.services, quiet)[last_seq:]
    assert new["type"] == "new_message"
    message = new["message"]
    assert (message["kind"], message["status"]) == ("advice", "complete")
    assert (message["reply_id"], message["in_reply_to"]) == (None, None)
    assert message["content"]
    assert message["data"]["suggested_price"] == "22725.00"
    assert message["data"]["source"] == "playbook"
    assert [event["type"] for event in rest] in ([], ["negotiation_updated"])
    assert home.port.named("new_message", "negotiation_updated") == [new, *rest]
    assert home.port.named("typing_indicator", "message_delta") == []
    assert len(reply_rows(home.services, quiet)) == replies


def test_once_per_quiet_period_however_often_it_is_delivered(
    home: House, neighbour: House, quiet: UUID
) -> None:
    [(_, last_seq)] = planned(home)
    done = together([partial(batch, h, quiet, last_seq) for h in (home, neighbour) for _ in "ab"])
    assert sorted(map(str, done)) == ["False", "False", "False", "True"]
    now = kept(home.services, quiet).negotiation["last_seq"]
    home.clock.advance(days=30)
    assert planned(home) == []
    assert batch(home, quiet, last_seq) is False
    assert batch(home, quiet, now) is False
    assert kept(home.services, quiet).negotiation["last_seq"] == now


def test_again_in_the_next_quiet_period(home: House, quiet: UUID, buyer: Author) -> None:
    [(_, last_seq)] = planned(home)
    assert batch(home, quiet, last_seq)
    home.clock.advance(hours=1)
    home.offer(buyer, quiet, 21_000_00, Party.DEALER)
    home.work()
    assert planned(home) == []
    home.clock.advance(days=4)
    [(_, last_seq)] = planned(home)
    assert batch(home, quiet, last_seq)
    events = check_promises(home.services, quiet)
    batches = [
        e["message"]
        for e in events
        if e["type"] == "new_message"
        and e["message"]["kind"] == "advice"
        and e["message"]["reply_id"] is None
    ]
    assert len(batches) == 2
    assert batches[1]["data"]["suggested_price"] == "21000.00"


def test_not_while_a_reply_is_pending_or_running(home: House, quiet: UUID, buyer: Author) -> None:
    reply = reply_rows(home.services, quiet)[-1]
    last_seq = kept(home.services, quiet).negotiation["last_seq"]
    retry_reply(home.services, buyer, quiet, reply.id)
    home.clock.advance(days=4)
    assert batch(home, quiet, last_seq) is False
    claim = home.claim(reply.id)
    assert claim is not None
    running_seq = kept(home.services, quiet).negotiation["last_seq"]
    assert batch(home, quiet, running_seq) is False
    assert len(history(home.services, quiet)) == running_seq


def test_not_when_something_happened_since_it_was_planned(
    home: House, quiet: UUID, buyer: Author
) -> None:
    [(_, last_seq)] = planned(home)
    home.chat(buyer, quiet)
    home.work()
    events = history(home.services, quiet)
    assert batch(home, quiet, last_seq) is False
    assert history(home.services, quiet) == events


@pytest.mark.parametrize("end", ["agreed", "walked_away"])
def test_not_in_a_closed_negotiation(home: House, quiet: UUID, buyer: Author, end: str) -> None:
    if end == "agreed":
        closing.accept(home.services, buyer, quiet, amount=20_000_00, confirmed=False)
    else:
        closing.walk_away(home.services, buyer, quiet)
    home.clock.advance(days=4)
    assert planned(home) == []
    assert batch(home, quiet, kept(home.services, quiet).negotiation["last_seq"]) is False


def test_an_unknown_one_is_passed_over(home: House, buyer: Author) -> None:
    assert batch(home, buyer.user_id, 3) is False


def test_it_never_exceeds_the_walk_away_price_or_decides(home: House, quiet: UUID) -> None:
    [(_, last_seq)] = planned(home)
    before = kept(home.services, quiet).negotiation
    assert batch(home, quiet, last_seq)
    after = kept(home.services, quiet).negotiation
    assert after["status"] == "active"
    for unchanged in ("round", "latest_buyer_offer", "latest_dealer_price", "agreed_price"):
        assert after[unchanged] == before[unchanged]


def test_a_plan_sends_one_task_for_each_quiet_negotiation(home: House, buyer: Author) -> None:
    quiet = sorted(home.opened(buyer) for _ in range(3))
    home.clock.advance(days=4)
    home.opened(buyer)
    assert count_quiet(home.services, IDLE_DAYS) == 3
    assert plan_page(home.services, IDLE_DAYS, None) == 3
    assert [(task, args[0]) for task, args in home.queue.sent] == [
        (RENEGOTIATE, str(negotiation_id)) for negotiation_id in quiet
    ]


def test_a_plan_goes_on_page_by_page(home: House, buyer: Author) -> None:
    quiet = sorted(home.open(buyer) for _ in range(203))
    home.clock.advance(days=4)
    home.queue.sent.clear()
    assert plan_page(home.services, IDLE_DAYS, None) == 200
    assert home.queue.sent.pop() == (PLAN_RENEGOTIATION, (IDLE_DAYS, str(quiet[199])))
    home.queue.sent.clear()
    assert plan_page(home.services, IDLE_DAYS, quiet[199]) == 3
    assert [args[0] for _, args in home.queue.sent] == [str(each) for each in quiet[200:]]
