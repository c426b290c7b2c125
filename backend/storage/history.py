"""What is asked of a negotiation's history: its events and messages."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from backend.storage.models import Event, Message
from backend.storage.paging import pages


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


def events_at(session: Session, places: Sequence[tuple[UUID, int]]) -> Sequence[Event]:
    """The events at the given (negotiation, seq) places."""
    found: list[Event] = []
    for page in pages(places):
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
