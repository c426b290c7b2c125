"""Whatever buyers, workers, the sweeper and time do, in any order: the promises hold after each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from backend.actions import closing, posting, renegotiating
from backend.actions.reply import claiming, control, sweeping
from backend.actions.reply.claiming import LostClaim
from backend.actions.reply.replying import Replier
from backend.domain.errors import (
    AboveWalkAway,
    NegotiationClosed,
    NoOfferToAccept,
    ReplyRunning,
)
from backend.domain.negotiation import Party
from backend.storage.columns import Base
from backend.storage.models import Reply
from tests.integration.history import kept
from tests.integration.parts import PLAYBOOK, House, house
from tests.support.databases import MEMORY
from tests.unit.actions.bargaining import LEASE, Bargaining, KeptTexts

NOWHERE = "redis://127.0.0.1:1/0"
AMOUNTS = st.integers(1_500_000, 2_600_000)
WHICH = st.integers(0, 50)


@pytest.fixture
def home() -> Iterator[House]:
    """Parts on a SQLite file, with texts in memory and nothing that leaves the process."""
    with (
        TemporaryDirectory(dir=MEMORY) as directory,
        house(f"sqlite:///{Path(directory) / 'all.db'}", NOWHERE) as made,
    ):
        Base.metadata.create_all(made.services.database.engine)
        services = replace(made.services, running_texts=KeptTexts())
        yield replace(made, services=services, replier=Replier(services, PLAYBOOK))


class AnyOrder(RuleBasedStateMachine):
    """The rules; each may come at any time."""

    house: House

    @initialize()
    def open(self) -> None:
        self.talk = Bargaining(self.house)
        self.services = self.house.services

    @rule()
    def chat(self) -> None:
        text = f"Why? {len(self.talk.record.accepted)}"
        author = self.talk.author
        self.talk.post(lambda place: posting.post_chat(self.services, author, place, text), text)

    @rule(amount=AMOUNTS, party=st.sampled_from(Party))
    def offer(self, amount: int, party: Party) -> None:
        note = f"Offer {len(self.talk.record.accepted)}"

        def say(place: posting.Posting) -> posting.Posted:
            return posting.post_offer(
                self.services, self.talk.author, place, party=party, amount=amount, note=note
            )

        self.talk.post(say, note)

    @rule(price=st.none() | AMOUNTS)
    def dealer_message(self, price: int | None) -> None:
        text = f"A great car {len(self.talk.record.accepted)}"

        def say(place: posting.Posting) -> posting.Posted:
            return posting.post_dealer_message(
                self.services, self.talk.author, place, content=text, price=price, channel=None
            )

        self.talk.post(say, text)

    @rule(which=WHICH)
    def claim(self, which: int) -> None:
        """A task comes: due, late, or a second time."""
        rows = self.talk.rows()
        claim = self.house.claim(rows[which % len(rows)].id)
        if claim is not None:
            self.talk.claims.append(claim)

    @rule(text=st.text(max_size=20))
    def work_next(self, text: str) -> None:
        """The reply whose turn it is, is written without trouble."""
        for row in self.talk.rows():
            claim = self.house.claim(row.id) if row.status == "pending" else None
            if claim is not None:
                self.house.finish(claim, text)
                return

    @precondition(lambda self: self.talk.claims)
    @rule(which=WHICH, how=st.sampled_from(["finish", "fail", "fall back", "hand back"]))
    def go_on(self, which: int, how: str) -> None:
        """Who has claimed a reply, lately or long ago, goes on with it."""
        claim = self.talk.claims[which % len(self.talk.claims)]
        may, before = self.talk.still_holds(claim), self.talk.row(claim.reply_id)
        try:
            if how == "finish":
                self.house.finish(claim)
            elif how == "fail":
                claiming.fail_reply(self.services, claim, "no_model_answered")
            elif how == "fall back":
                self.talk.claims.append(claiming.next_attempt(self.services, claim))
            elif may:
                claiming.hand_back(self.services, claim)
        except LostClaim:
            assert not may
            after = self.talk.row(claim.reply_id)
            assert (after.status, after.attempt) == (before.status, before.attempt)
        else:
            assert may or how == "hand back"

    @precondition(lambda self: self.talk.claims)
    @rule(which=WHICH, text=st.text(min_size=1, max_size=20))
    def tell(self, which: int, text: str) -> None:
        claim = self.talk.claims[which % len(self.talk.claims)]
        self.services.running_texts.keep(claim.reply_id, claim.attempt, text)

    @rule(which=WHICH)
    def stop(self, which: int) -> None:
        rows = self.talk.rows()
        reply_id = rows[which % len(rows)].id
        talk = self.talk
        reply = control.stop_reply(self.services, talk.author, talk.negotiation_id, reply_id)
        assert reply["status"] in ("stopped", "complete", "failed")

    @rule(which=WHICH)
    def retry(self, which: int) -> None:
        rows = self.talk.rows()
        row, talk = rows[which % len(rows)], self.talk
        try:
            control.retry_reply(self.services, talk.author, talk.negotiation_id, row.id)
        except ReplyRunning:
            assert row.status in ("pending", "running")
        else:
            talk.note_retry(row.id)

    @rule(seconds=st.sampled_from([0.5, 4.0, 9.0, LEASE.total_seconds()]))
    def wait(self, seconds: float) -> None:
        self.house.clock.advance(seconds=seconds)

    @rule()
    def sweep(self) -> None:
        sweeping.sweep_replies(self.services)

    @rule(late=st.integers(0, 2))
    def renegotiate(self, late: int) -> None:
        """A batch task, planned just now or some events ago."""
        negotiation_id = self.talk.negotiation_id
        last_seq = kept(self.services, negotiation_id).negotiation["last_seq"]
        written = renegotiating.renegotiate(
            self.services, PLAYBOOK, negotiation_id, last_seq - late
        )
        assert not (written and late)

    @precondition(lambda self: len(self.talk.record.accepted) > 4)
    @rule(amount=st.none() | AMOUNTS, walks_away=st.booleans())
    def close(self, amount: int | None, walks_away: bool) -> None:
        author, negotiation_id = self.talk.author, self.talk.negotiation_id
        try:
            if walks_away:
                closing.walk_away(self.services, author, negotiation_id)
            else:
                closing.accept(
                    self.services, author, negotiation_id, amount=amount, confirmed=False
                )
        except (NegotiationClosed, NoOfferToAccept, AboveWalkAway):
            event("closing refused")

    @invariant()
    def promises_hold(self) -> None:
        self.talk.check()

    def teardown(self) -> None:
        """Everything comes to rest, by time and the sweeper alone."""
        for _ in range(200):
            open_ids = [r.id for r in self.talk.rows() if r.status in ("pending", "running")]
            if not open_ids:
                break
            self.house.clock.advance(seconds=LEASE.total_seconds() + 1)
            self.house.queue.take_replies()
            assert sweeping.sweep_replies(self.services), "nobody finds what is stranded"
            for reply_id in self.house.queue.take_replies():
                claim = self.house.claim(reply_id)
                if claim is not None:
                    self.house.finish(claim)
        self.promises_hold()
        assert all(row.status in ("complete", "failed", "stopped") for row in self.talk.rows())


@pytest.mark.timeout(300)
def test_in_any_order_every_promise_holds(home: House) -> None:
    class Here(AnyOrder):
        house = home

    many = settings(
        max_examples=35,
        stateful_step_count=50,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Here, settings=many)


def test_a_retry_and_a_later_reply_whose_worker_died_do_not_wait_for_each_other(
    home: House,
) -> None:
    talk = Bargaining(home)
    first, second = (row.id for row in _answered(talk, home))
    control.retry_reply(home.services, talk.author, talk.negotiation_id, second)
    assert home.claim(second)
    control.retry_reply(home.services, talk.author, talk.negotiation_id, first)
    home.clock.advance(seconds=LEASE.total_seconds() + 1)
    later = home.claim(second)
    assert later
    home.finish(later)
    earlier = home.claim(first)
    assert earlier
    home.finish(earlier)


def _answered(talk: Bargaining, home: House) -> list[Reply]:
    """Two replies, both complete."""
    home.chat(talk.author, talk.negotiation_id)
    rows = talk.rows()
    for row in rows:
        claim = home.claim(row.id)
        assert claim
        home.finish(claim)
    return rows
