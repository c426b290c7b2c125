"""Rows as the contract's objects."""

from __future__ import annotations

from typing import cast

from backend.clock import to_json as time_to_json
from backend.domain import money
from backend.domain.negotiation import Terms
from backend.domain.vehicle import Vehicle
from backend.realtime.event_types import (
    MessageObject,
    NegotiationActivityEvent,
    NegotiationObject,
    ReplyObject,
    VehicleObject,
)
from backend.storage.models import Message, Negotiation, Reply


def terms_of(row: Negotiation) -> Terms:
    """What the buyer set when the negotiation was opened."""
    return Terms(row.asking_cents, row.target_cents, row.walk_away_cents, row.max_rounds)


def vehicle_of(row: Negotiation) -> Vehicle:
    """The car that is bargained over."""
    return Vehicle(
        row.vehicle_year,
        row.vehicle_make,
        row.vehicle_model,
        row.vehicle_trim,
        row.vehicle_mileage,
        row.vehicle_vin,
    )


def negotiation_object(row: Negotiation) -> NegotiationObject:
    """The negotiation as its owner sees it."""
    vehicle: VehicleObject = {
        "year": row.vehicle_year,
        "make": row.vehicle_make,
        "model": row.vehicle_model,
        "trim": row.vehicle_trim,
        "mileage": row.vehicle_mileage,
        "vin": row.vehicle_vin,
    }
    return {
        "id": str(row.id),
        "status": row.status,
        "vehicle": vehicle,
        "asking_price": money.to_json(row.asking_cents),
        "target_price": money.to_json(row.target_cents),
        "walk_away_price": _amount(row.walk_away_cents),
        "strategy": row.strategy,
        "round": row.round,
        "max_rounds": row.max_rounds,
        "suggested_price": _amount(row.suggested_cents),
        "latest_dealer_price": _amount(row.dealer_price_cents),
        "latest_buyer_offer": _amount(row.buyer_offer_cents),
        "agreed_price": _amount(row.agreed_cents),
        "label": row.label,
        "last_seq": row.last_seq,
        "warnings": list(terms_of(row).warnings()),
        "created_at": time_to_json(row.created_at),
        "updated_at": time_to_json(row.updated_at),
    }


def activity_object(row: Negotiation) -> NegotiationActivityEvent:
    """How a negotiation stands, for the lists of its owner."""
    return {
        "negotiation_id": str(row.id),
        "last_seq": row.last_seq,
        "news_seq": row.news_seq,
        "seen_seq": row.seen_seq,
        "negotiation": negotiation_object(row),
    }


def message_object(row: Message) -> MessageObject:
    """The message as it is now."""
    return cast(
        MessageObject,
        {
            "id": str(row.id),
            "seq": row.seq,
            "negotiation_id": str(row.negotiation_id),
            "role": row.role,
            "kind": row.kind,
            "content": row.content,
            "round": row.round,
            "status": row.status,
            "in_reply_to": _text(row.in_reply_to),
            "reply_id": _text(row.reply_id),
            "client_id": _text(row.client_id),
            "created_at": time_to_json(row.created_at),
            "data": row.data,
        },
    )


def reply_object(row: Reply) -> ReplyObject:
    """The reply as it is now; ``message_id`` is the message it answers, null for the opening."""
    return cast(
        ReplyObject,
        {
            "id": str(row.id),
            "message_id": _text(row.message_id),
            "status": row.status,
            "attempt": row.attempt,
        },
    )


def _amount(cents: int | None) -> str | None:
    return None if cents is None else money.to_json(cents)


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
