"""What a buyer has looked at: kept for each negotiation, so that all tabs and devices agree.

It is no part of the history: it takes no ``seq``, and changes nothing of the negotiation itself.
"""

from __future__ import annotations

from uuid import UUID

from backend.actions.objects import seen_object
from backend.actions.queries import own_negotiation
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.contract.shapes import SeenObject
from backend.storage import negotiations

UNSEEN_LIMIT = 500


def list_unseen(services: Services, user_id: UUID) -> list[SeenObject]:
    """A user's negotiations that hold news, the newest first, ``UNSEEN_LIMIT`` at the most."""
    with services.database.read() as session:
        rows = negotiations.unseen_negotiations(session, user_id, UNSEEN_LIMIT)
    return [seen_object(row) for row in rows]


def mark_seen(services: Services, author: Author, negotiation_id: UUID, seq: int) -> SeenObject:
    """Note that the buyer has looked as far as ``seq``; what was seen stays seen.

    Nobody has seen what is not there yet: a ``seq`` beyond the newest event counts as that one.

    Raises:
        NotFound, NotYours: it is not there, or another user's.
    """
    author.check_admitted()
    with services.database.read() as session:
        negotiation = own_negotiation(session, author.user_id, negotiation_id)
    reached = min(seq, negotiation.last_seq)
    if reached <= negotiation.seen_seq:
        return seen_object(negotiation)
    with services.transaction() as transaction:
        is_further = negotiations.raise_seen(transaction.session, negotiation_id, reached)
        now = own_negotiation(transaction.session, author.user_id, negotiation_id)
        if is_further:
            transaction.moved[now.id] = now
    return seen_object(now)
