"""What was read before the lock is looked at again under it: something may have come between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

import pytest

from backend.actions import closing
from backend.actions.planning import quiet_negotiations
from backend.actions.renegotiating import renegotiate
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.reply.sweeping import sweep_replies
from backend.actions.requests import Author
from backend.storage import replies
from tests.integration.between import between
from tests.integration.history import check_promises, history, kept, reply_row, reply_rows
from tests.integration.parts import PLAYBOOK, House

Happening = Callable[[House, Author, UUID], object]


def last_reply(home: House, negotiation_id: UUID) -> UUID:
    return reply_rows(home.services, negotiation_id)[-1].id


def stopped(home: House, buyer: Author, negotiation_id: UUID) -> None:
    reply_id = last_reply(home, negotiation_id)
    stop_reply(home.services, buyer, negotiation_id, reply_id)


def retried(home: House, buyer: Author, negotiation_id: UUID) -> None:
    stopped(home, buyer, negotiation_id)
    retry_reply(home.services, buyer, negotiation_id, last_reply(home, negotiation_id))


def claimed_anew(home: House, buyer: Author, negotiation_id: UUID) -> None:
    retried(home, buyer, negotiation_id)
    assert home.claim(last_reply(home, negotiation_id))


def renewed(home: House, buyer: Author, negotiation_id: UUID) -> None:
    """Its worker was slow, and not dead."""
    reply = reply_row(home.services, last_reply(home, negotiation_id))
    later = home.clock.now.replace(year=home.clock.now.year + 1)
    with home.services.database.write() as session:
        assert replies.renew_leases(session, [(reply.id, reply.attempt)], later)


def claimed_anew_and_left(home: House, buyer: Author, negotiation_id: UUID) -> None:
    """That claim died as well, but it is the first since the buyer asked again."""
    claimed_anew(home, buyer, negotiation_id)
    home.clock.advance(seconds=20)


@pytest.mark.parametrize(
    "happening", [stopped, retried, claimed_anew, claimed_anew_and_left, renewed]
)
def test_the_sweeper_gives_up_no_reply_that_is_not_dead_any_more(
    home: House, buyer: Author, happening: Happening
) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    while home.claim(reply_id):
        home.clock.advance(seconds=20)
    after: list[object] = []

    def happens() -> None:
        happening(home, buyer, negotiation_id)
        after.append((reply_row(home.services, reply_id).status, _events(home, negotiation_id)))
        home.port.sent.clear()

    with between(home.services, happens) as services:
        assert sweep_replies(services) == 1
    now = reply_row(home.services, reply_id)
    assert after == [(now.status, _events(home, negotiation_id))]
    assert now.status in ("stopped", "pending", "running")
    assert now.failure is None
    assert home.port.sent == []


@pytest.mark.parametrize(
    "happening",
    [
        lambda home, buyer, negotiation_id: home.chat(buyer, negotiation_id),
        lambda home, buyer, negotiation_id: closing.walk_away(home.services, buyer, negotiation_id),
        lambda home, buyer, negotiation_id: closing.accept(
            home.services, buyer, negotiation_id, amount=20_000_00, confirmed=False
        ),
        lambda home, _buyer, _id: closing.expire_negotiations(home.services),
    ],
    ids=["a message", "walked away", "accepted", "another's expiry"],
)
def test_no_negotiation_expires_in_which_something_happened(
    home: House, buyer: Author, happening: Happening
) -> None:
    negotiation_id = home.opened(buyer)
    home.clock.advance(days=60)
    after: list[object] = []

    def happens() -> None:
        happening(home, buyer, negotiation_id)
        after.append(history(home.services, negotiation_id))

    with between(home.services, happens) as services:
        assert closing.expire_negotiations(services) == 0
    assert after == [history(home.services, negotiation_id)]


def test_the_rest_expires_all_the_same(home: House, buyer: Author) -> None:
    spoken, silent = home.opened(buyer), home.opened(buyer)
    home.clock.advance(days=60)
    with between(home.services, partial(home.chat, buyer, spoken)) as services:
        assert closing.expire_negotiations(services) == 1
    assert kept(home.services, spoken).negotiation["status"] == "active"
    assert kept(home.services, silent).negotiation["status"] == "expired"


def answered(home: House, buyer: Author, negotiation_id: UUID) -> None:
    home.chat(buyer, negotiation_id)
    home.work()


def asked_anew(home: House, buyer: Author, negotiation_id: UUID) -> None:
    """A retry: no event yet, and a reply that waits."""
    retry_reply(home.services, buyer, negotiation_id, last_reply(home, negotiation_id))


def walked_away(home: House, buyer: Author, negotiation_id: UUID) -> None:
    closing.walk_away(home.services, buyer, negotiation_id)


def renegotiated(home: House, buyer: Author, negotiation_id: UUID) -> None:
    [quiet] = quiet_negotiations(home.services, 3)
    assert renegotiate(home.services, PLAYBOOK, negotiation_id, quiet.last_seq)


@pytest.mark.parametrize("happening", [answered, asked_anew, walked_away, renegotiated])
def test_batch_wording_gives_way_to_what_happened_meanwhile(
    home: House, buyer: Author, happening: Happening
) -> None:
    negotiation_id = home.opened(buyer)
    home.clock.advance(days=4)
    [quiet] = quiet_negotiations(home.services, 3)
    after: list[object] = []

    def happens() -> None:
        happening(home, buyer, negotiation_id)
        after.append(history(home.services, negotiation_id))

    with between(home.services, happens) as services:
        assert renegotiate(services, PLAYBOOK, negotiation_id, quiet.last_seq) is False
    assert after == [history(home.services, negotiation_id)]
    home.work()
    check_promises(home.services, negotiation_id)


def _events(home: House, negotiation_id: UUID) -> int:
    return len(history(home.services, negotiation_id))
