"""Ending a negotiation: the buyer accepts or walks away, or time runs out. Always the end."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from backend.actions.ledger import Draft, Ledger
from backend.actions.objects import negotiation_object
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.contract.shapes import NegotiationObject
from backend.domain import money
from backend.domain.errors import AboveWalkAway, NegotiationClosed, NoOfferToAccept
from backend.domain.negotiation import Status
from backend.locales import Locale, locale_of, translatable
from backend.storage import negotiations, people
from backend.storage.models import Negotiation

EXPIRY_PAGE = 500

_AGREED = translatable("You agreed on {price}.")
_WALKED_AWAY = translatable("You walked away.")
_EXPIRED = translatable("Closed after {days} days without activity.")


def accept(
    services: Services,
    author: Author,
    negotiation_id: UUID,
    *,
    amount: int | None,
    confirmed: bool,
) -> NegotiationObject:
    """Agree on ``amount`` (cents), by default the dealer's latest price. The same again is fine.

    Raises:
        NoOfferToAccept: no amount given and the dealer has named none.
        AboveWalkAway: more than the buyer wanted to pay at most, and not ``confirmed``.
        NegotiationClosed: it has ended, differently.
    """
    author.check_admitted()
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, negotiation_id, author.user_id)
        negotiation = ledger.negotiation
        agreed = amount if amount is not None else negotiation.dealer_price_cents
        if negotiation.status == Status.AGREED and agreed in (None, negotiation.agreed_cents):
            return negotiation_object(negotiation)
        _check_active(negotiation)
        if agreed is None:
            raise NoOfferToAccept
        limit = negotiation.walk_away_cents
        if limit is not None and agreed > limit and not confirmed:
            raise AboveWalkAway
        negotiation.agreed_cents = agreed
        locale = _locale(ledger)
        _close(ledger, Status.AGREED, locale.text(_AGREED).format(price=locale.money(agreed)))
        return negotiation_object(negotiation)


def walk_away(services: Services, author: Author, negotiation_id: UUID) -> NegotiationObject:
    """End without a deal. The same again is fine.

    Raises:
        NegotiationClosed: it has ended, differently.
    """
    author.check_admitted()
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, negotiation_id, author.user_id)
        if ledger.negotiation.status != Status.WALKED_AWAY:
            _check_active(ledger.negotiation)
            _close(ledger, Status.WALKED_AWAY, _locale(ledger).text(_WALKED_AWAY))
        return negotiation_object(ledger.negotiation)


def expire_negotiations(services: Services) -> int:
    """Close the active negotiations without events for ``EXPIRE_DAYS``; returns how many."""
    before = services.clock() - timedelta(days=services.settings.expire_days)
    with services.database.read() as session:
        silent = negotiations.silent_negotiations(session, before, EXPIRY_PAGE)
    expired = 0
    for negotiation_id in silent:
        with services.transaction() as transaction:
            ledger = Ledger.open(transaction, negotiation_id)
            negotiation = ledger.negotiation
            if negotiation.status == Status.ACTIVE and negotiation.updated_at <= before:
                notice = _locale(ledger).text(_EXPIRED)
                days = services.settings.expire_days
                _close(ledger, Status.EXPIRED, notice.format(days=days))
                expired += 1
    return expired


def _locale(ledger: Ledger) -> Locale:
    return locale_of(people.language_of(ledger.transaction.session, ledger.negotiation.user_id))


def _check_active(negotiation: Negotiation) -> None:
    if negotiation.status != Status.ACTIVE:
        raise NegotiationClosed("This negotiation has ended already.")


def _close(ledger: Ledger, status: Status, notice: str) -> None:
    ledger.negotiation.status = status.value
    amount = ledger.negotiation.agreed_cents
    ledger.add_message(
        Draft(
            "system",
            "notice",
            notice,
            {"code": status.value, "amount": None if amount is None else money.to_json(amount)},
        )
    )
    ledger.touch()
    ledger.record_changes()
