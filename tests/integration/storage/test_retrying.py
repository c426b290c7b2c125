"""Retrying a reply: a new attempt with the same numbers, in the same message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.reply.sweeping import sweep_replies
from backend.actions.requests import Author
from backend.domain.errors import ReplyRunning
from backend.domain.negotiation import Party
from backend.storage.models import Negotiation
from tests.integration.history import check_promises, history, kept, of_reply, reply_row
from tests.integration.parts import House
from tests.support.valkey import ValkeyServer


def complete(home: House, _buyer: Author, _negotiation_id: UUID, reply_id: UUID) -> None:
    assert home.replier.generate(reply_id)


def fail(home: House, _buyer: Author, _negotiation_id: UUID, reply_id: UUID) -> None:
    while home.claim(reply_id):
        home.clock.advance(seconds=20)
    sweep_replies(home.services)


def stop_early(home: House, buyer: Author, negotiation_id: UUID, reply_id: UUID) -> None:
    stop_reply(home.services, buyer, negotiation_id, reply_id)


def stop_midway(home: House, buyer: Author, negotiation_id: UUID, reply_id: UUID) -> None:
    assert home.claim(reply_id)
    stop_reply(home.services, buyer, negotiation_id, reply_id)


ENDS = {"complete": complete, "failed": fail, "stopped": stop_early, "stopped midway": stop_midway}


@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_from_each_rest_it_ends_complete_in_the_same_message(
    home: House, buyer: Author, end: Callable[[House, Author, UUID, UUID], None]
) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.offer(buyer, negotiation_id, 22_500_00)
    end(home, buyer, negotiation_id, reply_id)
    before = reply_row(home.services, reply_id).attempt
    home.offer(buyer, negotiation_id, 24_000_00)
    home.work()
    suggested = kept(home.services, negotiation_id).negotiation["suggested_price"]
    retried = retry_reply(home.services, buyer, negotiation_id, reply_id)
    assert (retried["status"], retried["attempt"]) == ("pending", before)
    home.work()
    events = check_promises(home.services, negotiation_id)
    about = of_reply(events, reply_id)
    assert len({e["message"]["id"] for e in about}) == 1
    assert [e["message"]["status"] for e in about[-2:]] == ["streaming", "complete"]
    last = about[-1]["message"]
    assert last["seq"] == about[0]["seq"]
    assert last["content"]
    assert last["data"]["attempt"] == before + 1
    assert last["data"]["suggested_price"] == "22725.00"
    # A reworded old advice does not take back the suggestion of a newer one.
    assert kept(home.services, negotiation_id).negotiation["suggested_price"] == suggested


def test_not_while_it_is_pending_or_running(home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    with pytest.raises(ReplyRunning):
        retry_reply(home.services, buyer, negotiation_id, reply_id)
    claim = home.claim(reply_id)
    assert claim is not None
    with pytest.raises(ReplyRunning):
        retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.finish(claim)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    with pytest.raises(ReplyRunning):
        retry_reply(home.services, buyer, negotiation_id, reply_id)


def test_a_retry_that_could_not_be_enqueued_is_swept(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    home.work()
    home.clock.advance(hours=1)
    home.queue.is_down = True
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.queue.is_down = False
    assert sweep_replies(home.services) == 0
    home.clock.advance(seconds=10)
    assert sweep_replies(home.services) == 1
    home.work()
    check_promises(home.services, negotiation_id)


def test_a_retry_is_what_the_buyer_did_last(home: House, buyer: Author) -> None:
    """Its request is followed, what failed before is past, and the quiet period starts anew."""
    negotiation_id = home.opened(buyer)
    reply_id = home.offer(buyer, negotiation_id, 22_500_00)
    fail(home, buyer, negotiation_id, reply_id)
    assert reply_row(home.services, reply_id).failure == "claims_exhausted"
    home.clock.advance(hours=1)
    again = replace(buyer, request_id="the retry's request")
    retry_reply(home.services, again, negotiation_id, reply_id)
    retried = reply_row(home.services, reply_id)
    assert (retried.failure, retried.request_id) == (None, "the retry's request")
    with home.services.database.read() as session:
        quiet_since = session.get_one(Negotiation, negotiation_id).quiet_since
    assert quiet_since == home.clock.now


def test_a_retry_has_all_its_claims_anew(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    fail(home, buyer, negotiation_id, reply_id)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    for attempt in range(5, 9):
        claim = home.claim(reply_id)
        assert claim is not None
        assert claim.attempt == attempt
        home.clock.advance(seconds=20)
    assert home.claim(reply_id) is None


def test_stopping_a_retry_that_waits_keeps_the_old_text(
    home: House, buyer: Author, valkey: ValkeyServer
) -> None:
    """Also when Redis has long forgotten it."""
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    home.work()
    old = of_reply(history(home.services, negotiation_id), reply_id)[-1]["message"]
    valkey.flush()
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    stop_reply(home.services, buyer, negotiation_id, reply_id)
    events = check_promises(home.services, negotiation_id)
    new = of_reply(events, reply_id)[-1]["message"]
    assert new == {**old, "status": "stopped"}


def test_a_retry_of_an_old_reply_is_capped_by_what_the_dealer_asks_now(
    home: House, buyer: Author
) -> None:
    negotiation_id = home.open(buyer)
    [opening_id] = home.queue.take_replies()
    home.replier.generate(opening_id)
    home.offer(buyer, negotiation_id, 16_000_00, Party.DEALER)
    retry_reply(home.services, buyer, negotiation_id, opening_id)
    home.work()
    check_promises(home.services, negotiation_id)
    assert kept(home.services, negotiation_id).negotiation["suggested_price"] == "16000.00"
