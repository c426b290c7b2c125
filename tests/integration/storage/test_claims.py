"""Claiming replies: one winner, in order; a lost claim writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from backend.actions import closing
from backend.actions.reply import claiming
from backend.actions.reply.claiming import Claim, LostClaim
from backend.actions.requests import Author
from backend.domain.negotiation import Status
from tests.integration.between import between
from tests.integration.history import check_promises, fold, history, of_reply, reply_row
from tests.integration.parts import House
from tests.integration.together import together


def test_many_claim_one_reply_and_one_wins(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    claims = together(
        [partial(house.claim, reply_id) for house in (home, neighbour) for _ in range(6)]
    )
    won = [claim for claim in claims if claim is not None]
    assert [type(claim) for claim in won] == [Claim]
    assert reply_row(home.services, reply_id).attempt == 1
    assert len(of_reply(history(home.services, negotiation_id), reply_id)) == 1


def test_two_replies_of_a_negotiation_are_never_claimed_together(
    home: House, neighbour: House, buyer: Author
) -> None:
    negotiation_id = home.opened(buyer)
    first, second = home.chat(buyer, negotiation_id), home.chat(buyer, negotiation_id)
    claims = together(
        [
            partial(house.claim, reply_id)
            for house in (home, neighbour)
            for reply_id in (second, first, second)
        ]
    )
    won = [claim for claim in claims if claim is not None]
    assert [claim.reply_id for claim in won if isinstance(claim, Claim)] == [first]
    assert len(won) == 1
    assert home.claim(second) is None


def test_the_end_of_a_reply_sends_the_next(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    first, second = home.chat(buyer, negotiation_id), home.chat(buyer, negotiation_id)
    assert home.queue.take_replies() == [first, second]
    claim = home.claim(first)
    assert claim is not None
    home.finish(claim)
    assert home.queue.take_replies() == [second]
    assert home.claim(second) is not None


def test_a_task_delivered_twice_does_nothing_the_second_time(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    assert home.replier.generate(reply_id) is True
    events, sent = history(home.services, negotiation_id), list(home.port.sent)
    assert home.replier.generate(reply_id) is False
    assert history(home.services, negotiation_id) == events
    assert home.port.sent == sent


def test_replies_of_two_negotiations_run_side_by_side(home: House, buyer: Author) -> None:
    one, other = home.open(buyer), home.open(buyer)
    claims = [home.claim(reply_id) for reply_id in home.queue.take_replies()]
    assert {claim.negotiation_id for claim in claims if claim} == {one, other}


def test_a_lease_holds_until_its_end(home: House, neighbour: House, buyer: Author) -> None:
    home.open(buyer)
    [reply_id] = home.queue.take_replies()
    assert home.claim(reply_id) is not None
    home.clock.advance(seconds=14.9)
    assert neighbour.claim(reply_id) is None
    home.clock.advance(seconds=0.1)
    second = neighbour.claim(reply_id)
    assert second is not None
    assert second.attempt == 2


def test_a_later_claim_shows_the_message_streaming_again(
    home: House, neighbour: House, buyer: Author
) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    home.claim(reply_id)
    home.clock.advance(seconds=20)
    again = neighbour.claim(reply_id)
    assert again is not None
    neighbour.finish(again, "Take your time.")
    events = check_promises(home.services, negotiation_id)
    about = of_reply(events, reply_id)
    assert [(e["type"], e["message"]["status"]) for e in about] == [
        ("new_message", "streaming"),
        ("message_updated", "streaming"),
        ("message_updated", "complete"),
    ]
    assert [e["message"]["data"]["attempt"] for e in about] == [1, 2, 2]
    assert about[-1]["message"]["content"] == "Take your time."


def test_a_late_attempt_writes_nothing(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    late = home.claim(reply_id)
    home.clock.advance(seconds=20)
    assert neighbour.claim(reply_id) is not None
    assert late is not None
    events, sent = history(home.services, negotiation_id), list(home.port.sent)
    with pytest.raises(LostClaim):
        home.finish(late, "Too late.")
    with pytest.raises(LostClaim):
        claiming.next_attempt(home.services, late)
    assert history(home.services, negotiation_id) == events
    assert home.port.sent == sent
    assert reply_row(home.services, reply_id).status == "running"


def test_two_ends_at_once_are_one_end(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    claim = home.claim(reply_id)
    assert claim is not None
    ends = together(
        [
            partial(house.finish, claim, f"Text {number}.")
            for number, house in enumerate((home, neighbour, home, neighbour))
        ]
    )
    assert ends.count(None) == 1
    assert [type(end) for end in ends if end is not None] == [LostClaim] * 3
    events = check_promises(home.services, negotiation_id)
    assert [e["message"]["status"] for e in of_reply(events, reply_id)] == ["streaming", "complete"]


def test_numbers_are_those_of_the_first_claim(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.offer(buyer, negotiation_id, 22_501_00)
    assert home.claim(reply_id) is not None
    home.offer(buyer, negotiation_id, 15_000_00)
    home.clock.advance(seconds=20)
    again = neighbour.claim(reply_id)
    assert again is not None
    neighbour.finish(again)
    [message] = [
        m
        for m in fold(history(home.services, negotiation_id)).messages.values()
        if m["reply_id"] == str(reply_id)
    ]
    assert message["data"]["suggested_price"] == "22951.02"
    assert message["data"]["discount_percent"] == "9.99"
    assert message["data"]["action"] == "raise"


def claim_around(home: House, reply_id: UUID, happening: Callable[[], object]) -> Claim | None:
    """Claim a reply while something happens between what is read and what is written."""
    with between(home.services, happening) as services:
        return replace(home, services=services).claim(reply_id)


def test_what_was_written_since_it_was_read_is_claimed_anew(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    claim = claim_around(
        home, reply_id, lambda: closing.walk_away(home.services, buyer, negotiation_id)
    )
    assert claim is not None
    assert claim.brief.status is Status.WALKED_AWAY
    home.finish(claim)
    check_promises(home.services, negotiation_id)


def test_another_claim_since_it_was_read_is_counted(
    home: House, neighbour: House, buyer: Author
) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    others: list[Claim] = []

    def claim_and_hand_back() -> None:
        other = neighbour.claim(reply_id)
        assert other is not None
        claiming.hand_back(neighbour.services, other)
        others.append(other)

    claim = claim_around(home, reply_id, claim_and_hand_back)
    assert claim is not None
    assert claim.attempt == 2
    assert claim.brief.variation == others[0].brief.variation + 1
    assert claim.brief.suggestion == others[0].brief.suggestion
