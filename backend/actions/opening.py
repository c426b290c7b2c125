"""Opening a negotiation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.actions.ledger import Ledger
from backend.actions.objects import negotiation_object, reply_object
from backend.actions.requests import Author, check_repeats
from backend.actions.services import Services, Transaction
from backend.contract.shapes import NegotiationObject, ReplyObject
from backend.domain.negotiation import Status, Terms, Trigger
from backend.domain.searching import search_text
from backend.domain.vehicle import Vehicle
from backend.storage import negotiations, replies
from backend.storage.models import Negotiation


@dataclass(frozen=True)
class NewNegotiation:
    """What the buyer asks for. ``request_hash`` tells a repeat of the call from another call."""

    vehicle: Vehicle
    terms: Terms
    strategy: str
    client_id: UUID | None
    request_hash: str
    label: str | None = None


@dataclass(frozen=True)
class Opened:
    """A negotiation with its opening reply; ``repeated`` when an earlier call had opened it."""

    negotiation: NegotiationObject
    reply: ReplyObject
    repeated: bool


def open_negotiation(services: Services, author: Author, new: NewNegotiation) -> Opened:
    """Save a negotiation; its opening advice follows as a reply.

    Raises:
        ClientIdReused: the ``client_id`` belongs to another call.
        RateLimited: one call too many.
    """
    try:
        with services.transaction() as transaction:
            known = _repeated(transaction.session, author.user_id, new)
            return known or _open(transaction, author, new)
    except IntegrityError:  # the same call came twice at once, and the other one was first
        with services.database.read() as session:
            known = _repeated(session, author.user_id, new)
        if known is None:
            raise
        return known


def _repeated(session: Session, user_id: UUID, new: NewNegotiation) -> Opened | None:
    if new.client_id is None:
        return None
    negotiation = negotiations.negotiation_by_client_id(session, user_id, new.client_id)
    if negotiation is None:
        return None
    check_repeats(negotiation.request_hash, new.request_hash)
    reply = replies.opening_reply(session, negotiation.id)
    if reply is None:
        raise LookupError("a negotiation without its opening reply")
    return Opened(negotiation_object(negotiation), reply_object(reply), repeated=True)


def _open(transaction: Transaction, author: Author, new: NewNegotiation) -> Opened:
    author.check_admitted()
    negotiation = _row(transaction, author.user_id, new)
    transaction.session.add(negotiation)
    transaction.session.flush()
    ledger = Ledger(transaction, negotiation)
    ledger.record_changes(always=True)
    reply = ledger.add_reply(
        Trigger.OPENING, author.request_id, trigger_seq=negotiation.last_seq, message=None
    )
    return Opened(negotiation_object(negotiation), reply_object(reply), repeated=False)


def _row(transaction: Transaction, user_id: UUID, new: NewNegotiation) -> Negotiation:
    return Negotiation(
        id=transaction.new_id(),
        user_id=user_id,
        client_id=new.client_id,
        request_hash=new.request_hash,
        status=Status.ACTIVE.value,
        vehicle_year=new.vehicle.year,
        vehicle_make=new.vehicle.make,
        vehicle_model=new.vehicle.model,
        vehicle_trim=new.vehicle.trim,
        vehicle_mileage=new.vehicle.mileage,
        vehicle_vin=new.vehicle.vin,
        label=new.label,
        search_text=search_text(new.vehicle, new.label),
        asking_cents=new.terms.asking,
        target_cents=new.terms.target,
        walk_away_cents=new.terms.walk_away,
        strategy=new.strategy,
        max_rounds=new.terms.max_rounds,
        round=1,
        suggestion_seq=0,
        last_seq=0,
        created_at=transaction.now,
        updated_at=transaction.now,
        quiet_since=transaction.now,
    )
