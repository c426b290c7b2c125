"""An error of ours in computing an advice: its reply ends all the same; the next gets its turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from sqlalchemy import update

from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.requests import Author
from backend.storage.models import Negotiation
from tests.integration.history import check_promises, of_reply, reply_row
from tests.integration.parts import TERMS, House


@pytest.fixture
def negotiation_id(home: House, buyer: Author) -> UUID:
    return home.opened(buyer)


def set_asking(home: House, negotiation_id: UUID, cents: int) -> None:
    row = update(Negotiation).where(Negotiation.id == negotiation_id).values(asking_cents=cents)
    with home.services.database.write() as session:
        session.execute(row)


@contextmanager
def poisoned(home: House, negotiation_id: UUID) -> Iterator[None]:
    """Inside the block nothing can be computed: nothing is asked, and so there is no discount."""
    set_asking(home, negotiation_id, 0)
    yield
    set_asking(home, negotiation_id, TERMS.asking)


def fail(home: House, reply_id: UUID) -> None:
    with pytest.raises(ArithmeticError):
        home.replier.generate(reply_id)


def test_it_fails_after_as_many_claims_as_others(
    home: House, buyer: Author, negotiation_id: UUID
) -> None:
    reply_id = home.offer(buyer, negotiation_id, 18_000_00)
    with poisoned(home, negotiation_id):
        for claims in range(1, home.services.settings.max_claims + 1):
            assert reply_row(home.services, reply_id).status == "pending"
            fail(home, reply_id)
            assert reply_row(home.services, reply_id).claims == claims
    failed = reply_row(home.services, reply_id)
    assert (failed.status, failed.failure) == ("failed", "claim_broken")
    [error] = home.port.named("error")
    assert (error["reply_id"], error["code"]) == (str(reply_id), "reply_failed")
    [only] = of_reply(check_promises(home.services, negotiation_id), reply_id)
    assert (only["type"], only["message"]["status"]) == ("new_message", "failed")
    assert home.replier.generate(reply_id) is False


def test_the_next_reply_gets_its_turn(home: House, buyer: Author, negotiation_id: UUID) -> None:
    reply_id = home.offer(buyer, negotiation_id, 18_000_00)
    next_id = home.chat(buyer, negotiation_id)
    with poisoned(home, negotiation_id):
        for _ in range(home.services.settings.max_claims - 1):
            fail(home, reply_id)
            assert home.replier.generate(next_id) is False
        home.queue.take_replies()
        fail(home, reply_id)
    assert home.queue.take_replies() == [next_id]


def test_it_can_be_stopped(home: House, buyer: Author, negotiation_id: UUID) -> None:
    reply_id = home.offer(buyer, negotiation_id, 18_000_00)
    with poisoned(home, negotiation_id):
        stopped = stop_reply(home.services, buyer, negotiation_id, reply_id)
    assert stopped["status"] == "stopped"
    check_promises(home.services, negotiation_id)


def test_it_can_be_retried_once_the_error_is_mended(
    home: House, buyer: Author, negotiation_id: UUID
) -> None:
    reply_id = home.offer(buyer, negotiation_id, 18_000_00)
    with poisoned(home, negotiation_id):
        for _ in range(home.services.settings.max_claims):
            fail(home, reply_id)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.work()
    assert reply_row(home.services, reply_id).status == "complete"
    check_promises(home.services, negotiation_id)
