"""A claim lasts while its worker lives, and counts against a reply only where the worker died."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from backend.actions.reply import claiming
from backend.actions.reply.claiming import Claim, break_claim, hand_back
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.reply.holding import LeaseKeeper
from backend.actions.requests import Author
from backend.storage import replies
from backend.storage.engine import Database
from tests.integration.history import check_promises, history, reply_row
from tests.integration.parts import House
from tests.support.clock import SettableClock
from tests.support.waiting import wait_for

LEASE = timedelta(seconds=15)
A_THIRD = 5.0
SOON = 0.1
"""Seconds from a stop until who writes the reply looks for it, at the most."""


@pytest.fixture
def negotiation_id(home: House, buyer: Author) -> UUID:
    return home.opened(buyer)


@pytest.fixture
def reply_id(home: House, buyer: Author, negotiation_id: UUID) -> UUID:
    return home.chat(buyer, negotiation_id)


@pytest.fixture
def claim(home: House, reply_id: UUID) -> Claim:
    claimed = home.claim(reply_id)
    assert claimed is not None
    return claimed


def lease_of(home: House, reply_id: UUID) -> datetime:
    lease = reply_row(home.services, reply_id).lease_expires_at
    assert lease is not None
    return lease


def wait_until_lease_is(home: House, reply_id: UUID, moment: datetime) -> None:
    wait_for(lambda: lease_of(home, reply_id) == moment, what="the lease is renewed")


def test_a_reply_may_take_longer_than_its_lease(home: House, claim: Claim) -> None:
    """Each renewal counts in the database and at the worker."""
    keeper = LeaseKeeper(home.services.database, home.clock, LEASE)
    with keeper.holding(claim.reply_id, claim.attempt, claim.since) as hold:
        for _ in range(4):
            home.clock.advance(seconds=A_THIRD)
            renewed = home.clock.now + LEASE
            wait_until_lease_is(home, claim.reply_id, renewed)
            wait_for(lambda: hold._ends_at >= home.clock.monotonic() + A_THIRD, what="its count")
            assert not hold.is_lost
    assert home.claim(claim.reply_id) is None
    home.finish(claim)
    check_promises(home.services, claim.negotiation_id)


def test_who_cannot_renew_a_lease_knows_when_it_is_over(home: House, claim: Claim) -> None:
    """A process that was stopped, say, and wakes up late."""
    keeper = LeaseKeeper(home.services.database, home.clock, LEASE)
    home.clock.advance(seconds=15)
    with keeper.holding(claim.reply_id, claim.attempt, claim.since) as hold:
        assert hold.is_lost


def test_who_was_stopped_or_overtaken_learns_it(home: House, claim: Claim) -> None:
    keeper = LeaseKeeper(home.services.database, home.clock, LEASE)
    with keeper.holding(claim.reply_id, claim.attempt, claim.since) as hold:
        assert not hold.is_lost
        claiming.next_attempt(home.services, claim)
        wait_for(lambda: hold.is_lost, what="it is known to be another's")


class NotingClock(SettableClock):
    """Notes how long those who go by it rest."""

    def __init__(self) -> None:
        super().__init__()
        self.rests: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        super().sleep(seconds)


def test_what_was_stopped_runs_no_more_and_gets_no_lease(
    home: House, buyer: Author, negotiation_id: UUID, claim: Claim
) -> None:
    """Each look tells so, whether it renews or not: a model that goes on costs."""
    held = [(claim.reply_id, claim.attempt)]
    with home.services.database.write() as session:
        assert replies.still_running(session, held) == set(held)
        assert replies.renew_leases(session, held, home.clock.now + LEASE) == set(held)
    stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
    with home.services.database.write() as session:
        assert replies.still_running(session, held) == set()
        assert replies.renew_leases(session, held, home.clock.now + LEASE) == set()
    assert reply_row(home.services, claim.reply_id).lease_expires_at is None


def test_whether_a_reply_was_stopped_is_looked_for_ten_times_a_second(
    home: House, claim: Claim
) -> None:
    clock = NotingClock()
    keeper = LeaseKeeper(home.services.database, clock, LEASE)
    with keeper.holding(claim.reply_id, claim.attempt, claim.since):
        wait_for(lambda: len(clock.rests) >= 2, what="it looks again and again")
    assert max(clock.rests) <= SOON


class NotingDatabase(Database):
    """Counts how often it is written to."""

    writes = 0

    @contextmanager
    def write(self) -> Iterator[Session]:
        self.writes += 1
        with super().write() as session:
            yield session


def test_leases_are_written_each_third_of_their_length_and_else_only_looked_at(
    home: House, claim: Claim
) -> None:
    url = home.services.database.url.render_as_string(hide_password=False)
    with closing(NotingDatabase(url)) as database:
        clock = NotingClock()
        keeper = LeaseKeeper(database, clock, LEASE)
        with keeper.holding(claim.reply_id, claim.attempt, claim.since):
            for renewals in range(1, 4):
                clock.advance(seconds=A_THIRD)
                wait_for(lambda n=renewals: database.writes == n, what="it is due")  # type: ignore[misc]
                looks = len(clock.rests)
                wait_for(lambda n=looks: len(clock.rests) >= n + 3, what="more looks")  # type: ignore[misc]
                assert database.writes == renewals


def test_what_has_ended_is_looked_after_no_more(
    home: House, buyer: Author, negotiation_id: UUID, claim: Claim
) -> None:
    clock = NotingClock()
    keeper = LeaseKeeper(home.services.database, clock, LEASE)
    with keeper.holding(claim.reply_id, claim.attempt, claim.since) as ended:
        pass
    home.finish(claim)
    another = home.claim(home.chat(buyer, negotiation_id))
    assert another is not None
    with keeper.holding(another.reply_id, another.attempt, another.since):
        looks = len(clock.rests)
        wait_for(lambda: len(clock.rests) >= looks + 2, what="it is looked after")
    assert not ended.is_lost, "nobody has asked how it is"


def test_what_is_handed_back_does_not_count_as_a_death(
    home: House, reply_id: UUID, negotiation_id: UUID
) -> None:
    home.queue.take_replies()
    for attempt in range(1, 3 * home.services.settings.max_claims):
        claim = home.claim(reply_id)
        assert claim is not None
        assert (claim.attempt, claim.is_last) == (attempt, False)
        assert reply_row(home.services, reply_id).claims == 1
        hand_back(home.services, claim)
        assert reply_row(home.services, reply_id).claims == 0
        assert home.queue.take_replies() == [reply_id], "another goes on at once"
    home.replier.generate(reply_id)
    assert reply_row(home.services, reply_id).status == "complete"
    check_promises(home.services, negotiation_id)


def test_what_is_another_s_cannot_be_handed_back(
    home: House, neighbour: House, claim: Claim
) -> None:
    home.clock.advance(seconds=20)
    assert neighbour.claim(claim.reply_id) is not None
    before = reply_row(home.services, claim.reply_id)
    home.queue.take_replies()
    hand_back(home.services, claim)
    now = reply_row(home.services, claim.reply_id)
    assert (now.claims, now.lease_expires_at) == (before.claims, before.lease_expires_at)
    assert home.queue.take_replies() == []


def test_the_last_claim_is_known_as_such(home: House, reply_id: UUID) -> None:
    told = []
    while claim := home.claim(reply_id):
        told.append(claim.is_last)
        home.clock.advance(seconds=20)
    assert told == [False, False, False, True]


@pytest.mark.parametrize("claims", [1, 3])
def test_no_error_breaks_a_claim_that_another_holds(
    home: House, reply_id: UUID, negotiation_id: UUID, claims: int
) -> None:
    """As when a task is delivered twice, and only one of the two fails."""
    for _ in range(claims):
        home.clock.advance(seconds=20)
        claim = home.claim(reply_id)
    assert claim is not None
    events = history(home.services, negotiation_id)
    home.port.sent.clear()
    for _ in range(home.services.settings.max_claims):
        break_claim(home.services, reply_id)
    now = reply_row(home.services, reply_id)
    assert (now.status, now.claims, now.failure) == ("running", claims, None)
    assert history(home.services, negotiation_id) == events
    assert home.port.sent == []
    home.finish(claim)
    for _ in range(home.services.settings.max_claims):
        break_claim(home.services, reply_id)
    assert reply_row(home.services, reply_id).status == "complete"
    check_promises(home.services, negotiation_id)


def test_an_error_breaks_a_claim_that_died(home: House, reply_id: UUID) -> None:
    assert home.claim(reply_id)
    home.clock.advance(seconds=15)
    break_claim(home.services, reply_id)
    assert reply_row(home.services, reply_id).claims == 2


def test_a_retry_whose_claims_break_says_why_it_failed(
    home: House, buyer: Author, negotiation_id: UUID, claim: Claim
) -> None:
    home.finish(claim)
    retry_reply(home.services, buyer, negotiation_id, claim.reply_id)
    for _ in range(home.services.settings.max_claims):
        break_claim(home.services, claim.reply_id)
    row = reply_row(home.services, claim.reply_id)
    assert (row.status, row.failure) == ("failed", "claim_broken")
    check_promises(home.services, negotiation_id)


def test_there_is_no_claim_to_break_where_there_is_no_reply(home: House) -> None:
    break_claim(home.services, UUID(int=7))
    assert home.port.sent == []


@pytest.mark.parametrize("lost", ["over", "overtaken", "stopped"])
def test_the_next_attempt_needs_a_claim_that_holds(
    home: House, buyer: Author, claim: Claim, lost: str
) -> None:
    if lost == "over":
        home.clock.advance(seconds=15)
    elif lost == "overtaken":
        claiming.next_attempt(home.services, claim)
    else:
        home.finish(claim)
    before = reply_row(home.services, claim.reply_id)
    with pytest.raises(claiming.LostClaim):
        claiming.next_attempt(home.services, claim)
    now = reply_row(home.services, claim.reply_id)
    assert (now.attempt, now.lease_expires_at) == (before.attempt, before.lease_expires_at)


def test_the_next_attempt_has_a_lease_of_its_own(home: House, claim: Claim) -> None:
    home.clock.advance(seconds=14)
    again = claiming.next_attempt(home.services, claim)
    assert (again.attempt, again.since) == (claim.attempt + 1, home.clock.monotonic())
    assert lease_of(home, claim.reply_id) == home.clock.now + LEASE
    home.clock.advance(seconds=14)
    home.finish(again)
    assert reply_row(home.services, claim.reply_id).status == "complete"


def test_the_next_attempt_is_one_of_its_reply_alone(home: House, claim: Claim) -> None:
    stranger = home.buyer()
    other = home.claim(home.chat(stranger, home.opened(stranger)))
    assert other is not None
    assert other.attempt == claim.attempt
    claiming.next_attempt(home.services, claim)
    assert reply_row(home.services, other.reply_id).attempt == other.attempt


@pytest.mark.parametrize("lost", ["over", "overtaken"])
def test_the_end_needs_a_claim_that_holds(home: House, claim: Claim, lost: str) -> None:
    if lost == "over":
        home.clock.advance(seconds=15)
    else:
        claiming.next_attempt(home.services, claim)
    events = history(home.services, claim.negotiation_id)
    with pytest.raises(claiming.LostClaim):
        home.finish(claim)
    with pytest.raises(claiming.LostClaim):
        claiming.fail_reply(home.services, claim, "no_model_answered")
    assert history(home.services, claim.negotiation_id) == events
