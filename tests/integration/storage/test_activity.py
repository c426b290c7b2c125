"""What the sockets of a user are told of all their negotiations, and when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.actions import closing, labelling, posting, seeing
from backend.actions.objects import activity_object
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.requests import Author
from backend.domain.errors import NegotiationClosed
from backend.realtime.rooms import user_room
from backend.storage.models import Negotiation
from tests.integration.parts import House
from tests.integration.together import together


def told(home: House) -> list[tuple[Any, str]]:
    """The activity that was emitted since this was last asked, with its rooms."""
    sent = [(data, room) for name, data, room in home.port.sent if name == "negotiation_activity"]
    home.port.sent.clear()
    return sent


def row(home: House, negotiation_id: UUID) -> Negotiation:
    with home.services.database.read() as session:
        return session.get_one(Negotiation, negotiation_id)


def is_unseen(home: House, negotiation_id: UUID) -> bool:
    now = row(home, negotiation_id)
    return now.news_seq > now.seen_seq


def test_each_transaction_tells_once_how_the_negotiation_stands(home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    for step in (
        lambda: None,
        lambda: home.offer(buyer, negotiation_id, 18_000_00),
        lambda: labelling.set_label(home.services, buyer, negotiation_id, "Downtown"),
        lambda: seeing.mark_seen(home.services, buyer, negotiation_id, 2),
    ):
        step()
        expected = activity_object(row(home, negotiation_id))
        assert told(home) == [(expected, user_room(buyer.user_id))]
    home.work()
    sent = told(home)
    assert len(sent) == 4  # two replies, each claimed and ended
    assert sent[-1][0] == activity_object(row(home, negotiation_id))
    seqs = [event["last_seq"] for event, _ in sent]
    assert seqs == sorted(set(seqs))


def test_nothing_is_told_of_what_was_refused_or_is_no_news(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    closing.walk_away(home.services, buyer, negotiation_id)
    seeing.mark_seen(home.services, buyer, negotiation_id, 2)
    told(home)
    with pytest.raises(NegotiationClosed):
        home.offer(buyer, negotiation_id, 18_000_00)
    closing.walk_away(home.services, buyer, negotiation_id)
    for seq in (0, 1, 2):
        seeing.mark_seen(home.services, buyer, negotiation_id, seq)
    assert told(home) == []


def test_what_buyers_do_themselves_is_no_news(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    seeing.mark_seen(home.services, buyer, negotiation_id, 10**9)
    reply_id = home.chat(buyer, negotiation_id)
    home.dealer_message(buyer, negotiation_id, "Best I can do.")
    assert not is_unseen(home, negotiation_id)
    claim = home.claim(reply_id)
    assert claim is not None
    assert not is_unseen(home, negotiation_id)
    stop_reply(home.services, buyer, negotiation_id, reply_id)
    closing.accept(home.services, buyer, negotiation_id, amount=1, confirmed=False)
    assert not is_unseen(home, negotiation_id)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.work()
    assert is_unseen(home, negotiation_id)


def test_the_end_by_time_is_news(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    seeing.mark_seen(home.services, buyer, negotiation_id, 10**9)
    home.clock.now += timedelta(days=61)
    assert closing.expire_negotiations(home.services) == 1
    assert is_unseen(home, negotiation_id)


def test_many_tabs_that_look_at_once_agree(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    for number in range(20):
        place = posting.Posting(negotiation_id, None, str(number))
        posting.post_chat(home.services, buyer, place, "Hello")
    looks = [
        lambda house=house, seq=seq: seeing.mark_seen(house.services, buyer, negotiation_id, seq)
        for house in (home, neighbour)
        for seq in range(1, 9)
    ]
    outcomes = together(looks)
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert row(home, negotiation_id).seen_seq == 8
