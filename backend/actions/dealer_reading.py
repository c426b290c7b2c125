"""Reading a dealer's message for the buyer: what could be confirmed as the dealer's offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from backend.actions.advising import moves_in
from backend.actions.queries import own_negotiation
from backend.actions.services import Services
from backend.contract.choices import ReadingSource
from backend.contract.readings import ReadingOut
from backend.contract.serializing import serializer
from backend.contract.shapes import ReadingObject
from backend.domain.dealer_reading import (
    Context,
    Reading,
    read_dealer_message,
    with_offer,
)
from backend.domain.errors import NotFound
from backend.domain.negotiation import position_after
from backend.locales import locale_of
from backend.storage import history, people
from backend.storage.models import Message, ModelReading, Negotiation


@dataclass(frozen=True)
class ReadMessage:
    """What was found in a message, by whom; the fees' names are in the buyer's language."""

    source: ReadingSource
    message_id: UUID
    found: Reading


_reading_object: Callable[[ReadMessage], ReadingObject] = serializer(ReadingOut)


def read_message(
    services: Services, user_id: UUID, negotiation_id: UUID, message_id: UUID
) -> ReadingObject:
    """What a dealer's message holds, read in the bargain as the message found it.

    Where the rules leave a choice of amounts, and a worker has had a model choose, the offer is the
    one chosen.

    Raises:
        NotFound, NotYours: the negotiation or the message is not there, or another user's; a
            message that is not the dealer's words counts as not there.
    """
    with services.database.read() as session:
        negotiation = own_negotiation(session, user_id, negotiation_id)
        message = session.get(Message, message_id)
        if message is None or message.negotiation_id != negotiation_id:
            raise NotFound("There is no such message.")
        if message.kind != "dealer_message":
            raise NotFound("This is not a message of the dealer.")
        text, context = message.content, _context(session, negotiation, message.seq)
        locale = locale_of(people.language_of(session, user_id))
        by_model = session.get(ModelReading, message_id)
    by_rules = read_dealer_message(text, context)
    chosen = by_model.offer_cents if by_model else None
    reading = by_rules if chosen is None else with_offer(by_rules, chosen)
    fees = tuple(replace(fee, name=locale.text(fee.name)) for fee in reading.fees)
    source: ReadingSource = "rules" if reading is by_rules else "model"
    return _reading_object(ReadMessage(source, message_id, replace(reading, fees=fees)))


def _context(session: Session, negotiation: Negotiation, seq: int) -> Context:
    before = moves_in(history.amounts_until(session, negotiation.id, seq - 1))
    position = position_after(negotiation.terms, before)
    return Context(
        asking=position.terms.asking,
        ask=position.dealer_ask,
        buyer_offer=position.buyer_offer,
        year=negotiation.vehicle_year,
        mileage=negotiation.vehicle_mileage,
    )
