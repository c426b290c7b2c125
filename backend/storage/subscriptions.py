"""What is asked of the tables of notifications."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from backend.storage.models import Login, Notification, PushSubscription


def forget(session: Session, endpoint_hash: str, user_id: UUID | None = None) -> None:
    """Delete the subscription of a browser, if it is that user's (None: anybody's)."""
    query = delete(PushSubscription).where(PushSubscription.endpoint_hash == endpoint_hash)
    session.execute(query if user_id is None else query.where(PushSubscription.user_id == user_id))


def forget_of_logins(session: Session, ended: datetime) -> None:
    """Delete the subscriptions of logins that had ended by then."""
    logins = select(Login.id).where(Login.expires_at <= ended)
    session.execute(delete(PushSubscription).where(PushSubscription.login_id.in_(logins)))


def keep_newest(session: Session, user_id: UUID, count: int) -> None:
    """Delete all but a user's newest subscriptions."""
    ids = session.scalars(
        select(PushSubscription.id)
        .where(PushSubscription.user_id == user_id)
        .order_by(PushSubscription.id.desc())
        .offset(count)
    ).all()
    if ids:
        session.execute(delete(PushSubscription).where(PushSubscription.id.in_(ids)))


def is_subscribed(session: Session, user_id: UUID) -> bool:
    """Whether a user has any subscription."""
    return bool(session.scalar(select(exists().where(PushSubscription.user_id == user_id))))


def subscriptions_of(session: Session, user_id: UUID, now: datetime) -> Sequence[PushSubscription]:
    """The subscriptions of a user whose logins last."""
    return session.scalars(
        select(PushSubscription)
        .join(Login, Login.id == PushSubscription.login_id)
        .where(PushSubscription.user_id == user_id)
        .where(Login.revoked_at.is_(None), Login.expires_at > now)
        .order_by(PushSubscription.id)
    ).all()


def due_notifications(session: Session, now: datetime, limit: int) -> Sequence[Notification]:
    """The notifications whose time has come, the oldest first."""
    return session.scalars(
        select(Notification)
        .where(Notification.due_at <= now)
        .order_by(Notification.due_at)
        .limit(limit)
    ).all()


def take_notification(session: Session, reply_id: UUID) -> bool:
    """Take one off the table; False when somebody else did."""
    taken = delete(Notification).where(Notification.reply_id == reply_id)
    return session.execute(taken.returning(Notification.reply_id)).first() is not None
