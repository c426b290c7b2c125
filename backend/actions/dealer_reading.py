"""Reading a dealer's message for the buyer: what could be confirmed as the dealer's offer."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from backend.actions.advising import moves_in
from backend.actions.objects import terms_of
from backend.actions.reading import own_negotiation
from backend.actions.services import Services
from backend.domain import money
from backend.domain.dealer_reading import (
    Context,
    Fee,
    Figure,
    Payment,
    Quote,
    Reading,
    Signal,
    read_dealer_message,
    with_offer,
)
from backend.domain.errors import NotFound
from backend.domain.negotiation import position_after
from backend.locales import Locale, locale_of
from backend.storage import history, people
from backend.storage.columns import JsonObject
from backend.storage.models import Message, ModelReading, Negotiation


def read_message(
    services: Services, user_id: UUID, negotiation_id: UUID, message_id: UUID
) -> JsonObject:
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
    source = "rules" if reading is by_rules else "model"
    return {"source": source, **_reading_object(message_id, reading, locale)}


def _context(session: Session, negotiation: Negotiation, seq: int) -> Context:
    before = moves_in(history.amounts_until(session, negotiation.id, seq - 1))
    position = position_after(terms_of(negotiation), before)
    return Context(
        asking=position.terms.asking,
        ask=position.dealer_ask,
        buyer_offer=position.buyer_offer,
        year=negotiation.vehicle_year,
        mileage=negotiation.vehicle_mileage,
    )


def _reading_object(message_id: UUID, reading: Reading, locale: Locale) -> JsonObject:
    return {
        "message_id": str(message_id),
        "offer": _figure(reading.offer) if reading.offer else None,
        "is_counteroffer": reading.is_counteroffer,
        "figures": [_figure(each) for each in reading.figures],
        "fees": [_fee(each, locale) for each in reading.fees],
        "payments": [_payment(each) for each in reading.payments],
        "signals": [_signal(each) for each in reading.signals],
    }


def _figure(figure: Figure) -> JsonObject:
    return {
        **_quote(figure.quote),
        "amount": money.to_json(figure.amount),
        "role": figure.role.value,
        "step": _signed(figure.step),
        "all_in": figure.all_in,
    }


def _fee(fee: Fee, locale: Locale) -> JsonObject:
    return {**_quote(fee.quote), "name": locale.text(fee.name), "amount": _signed(fee.amount)}


def _payment(payment: Payment) -> JsonObject:
    return {
        **_quote(payment.quote),
        "monthly": _signed(payment.monthly),
        "months": payment.months,
        "down": _signed(payment.down),
    }


def _signal(signal: Signal) -> JsonObject:
    return {**_quote(signal.quote), "intent": signal.intent.value}


def _quote(quote: Quote) -> JsonObject:
    return {"start": quote.start, "end": quote.end, "text": quote.text}


def _signed(cents: int | None) -> str | None:
    if cents is None:
        return None
    return money.to_json(cents) if cents >= 0 else f"-{money.to_json(-cents)}"
