"""What is asked of the table of replies: whose turn it is, who may go on, who was left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from backend.contract.choices import OpenStatus
from backend.storage.models import Reply

OPEN_REPLY: tuple[OpenStatus, ...] = get_args(OpenStatus)


def reply_of(session: Session, message_id: UUID) -> Reply | None:
    return session.scalar(select(Reply).where(Reply.message_id == message_id))


def opening_reply(session: Session, negotiation_id: UUID) -> Reply | None:
    return session.scalar(
        select(Reply).where(Reply.negotiation_id == negotiation_id, Reply.trigger == "opening")
    )


def running_reply(session: Session, negotiation_id: UUID) -> Reply | None:
    return session.scalar(
        select(Reply).where(Reply.negotiation_id == negotiation_id, Reply.status == "running")
    )


def next_pending_reply(session: Session, negotiation_id: UUID) -> UUID | None:
    """The reply whose turn it is, if none is running."""
    return session.scalar(
        select(Reply.id)
        .where(Reply.negotiation_id == negotiation_id, Reply.status == "pending")
        .order_by(Reply.trigger_seq)
        .limit(1)
    )


def has_open_reply(session: Session, negotiation_id: UUID) -> bool:
    return bool(
        session.scalar(
            select(
                exists().where(Reply.negotiation_id == negotiation_id, Reply.status.in_(OPEN_REPLY))
            )
        )
    )


def _is_next() -> ColumnElement[bool]:
    other = aliased(Reply)
    return ~exists().where(
        other.negotiation_id == Reply.negotiation_id,
        other.id != Reply.id,
        or_(
            other.status == "running",
            and_(other.status == "pending", other.trigger_seq < Reply.trigger_seq),
        ),
    )


_IS_NEXT = _is_next()
"""No other reply of the negotiation runs, and none that answers an earlier message waits.

Built once: building it took half of the time of a claim's statement.
"""


def _is_claimable(now: datetime, max_claims: int) -> ColumnElement[bool]:
    """Pending and next, or running with a lease that has ended.

    The latter waits for no other: all others wait for it, also an earlier one that is to be
    retried.
    """
    return and_(
        or_(
            and_(Reply.status == "pending", _IS_NEXT),
            and_(Reply.status == "running", Reply.lease_expires_at <= now),
        ),
        Reply.claims < max_claims,
    )


def claimable_reply(
    session: Session, reply_id: UUID, now: datetime, max_claims: int
) -> Reply | None:
    """The reply, if it could be claimed just now."""
    return session.scalar(select(Reply).where(Reply.id == reply_id, _is_claimable(now, max_claims)))


def claim_reply(
    session: Session, reply_id: UUID, now: datetime, lease_until: datetime, max_claims: int
) -> Reply | None:
    """Claim a reply if it is claimable: one conditional update that also raises ``attempt``."""
    return session.scalar(
        update(Reply)
        .where(Reply.id == reply_id, _is_claimable(now, max_claims))
        .values(
            status="running",
            attempt=Reply.attempt + 1,
            claims=Reply.claims + 1,
            lease_expires_at=lease_until,
        )
        .returning(Reply)
        .execution_options(synchronize_session=False, populate_existing=True)
    )


def raise_attempt(
    session: Session, reply_id: UUID, attempt: int, now: datetime, lease_until: datetime
) -> bool:
    """Start the next attempt within a claim, and its lease anew; False when it holds no longer."""
    return bool(
        session.execute(
            update(Reply)
            .where(
                Reply.id == reply_id,
                Reply.attempt == attempt,
                Reply.status == "running",
                Reply.lease_expires_at > now,
            )
            .values(attempt=attempt + 1, lease_expires_at=lease_until)
            .returning(Reply.id)
        ).scalar()
    )


def end_lease(session: Session, reply_id: UUID, attempt: int, now: datetime) -> bool:
    """Make a claimed reply claimable at once, as if this claim had not been; False when lost."""
    return bool(
        session.execute(
            update(Reply)
            .where(Reply.id == reply_id, Reply.attempt == attempt, Reply.status == "running")
            .values(lease_expires_at=now, claims=Reply.claims - 1)
            .returning(Reply.id)
            .execution_options(synchronize_session=False)
        ).scalar()
    )


def renew_leases(
    session: Session, held: Sequence[tuple[UUID, int]], lease_until: datetime
) -> set[tuple[UUID, int]]:
    """Extend the leases of the (reply, attempt) pairs still running; returns those."""
    rows = session.execute(
        update(Reply)
        .where(
            tuple_(Reply.id, Reply.attempt).in_(held),
            Reply.status == "running",
        )
        .values(lease_expires_at=lease_until)
        .returning(Reply.id, Reply.attempt)
        .execution_options(synchronize_session=False)
    )
    return {(row[0], row[1]) for row in rows}


def still_running(session: Session, held: Sequence[tuple[UUID, int]]) -> set[tuple[UUID, int]]:
    """Those of the (reply, attempt) pairs that still run."""
    rows = session.execute(
        select(Reply.id, Reply.attempt).where(
            tuple_(Reply.id, Reply.attempt).in_(held), Reply.status == "running"
        )
    )
    return {(row[0], row[1]) for row in rows}


def stranded_replies(
    session: Session, now: datetime, enqueued_before: datetime, limit: int
) -> Sequence[Reply]:
    """Replies whose turn it is and that nobody works on.

    Pending ones whose task was sent before ``enqueued_before``, and running ones whose lease ended.
    """
    return session.scalars(
        select(Reply)
        .where(
            or_(
                and_(
                    Reply.status == "pending",
                    Reply.enqueued_at <= enqueued_before,
                    _IS_NEXT,
                ),
                and_(Reply.status == "running", Reply.lease_expires_at <= now),
            )
        )
        .order_by(Reply.enqueued_at)
        .limit(limit)
    ).all()


def count_replies(session: Session) -> dict[str, int]:
    """How many replies are not yet at rest, or failed, by status."""
    rows = session.execute(
        select(Reply.status, func.count())
        .where(Reply.status.in_((*OPEN_REPLY, "failed")))
        .group_by(Reply.status)
    )
    return {row[0]: row[1] for row in rows}


def failed_replies(session: Session, limit: int) -> Sequence[Reply]:
    """Replies that were given up, newest first."""
    return session.scalars(
        select(Reply).where(Reply.status == "failed").order_by(Reply.id.desc()).limit(limit)
    ).all()
