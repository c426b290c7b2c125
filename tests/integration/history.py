"""A negotiation's history: reading it, checking its order, and folding it into a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import marshmallow as ma
from sqlalchemy import select

from backend.actions.objects import message_object, negotiation_object
from backend.actions.services import Services
from backend.contract.message_data import BY_KIND
from backend.storage.models import Event, Message, Negotiation, Reply

Json = dict[str, Any]

NOT_IN_EVERY_EVENT = ("last_seq", "updated_at")
"""What each event changes, so that only the newest state has them right."""


@dataclass
class State:
    """What a client shows: the negotiation and its messages by id."""

    negotiation: Json = field(default_factory=dict)
    messages: dict[str, Json] = field(default_factory=dict)


def fold(events: Iterable[Json]) -> State:
    """The state that a client builds from the stored events, in any order, with repeats."""
    state, newest = State(), dict[str, int]()
    for event in events:
        is_message = event["type"] in ("new_message", "message_updated")
        key = event["message"]["id"] if is_message else "negotiation"
        if event["seq"] <= newest.get(key, 0):
            continue
        newest[key] = event["seq"]
        if is_message:
            state.messages[key] = event["message"]
        else:
            state.negotiation = event["negotiation"]
    return state


def settled(negotiation: Json) -> Json:
    """A negotiation without the fields that every event changes."""
    return {key: value for key, value in negotiation.items() if key not in NOT_IN_EVERY_EVENT}


def history(services: Services, negotiation_id: UUID) -> list[Json]:
    """All events of a negotiation, by seq; their order is checked to be without gaps."""
    with services.database.read() as session:
        query = select(Event.seq, Event.type, Event.body)
        rows = session.execute(
            query.where(Event.negotiation_id == negotiation_id).order_by(Event.seq)
        ).all()
    events = [row.body for row in rows]
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert [(event["seq"], event["type"]) for event in events] == [(r.seq, r.type) for r in rows]
    return events


def kept(services: Services, negotiation_id: UUID) -> State:
    """The state in the tables."""
    with services.database.read() as session:
        negotiation = session.get_one(Negotiation, negotiation_id)
        messages = session.scalars(
            select(Message).where(Message.negotiation_id == negotiation_id)
        ).all()
        return State(
            {**negotiation_object(negotiation)},
            {str(message.id): {**message_object(message)} for message in messages},
        )


def reply_row(services: Services, reply_id: UUID) -> Reply:
    """A reply as it is now."""
    with services.database.read() as session:
        return session.get_one(Reply, reply_id)


def reply_rows(services: Services, negotiation_id: UUID) -> list[Reply]:
    """A negotiation's replies in the order of what they answer."""
    with services.database.read() as session:
        query = select(Reply).where(Reply.negotiation_id == negotiation_id)
        return list(session.scalars(query.order_by(Reply.trigger_seq)).all())


def of_reply(events: Iterable[Json], reply_id: UUID) -> list[Json]:
    """The events about the one advice message of a reply."""
    return [e for e in events if e.get("message", {}).get("reply_id") == str(reply_id)]


def check_promises(services: Services, negotiation_id: UUID) -> list[Json]:
    """Check promises 2 and 3 of the contract for a negotiation at rest; returns its events."""
    events = history(services, negotiation_id)
    folded, now = fold(events), kept(services, negotiation_id)
    assert settled(folded.negotiation) == settled(now.negotiation)
    assert folded.messages == now.messages
    assert now.negotiation["last_seq"] == len(events)
    for message in now.messages.values():
        if schema := BY_KIND.get(message["kind"]):
            assert schema(unknown=ma.RAISE).validate(message["data"]) == {}
    for reply in reply_rows(services, negotiation_id):
        advice = [m for m in now.messages.values() if m["reply_id"] == str(reply.id)]
        assert [message["status"] for message in advice] == [reply.status]
        assert reply.status in ("complete", "failed", "stopped")
    return events
