"""What is asked of the table of negotiations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, tuple_, update
from sqlalchemy.orm import Session

from backend.domain.searching import Selection
from backend.storage.models import Negotiation
from backend.storage.paging import pages

_LOCKED = select(Negotiation).where(Negotiation.id == bindparam("negotiation_id")).with_for_update()


def lock_negotiation(session: Session, negotiation_id: UUID) -> Negotiation | None:
    """The negotiation, locked against all other writers until the transaction ends."""
    return session.scalar(_LOCKED, {"negotiation_id": negotiation_id})


def negotiation_by_client_id(
    session: Session, user_id: UUID, client_id: UUID
) -> Negotiation | None:
    return session.scalar(
        select(Negotiation).where(
            Negotiation.user_id == user_id, Negotiation.client_id == client_id
        )
    )


def negotiations_of(
    session: Session,
    user_id: UUID,
    selection: Selection,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Negotiation]:
    """Those of a user's negotiations that are wanted, newest first, after the key ``before``."""
    query = select(Negotiation).where(Negotiation.user_id == user_id)
    if selection.status is not None:
        query = query.where(Negotiation.status == selection.status)
    for word in selection.words:
        query = query.where(Negotiation.search_text.contains(word, autoescape=True))
    key = tuple_(Negotiation.created_at, Negotiation.id)
    if before is not None:
        query = query.where(
            or_(
                Negotiation.created_at < before[0],
                and_(Negotiation.created_at == before[0], Negotiation.id < before[1]),
            )
        )
    return session.scalars(query.order_by(*(c.desc() for c in key.clauses)).limit(limit)).all()


def unseen_negotiations(session: Session, user_id: UUID, limit: int) -> Sequence[Negotiation]:
    """A user's negotiations that hold something unseen, the newest news first."""
    return session.scalars(
        select(Negotiation)
        .where(Negotiation.user_id == user_id, Negotiation.news_seq > Negotiation.seen_seq)
        .order_by(Negotiation.updated_at.desc(), Negotiation.id.desc())
        .limit(limit)
    ).all()


def raise_seen(session: Session, negotiation_id: UUID, seq: int) -> bool:
    """Note that the buyer has looked as far as ``seq``; False when that was known before."""
    return bool(
        session.execute(
            update(Negotiation)
            .where(Negotiation.id == negotiation_id, Negotiation.seen_seq < seq)
            .values(seen_seq=seq)
            .returning(Negotiation.id)
            .execution_options(synchronize_session=False)
        ).scalar()
    )


def negotiations_changed(
    session: Session, since: datetime, until: datetime
) -> Sequence[tuple[UUID, UUID, int]]:
    """Id, owner's id and ``last_seq`` of those whose newest event is from between the times."""
    rows = session.execute(
        select(Negotiation.id, Negotiation.user_id, Negotiation.last_seq).where(
            Negotiation.updated_at > since, Negotiation.updated_at <= until
        )
    )
    return [(row[0], row[1], row[2]) for row in rows]


def negotiations_by_id(session: Session, ids: Sequence[UUID]) -> Sequence[Negotiation]:
    found: list[Negotiation] = []
    for page in pages(ids):
        found += session.scalars(select(Negotiation).where(Negotiation.id.in_(page)))
    return found


def quiet_negotiations(
    session: Session, quiet_before: datetime, after: UUID | None, limit: int
) -> Sequence[Negotiation]:
    """Active negotiations without activity since ``quiet_before`` and no batch advice since then.

    By id, after the key ``after``.
    """
    query = select(Negotiation).where(*_is_quiet(quiet_before))
    if after is not None:
        query = query.where(Negotiation.id > after)
    return session.scalars(query.order_by(Negotiation.id).limit(limit)).all()


def count_quiet_negotiations(session: Session, quiet_before: datetime) -> int:
    counted = select(func.count()).select_from(Negotiation).where(*_is_quiet(quiet_before))
    return session.scalar(counted) or 0


def _is_quiet(quiet_before: datetime) -> tuple[ColumnElement[bool], ...]:
    is_due = or_(
        Negotiation.renegotiated_at.is_(None),
        Negotiation.renegotiated_at < Negotiation.quiet_since,
    )
    return Negotiation.status == "active", Negotiation.quiet_since <= quiet_before, is_due


def silent_negotiations(session: Session, before: datetime, limit: int) -> Sequence[UUID]:
    """Ids of active negotiations without any event since ``before``."""
    return session.scalars(
        select(Negotiation.id)
        .where(Negotiation.status == "active", Negotiation.updated_at <= before)
        .limit(limit)
    ).all()
