"""A message to the dealer for the buyer to copy. Nothing is sent, and nothing is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from backend.actions.advising import Occasion, brief_for, moves_in, trigger_now
from backend.actions.queries import own_negotiation
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.contract.shapes import DraftAnswer
from backend.domain import money
from backend.domain.advice.drafts.composing import draft_for
from backend.domain.advice.drafts.draft import Kind, Tone
from backend.domain.negotiation import Status, check_open
from backend.storage import history


@dataclass(frozen=True)
class Wish:
    """Which draft is wanted. ``language`` None is the buyer's own."""

    kind: Kind
    tone: Tone
    language: str | None
    variation: int


def draft(services: Services, author: Author, negotiation_id: UUID, wish: Wish) -> DraftAnswer:
    """Word the suggestion that stands now as a message to the dealer.

    Raises:
        NotFound, NotYours: the negotiation is not there, or another user's.
        NegotiationClosed: there is nothing to say to the dealer any more.
        RateLimited: one call too many.
    """
    author.check_admitted()
    with services.database.read() as session:
        negotiation = own_negotiation(session, author.user_id, negotiation_id)
        check_open(Status(negotiation.status))
        last_seq = negotiation.last_seq
        trigger = trigger_now(moves_in(history.amounts_until(session, negotiation_id, last_seq)))
        brief = brief_for(session, negotiation, Occasion(trigger, last_seq, None, wish.variation))
    # What is only summed up for models takes time to read, and this is the gateway.
    brief = replace(brief, earlier=(), language=wish.language or brief.language)
    worded = draft_for(brief, wish.kind, wish.tone)
    return {
        "kind": wish.kind.value,
        "tone": wish.tone.value,
        "language": brief.language,
        "subject": worded.subject,
        "text": worded.text,
        "suggested_price": money.to_json(brief.suggestion.price),
        "source": "playbook",
    }
