"""What a buyer posts into a negotiation: chat, offers of both sides, dealer messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from backend.actions.ledger import Draft, Ledger
from backend.actions.objects import message_object, reply_object
from backend.actions.requests import Author, check_repeats
from backend.actions.services import Services
from backend.contract.shapes import MessageObject, ReplyObject
from backend.domain import money
from backend.domain.negotiation import Party, Status, Trigger, check_open, check_rounds_left
from backend.storage import history, replies
from backend.storage.models import Negotiation


@dataclass(frozen=True)
class Posting:
    """Where a post goes, and how a repeat of it is recognised."""

    negotiation_id: UUID
    client_id: UUID | None
    request_hash: str


@dataclass(frozen=True)
class Posted:
    """A saved message and the reply to it; ``repeated`` when an earlier call had saved it."""

    message: MessageObject
    reply: ReplyObject
    repeated: bool


def post_chat(services: Services, author: Author, posting: Posting, content: str) -> Posted:
    """Save what the buyer says to the adviser. Stays possible after the end."""
    draft = Draft("user", "chat", content)
    return _post(services, author, posting, draft, _nothing_changes)


def post_offer(
    services: Services,
    author: Author,
    posting: Posting,
    *,
    party: Party,
    amount: int,
    note: str | None,
) -> Posted:
    """Save an offer (``amount`` in cents). A buyer's adds a round.

    Raises:
        NegotiationClosed: the negotiation has ended.
        RoundsExhausted: it is the buyer's last round.
    """

    def move(negotiation: Negotiation) -> Trigger:
        check_open(Status(negotiation.status))
        if party is Party.DEALER:
            return _take_dealer_price(negotiation, amount)
        check_rounds_left(negotiation.round, negotiation.max_rounds)
        negotiation.round += 1
        negotiation.buyer_offer_cents = amount
        return Trigger.BUYER_OFFER

    draft = Draft(
        "user" if party is Party.BUYER else "dealer",
        "offer",
        note or money.to_display(amount),
        {"amount": money.to_json(amount), "party": party.value, "note": note},
    )
    return _post(services, author, posting, draft, move)


def post_dealer_message(
    services: Services,
    author: Author,
    posting: Posting,
    *,
    content: str,
    price: int | None,
    channel: str | None,
) -> Posted:
    """Save what the dealer wrote; with a ``price`` (cents) it is the dealer's latest ask.

    Raises:
        NegotiationClosed: the negotiation has ended.
    """

    def move(negotiation: Negotiation) -> Trigger:
        check_open(Status(negotiation.status))
        if price is None:
            return Trigger.DEALER_MESSAGE
        return _take_dealer_price(negotiation, price)

    data = {"price": None if price is None else money.to_json(price), "channel": channel}
    return _post(services, author, posting, Draft("dealer", "dealer_message", content, data), move)


def _nothing_changes(_negotiation: Negotiation) -> Trigger:
    return Trigger.CHAT


def _take_dealer_price(negotiation: Negotiation, price: int) -> Trigger:
    """Note the dealer's ask; a standing suggestion above it is capped at once."""
    negotiation.dealer_price_cents = price
    if negotiation.suggested_cents is not None:
        negotiation.suggested_cents = min(negotiation.suggested_cents, price)
    return Trigger.DEALER_PRICE


def _post(
    services: Services,
    author: Author,
    posting: Posting,
    draft: Draft,
    move: Callable[[Negotiation], Trigger],
) -> Posted:
    """Save ``draft``, what ``move`` changes, and a pending reply, in one transaction.

    Raises:
        NotFound, NotYours: the negotiation is not there or another user's.
        ClientIdReused: the ``client_id`` belongs to another call.
        RateLimited: one call too many.
    """
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, posting.negotiation_id, author.user_id)
        repeated = _repeated(ledger, posting)
        if repeated is not None:
            return repeated
        author.check_admitted()
        trigger = move(ledger.negotiation)
        message = ledger.add_message(_identified(draft, posting))
        ledger.touch()
        ledger.record_changes()
        reply = ledger.add_reply(
            trigger, author.request_id, trigger_seq=message.seq, message=message
        )
        return Posted(message_object(message), reply_object(reply), repeated=False)


def _identified(draft: Draft, posting: Posting) -> Draft:
    return Draft(
        draft.role,
        draft.kind,
        draft.content,
        draft.data,
        client_id=posting.client_id,
        request_hash=posting.request_hash,
    )


def _repeated(ledger: Ledger, posting: Posting) -> Posted | None:
    if posting.client_id is None:
        return None
    session = ledger.transaction.session
    message = history.message_by_client_id(session, ledger.negotiation.id, posting.client_id)
    if message is None:
        return None
    check_repeats(message.request_hash, posting.request_hash)
    reply = replies.reply_of(session, message.id)
    if reply is None:
        raise LookupError("a posted message without its reply")
    return Posted(message_object(message), reply_object(reply), repeated=True)
