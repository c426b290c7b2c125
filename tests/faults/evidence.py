"""Gathering evidence: what REST and the tables say of a negotiation, beside what clients hold."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from backend.actions.objects import message_object
from backend.storage.engine import Database
from backend.storage.models import Message, Reply
from tests.faults.buyer import Buyer
from tests.faults.checker import Evidence, Json
from tests.faults.rest import Rest

PAGE = 500


def negotiations_at_work(database: Database) -> set[str]:
    """The negotiations with replies that are not at rest."""
    with database.read() as session:
        query = select(Reply.negotiation_id).where(Reply.status.in_(("pending", "running")))
        return {str(negotiation_id) for negotiation_id in session.scalars(query)}


def attempts(database: Database) -> int:
    """How many attempts there were in all."""
    with database.read() as session:
        return session.scalar(select(func.sum(Reply.attempt))) or 0


def gather(database: Database, buyer: Buyer) -> Evidence:
    """Everything about a buyer's negotiation, as it is now."""
    negotiation_id = buyer.record.negotiation_id
    path = f"/api/v1/negotiations/{negotiation_id}"
    negotiation = buyer.rest.get(path)["negotiation"]
    with database.read() as session:
        of_this = UUID(negotiation_id)
        messages = session.scalars(select(Message).where(Message.negotiation_id == of_this)).all()
        rows = session.scalars(select(Reply).where(Reply.negotiation_id == of_this)).all()
    return Evidence(
        record=buyer.record,
        negotiation=negotiation,
        events=history(buyer.rest, path),
        messages={str(message.id): {**message_object(message)} for message in messages},
        rows={str(r.id): (r.status, str(r.advice_id) if r.advice_id else None) for r in rows},
        tabs=[tab.settled() for tab in buyer.tabs],
        garbled=[finding for tab in buyer.tabs for finding in tab.state.garbled],
    )


def history(rest: Rest, path: str) -> list[Json]:
    """All events, read in pages."""
    events: list[Json] = []
    while True:
        after = events[-1]["seq"] if events else 0
        page = rest.get(f"{path}/events", after=after, limit=PAGE)
        events += page["events"]
        if not page["has_more"]:
            return events
