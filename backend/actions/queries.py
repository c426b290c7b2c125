"""Reading negotiations: for REST's pages and for sockets that subscribe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from backend.actions.objects import activity_object, negotiation_object
from backend.actions.services import Services
from backend.contract.shapes import (
    NegotiationActivityEvent,
    NegotiationObject,
    RunningReplyObject,
)
from backend.domain.errors import NotFound, NotYours
from backend.domain.searching import Selection
from backend.storage import history, negotiations, replies
from backend.storage.columns import JsonObject
from backend.storage.models import Negotiation

SUBSCRIBE_LIMIT = 100


@dataclass(frozen=True)
class EventPage:
    """Events in ascending order; ``has_more`` tells that there are more in the direction read."""

    events: list[JsonObject]
    last_seq: int
    has_more: bool


@dataclass(frozen=True)
class Subscription:
    """All that a client needs to show a negotiation and to follow it."""

    negotiation: NegotiationObject
    page: EventPage
    reply: RunningReplyObject | None


def read_negotiation(services: Services, user_id: UUID, negotiation_id: UUID) -> NegotiationObject:
    """A user's own negotiation."""
    with services.database.read() as session:
        return negotiation_object(own_negotiation(session, user_id, negotiation_id))


def read_last_seq(services: Services, user_id: UUID, negotiation_id: UUID) -> int:
    """The seq of the newest event."""
    with services.database.read() as session:
        return own_negotiation(session, user_id, negotiation_id).last_seq


def list_negotiations(
    services: Services,
    user_id: UUID,
    selection: Selection,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> tuple[list[NegotiationObject], tuple[datetime, UUID] | None]:
    """A page of a user's negotiations, newest first, and the key of the next page if any."""
    with services.database.read() as session:
        rows = negotiations.negotiations_of(session, user_id, selection, before, limit + 1)
    page = rows[:limit]
    following = (page[-1].created_at, page[-1].id) if len(rows) > limit else None
    return [negotiation_object(row) for row in page], following


def read_events(
    services: Services, user_id: UUID, negotiation_id: UUID, *, after: int, limit: int
) -> EventPage:
    """Events with a seq above ``after``."""
    with services.database.read() as session:
        negotiation = own_negotiation(session, user_id, negotiation_id)
        return _page_after(session, negotiation, after, limit)


def read_events_before(
    services: Services, user_id: UUID, negotiation_id: UUID, *, before: int, limit: int
) -> EventPage:
    """The newest events with a seq below ``before``."""
    with services.database.read() as session:
        negotiation = own_negotiation(session, user_id, negotiation_id)
        return _page_before(session, negotiation, before, limit)


def read_subscription(
    services: Services, user_id: UUID, negotiation_id: UUID, after_seq: int | None
) -> Subscription:
    """The negotiation, the events after ``after_seq`` (None: the newest), the running reply."""
    with services.database.read() as session:
        negotiation = own_negotiation(session, user_id, negotiation_id)
        if after_seq is None:
            page = _page_before(session, negotiation, negotiation.last_seq + 1, SUBSCRIBE_LIMIT)
        else:
            page = _page_after(session, negotiation, after_seq, SUBSCRIBE_LIMIT)
        running = replies.running_reply(session, negotiation_id)
    if running is None:
        return Subscription(negotiation_object(negotiation), page, None)
    text = services.running_texts.read(running.id, running.attempt)
    reply: RunningReplyObject = {
        "id": str(running.id),
        "attempt": running.attempt,
        "offset": len(text),
        "text": text,
    }
    return Subscription(negotiation_object(negotiation), page, reply)


@dataclass(frozen=True)
class Progress:
    """How far a negotiation's history has come."""

    negotiation_id: UUID
    user_id: UUID
    last_seq: int


def changed_negotiations(services: Services, since: datetime, until: datetime) -> list[Progress]:
    """The negotiations whose newest event is from between the two times."""
    with services.database.read() as session:
        rows = negotiations.negotiations_changed(session, since, until)
    return [Progress(*row) for row in rows]


def newest_events(services: Services, progress: Sequence[Progress]) -> list[JsonObject]:
    """The events at which the negotiations stand."""
    if not progress:
        return []
    with services.database.read() as session:
        events = history.events_at(session, [(at.negotiation_id, at.last_seq) for at in progress])
    return [event.body for event in events]


def newest_activity(
    services: Services, progress: Sequence[Progress]
) -> list[tuple[UUID, NegotiationActivityEvent]]:
    """How the negotiations stand, each with its owner's id."""
    if not progress:
        return []
    with services.database.read() as session:
        rows = negotiations.negotiations_by_id(session, [at.negotiation_id for at in progress])
    return [(row.user_id, activity_object(row)) for row in rows]


def own_negotiation(session: Session, user_id: UUID, negotiation_id: UUID) -> Negotiation:
    """A negotiation of the user's.

    Raises:
        NotFound, NotYours: it is not there, or another user's.
    """
    negotiation = session.get(Negotiation, negotiation_id)
    if negotiation is None:
        raise NotFound("There is no such negotiation.")
    if negotiation.user_id != user_id:
        raise NotYours
    return negotiation


def _page_after(session: Session, negotiation: Negotiation, after: int, limit: int) -> EventPage:
    rows = history.events_after(session, negotiation.id, after, limit)
    reached = rows[-1].seq if rows else after
    return EventPage(
        [row.body for row in rows], negotiation.last_seq, reached < negotiation.last_seq
    )


def _page_before(session: Session, negotiation: Negotiation, before: int, limit: int) -> EventPage:
    rows = history.events_before(session, negotiation.id, before, limit)
    return EventPage(
        [row.body for row in rows], negotiation.last_seq, bool(rows) and rows[0].seq > 1
    )
