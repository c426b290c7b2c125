"""Promise 3: after every scenario the state folded from the events is the state in the tables."""

from __future__ import annotations

import random
from collections.abc import Callable
from uuid import UUID

import pytest

from backend.actions import closing, posting
from backend.actions.renegotiating import renegotiate
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.reply.sweeping import sweep_replies
from backend.actions.requests import Author
from backend.domain.negotiation import Party
from tests.integration.history import check_promises, fold, kept, reply_rows
from tests.integration.parts import PLAYBOOK, House

Scenario = Callable[[House, Author, UUID], None]


def dealer_says(home: House, buyer: Author, negotiation_id: UUID, price: int | None = None) -> None:
    posting.post_dealer_message(
        home.services,
        buyer,
        posting.Posting(negotiation_id, None, ""),
        content="Best I can do, and only today.",
        price=price,
        channel="text",
    )


def bargaining(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.work()
    home.offer(buyer, negotiation_id, 18_000_00)
    home.work()
    dealer_says(home, buyer, negotiation_id, 24_000_00)
    home.chat(buyer, negotiation_id)
    home.work()
    home.offer(buyer, negotiation_id, 23_751_00)
    home.offer(buyer, negotiation_id, 22_000_00, Party.DEALER)
    home.work()


def agreement_over_open_replies(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.offer(buyer, negotiation_id, 21_000_00, Party.DEALER)
    closing.accept(home.services, buyer, negotiation_id, amount=None, confirmed=False)
    home.chat(buyer, negotiation_id)
    home.work()


def walking_away(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.work()
    dealer_says(home, buyer, negotiation_id)
    closing.walk_away(home.services, buyer, negotiation_id)
    home.work()


def a_worker_that_died(home: House, buyer: Author, negotiation_id: UUID) -> None:
    [reply_id] = home.queue.take_replies()
    home.claim(reply_id)
    home.offer(buyer, negotiation_id, 20_000_00)
    home.clock.advance(seconds=20)
    sweep_replies(home.services)
    home.work()


def replies_given_up_and_retried(home: House, buyer: Author, negotiation_id: UUID) -> None:
    [reply_id] = home.queue.take_replies()
    while home.claim(reply_id):
        home.clock.advance(seconds=20)
    sweep_replies(home.services)
    home.offer(buyer, negotiation_id, 20_000_00)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.work()


def stops_and_retries(home: House, buyer: Author, negotiation_id: UUID) -> None:
    [opening_id] = home.queue.take_replies()
    stop_reply(home.services, buyer, negotiation_id, opening_id)
    reply_id = home.offer(buyer, negotiation_id, 20_000_00)
    home.claim(reply_id)
    stop_reply(home.services, buyer, negotiation_id, reply_id)
    retry_reply(home.services, buyer, negotiation_id, opening_id)
    home.work()
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.work()


def a_dealer_who_drops_the_price_meanwhile(
    home: House, buyer: Author, negotiation_id: UUID
) -> None:
    home.work()
    first = home.offer(buyer, negotiation_id, 22_000_00)
    home.claim(first)
    home.offer(buyer, negotiation_id, 17_000_00, Party.DEALER)
    home.clock.advance(seconds=20)
    sweep_replies(home.services)
    home.work()


def batch_advice(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.work()
    home.clock.advance(days=4)
    last_seq = kept(home.services, negotiation_id).negotiation["last_seq"]
    assert renegotiate(home.services, PLAYBOOK, negotiation_id, last_seq)


def silence(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.work()
    home.clock.advance(days=61)
    assert closing.expire_negotiations(home.services) == 1


SCENARIOS = (
    bargaining,
    agreement_over_open_replies,
    walking_away,
    a_worker_that_died,
    replies_given_up_and_retried,
    stops_and_retries,
    a_dealer_who_drops_the_price_meanwhile,
    batch_advice,
    silence,
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_the_events_tell_the_state(home: House, buyer: Author, scenario: Scenario) -> None:
    negotiation_id = home.open(buyer)
    scenario(home, buyer, negotiation_id)
    events = check_promises(home.services, negotiation_id)
    assert home.port.named("new_message", "message_updated", "negotiation_updated") == events
    asked = [reply.message_id for reply in reply_rows(home.services, negotiation_id)]
    posted = [
        UUID(m["id"])
        for m in fold(events).messages.values()
        if m["kind"] in ("chat", "offer", "dealer_message")
    ]
    assert asked == [None, *posted]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_the_order_of_arrival_does_not_matter(
    home: House, buyer: Author, scenario: Scenario
) -> None:
    negotiation_id = home.open(buyer)
    scenario(home, buyer, negotiation_id)
    events = check_promises(home.services, negotiation_id)
    arrived = events * 2
    random.Random(7).shuffle(arrived)
    assert fold(arrived) == fold(events)
