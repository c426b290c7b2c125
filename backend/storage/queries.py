"""What is asked of the database, in the product's words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from backend.domain.searching import Selection
from backend.storage.models import Event, Login, Message, Negotiation, Reply, User

ROWS_AT_ONCE = 200
"""How many rows are asked for by name in one query; databases bound their parameters."""

OPEN_REPLY = ("pending", "running")


def user_by_email(session: Session, email: str) -> User | None:
    return session.scalar(select(User).where(User.email == email))


def language_of(session: Session, user_id: UUID) -> str:
    """The code of a user's language."""
    return session.scalars(select(User.language).where(User.id == user_id)).one()


def live_login(session: Session, login_id: UUID, now: datetime) -> tuple[Login, User] | None:
    """The login and its user, unless it was revoked or has ended."""
    row = session.execute(
        select(Login, User)
        .join(User, User.id == Login.user_id)
        .where(Login.id == login_id, Login.revoked_at.is_(None), Login.expires_at > now)
    ).first()
    return (row[0], row[1]) if row else None


def login_owner(
    session: Session, login_id: UUID, now: datetime
) -> Row[UUID, str, str, datetime, datetime] | None:
    """A live login's user id, e-mail and language, when the user came, and when the access ends.

    Columns only: it is asked with every request, and building objects took a fifth of its time.
    """
    return session.execute(
        select(User.id, User.email, User.language, User.created_at, Login.access_expires_at)
        .join(User, User.id == Login.user_id)
        .where(Login.id == login_id, Login.revoked_at.is_(None), Login.expires_at > now)
    ).first()


def live_login_ids(session: Session, login_ids: Sequence[UUID], now: datetime) -> set[UUID]:
    """Those of ``login_ids`` whose access still lasts."""
    return set(
        session.scalars(
            select(Login.id).where(
                Login.id.in_(login_ids),
                Login.revoked_at.is_(None),
                Login.access_expires_at > now,
            )
        )
    )


def lock_negotiation(session: Session, negotiation_id: UUID) -> Negotiation | None:
    """The negotiation, locked against all other writers until the transaction ends."""
    return session.scalar(
        select(Negotiation).where(Negotiation.id == negotiation_id).with_for_update()
    )


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


def events_after(session: Session, negotiation_id: UUID, seq: int, limit: int) -> Sequence[Event]:
    """Events with a higher seq, ascending."""
    return session.scalars(
        select(Event)
        .where(Event.negotiation_id == negotiation_id, Event.seq > seq)
        .order_by(Event.seq)
        .limit(limit)
    ).all()


def events_before(session: Session, negotiation_id: UUID, seq: int, limit: int) -> Sequence[Event]:
    """The newest ``limit`` events with a lower seq, ascending."""
    newest_first = session.scalars(
        select(Event)
        .where(Event.negotiation_id == negotiation_id, Event.seq < seq)
        .order_by(Event.seq.desc())
        .limit(limit)
    ).all()
    return newest_first[::-1]


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
    for start in range(0, len(ids), ROWS_AT_ONCE):
        page = ids[start : start + ROWS_AT_ONCE]
        found += session.scalars(select(Negotiation).where(Negotiation.id.in_(page)))
    return found


def events_at(session: Session, places: Sequence[tuple[UUID, int]]) -> Sequence[Event]:
    """The events at the given (negotiation, seq) places."""
    found: list[Event] = []
    for start in range(0, len(places), ROWS_AT_ONCE):
        page = places[start : start + ROWS_AT_ONCE]
        found += session.scalars(
            select(Event).where(tuple_(Event.negotiation_id, Event.seq).in_(page))
        )
    return found


def message_by_client_id(session: Session, negotiation_id: UUID, client_id: UUID) -> Message | None:
    return session.scalar(
        select(Message).where(
            Message.negotiation_id == negotiation_id, Message.client_id == client_id
        )
    )


def amounts_until(session: Session, negotiation_id: UUID, seq: int) -> Sequence[Message]:
    """The messages that may name an amount (offers, dealer messages) up to ``seq``, in order."""
    return session.scalars(
        select(Message)
        .where(
            Message.negotiation_id == negotiation_id,
            Message.seq <= seq,
            Message.kind.in_(("offer", "dealer_message")),
        )
        .order_by(Message.seq)
    ).all()


def talk_before(session: Session, negotiation_id: UUID, seq: int, limit: int) -> Sequence[Message]:
    """The last ``limit`` messages before ``seq``, in order."""
    newest_first = session.scalars(
        select(Message)
        .where(Message.negotiation_id == negotiation_id, Message.seq < seq)
        .order_by(Message.seq.desc())
        .limit(limit)
    ).all()
    return newest_first[::-1]


def dealer_words_before(
    session: Session, negotiation_id: UUID, seq: int, limit: int
) -> Sequence[Message]:
    """The last ``limit`` messages by the dealer before ``seq``, in order."""
    newest_first = session.scalars(
        select(Message)
        .where(
            Message.negotiation_id == negotiation_id,
            Message.seq < seq,
            Message.role == "dealer",
        )
        .order_by(Message.seq.desc())
        .limit(limit)
    ).all()
    return newest_first[::-1]


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
    """No other reply of the negotiation runs, and none that answers an earlier message waits."""
    other = aliased(Reply)
    return ~exists().where(
        other.negotiation_id == Reply.negotiation_id,
        other.id != Reply.id,
        or_(
            other.status == "running",
            and_(other.status == "pending", other.trigger_seq < Reply.trigger_seq),
        ),
    )


def claim_reply(
    session: Session, reply_id: UUID, now: datetime, lease_until: datetime, max_claims: int
) -> Reply | None:
    """Claim a reply: one conditional update that also raises ``attempt``.

    It is claimable when pending and next, or when running with a lease that has ended. The latter
    waits for no other: all others wait for it, also an earlier one that is to be retried.
    """
    claimed = session.execute(
        update(Reply)
        .where(
            Reply.id == reply_id,
            or_(
                and_(Reply.status == "pending", _is_next()),
                and_(Reply.status == "running", Reply.lease_expires_at <= now),
            ),
            Reply.claims < max_claims,
        )
        .values(
            status="running",
            attempt=Reply.attempt + 1,
            claims=Reply.claims + 1,
            lease_expires_at=lease_until,
        )
        .returning(Reply.id)
        .execution_options(synchronize_session=False)
    ).scalar()
    return session.get(Reply, claimed, populate_existing=True) if claimed else None


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
                    _is_next(),
                ),
                and_(Reply.status == "running", Reply.lease_expires_at <= now),
            )
        )
        .order_by(Reply.enqueued_at)
        .limit(limit)
    ).all()


def quiet_negotiations(
    session: Session, quiet_before: datetime, after: UUID | None, limit: int
) -> Sequence[Negotiation]:
    """Active negotiations without activity since ``quiet_before`` and no batch advice since then.

    By id, after the key ``after``.
    """
    query = select(Negotiation).where(
        Negotiation.status == "active",
        Negotiation.quiet_since <= quiet_before,
        or_(
            Negotiation.renegotiated_at.is_(None),
            Negotiation.renegotiated_at < Negotiation.quiet_since,
        ),
    )
    if after is not None:
        query = query.where(Negotiation.id > after)
    return session.scalars(query.order_by(Negotiation.id).limit(limit)).all()


def count_quiet_negotiations(session: Session, quiet_before: datetime) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(Negotiation)
            .where(
                Negotiation.status == "active",
                Negotiation.quiet_since <= quiet_before,
                or_(
                    Negotiation.renegotiated_at.is_(None),
                    Negotiation.renegotiated_at < Negotiation.quiet_since,
                ),
            )
        )
        or 0
    )


def silent_negotiations(session: Session, before: datetime, limit: int) -> Sequence[UUID]:
    """Ids of active negotiations without any event since ``before``."""
    return session.scalars(
        select(Negotiation.id)
        .where(Negotiation.status == "active", Negotiation.updated_at <= before)
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
