"""The harms: each breaks one thing that the product relies on, once for each order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from unittest.mock import patch
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from backend.actions.reply import claiming
from backend.actions.reply.replying import Replier
from backend.contract.shapes import StoredEvent
from backend.realtime.emitter import Emitter
from backend.storage import replies
from backend.storage.models import Reply
from tests.faults.sabotage.orders import is_ordered, report_done


def drop_one_emit() -> None:
    """The next advice that this worker begins is not pushed."""
    push = Emitter.stored

    def stored(self: Emitter, event: StoredEvent) -> None:
        if event["type"] == "new_message" and is_ordered("drop one emit"):
            report_done()
        else:
            push(self, event)

    Emitter.stored = stored  # type: ignore[method-assign]  # that is the harm


def run_one_task_twice() -> None:
    """One of the next tasks of this worker is done a second time, by a claim that asks nothing."""
    generate = Replier.generate

    def generate_twice(self: Replier, reply_id: UUID) -> bool:
        answered = generate(self, reply_id)
        if answered and is_ordered("run one task twice"):
            candidate = self._adviser.candidates[-1]
            claim = None
            # Refused where the negotiation's next reply runs already: then the next task is taken.
            unguarded = patch.multiple(
                replies, claimable_reply=_claimable_unguarded, claim_reply=_claim_unguarded
            )
            with unguarded, suppress(DBAPIError):
                claim = claiming.claim_reply(self._services, reply_id, candidate)
            if claim is not None:
                self._answer(claim)
                report_done()
        return answered

    Replier.generate = generate_twice  # type: ignore[method-assign]  # that is the harm


def _claimable_unguarded(
    session: Session, reply_id: UUID, now: datetime, max_claims: int
) -> Reply | None:
    return session.get(Reply, reply_id)


def _claim_unguarded(
    session: Session, reply_id: UUID, now: datetime, lease_until: datetime, max_claims: int
) -> Reply | None:
    session.execute(
        update(Reply)
        .where(Reply.id == reply_id)
        .values(status="running", attempt=Reply.attempt + 1, lease_expires_at=lease_until)
        .execution_options(synchronize_session=False)
    )
    return session.get(Reply, reply_id, populate_existing=True)


HARMS: tuple[Callable[[], None], ...] = (drop_one_emit, run_one_task_twice)
