"""The buyer's own word for a negotiation: two dealers of the same car are told apart by it."""

from __future__ import annotations

from uuid import UUID

from backend.actions.ledger import Ledger
from backend.actions.objects import negotiation_object
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.contract.shapes import NegotiationObject
from backend.domain.searching import search_text


def set_label(
    services: Services, author: Author, negotiation_id: UUID, label: str | None
) -> NegotiationObject:
    """Label a negotiation, or take its label away. The same again is fine; so is a closed one.

    Raises:
        NotFound, NotYours: it is not there, or another user's.
    """
    author.check_admitted()
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, negotiation_id, author.user_id)
        negotiation = ledger.negotiation
        negotiation.label = label
        negotiation.search_text = search_text(negotiation.vehicle, label)
        ledger.record_changes()
        return negotiation_object(negotiation)
