"""Telling a buyer who is not looking that an answer came.

What is due is a row, written with the answer's end; whoever takes the row off the table sends it,
so that it is sent once at the most. It falls due a moment later: a page that is looked at notes in
that time that the answer was seen, and nobody is disturbed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

from backend.actions.ledger import Ledger
from backend.actions.services import Services
from backend.domain.notifications import answered
from backend.push import base64url
from backend.push.sending import Address, PushSender
from backend.storage import people, subscriptions
from backend.storage.models import Negotiation, Notification, Reply

GRACE = timedelta(seconds=4)
STALE = timedelta(minutes=10)
"""What could not be sent for so long is no news any more."""

PAGE = 100
RUN_SECONDS = 4.0
"""How long one run may take before it leaves the rest to the next."""

TITLE = "AutoDealGenie"

_log = structlog.get_logger(__name__)


def note_answer(ledger: Ledger, reply: Reply) -> None:
    """Note, in the transaction that ends a reply, that its buyer may have to be told."""
    transaction, negotiation = ledger.transaction, ledger.negotiation
    if not subscriptions.is_subscribed(transaction.session, negotiation.user_id):
        return
    # A reply that is written anew is told of anew.
    transaction.session.merge(
        Notification(
            reply_id=reply.id,
            negotiation_id=negotiation.id,
            seq=negotiation.last_seq,
            due_at=transaction.now + GRACE,
        )
    )


def deliver_notifications(services: Services, sender: PushSender | None) -> int:
    """Send what is due; returns how many messages went out."""
    if sender is None:
        return 0
    ends_at, sent = services.clock.monotonic() + RUN_SECONDS, 0
    with services.database.read() as session:
        due = subscriptions.due_notifications(session, services.clock(), PAGE)
    for notification in due:
        if services.clock.monotonic() >= ends_at:
            break
        parcel = _take(services, notification.reply_id)
        if parcel is not None:
            sent += _send(services, sender, parcel)
    return sent


@dataclass(frozen=True)
class _Parcel:
    """A message, and the browsers that it goes to, by the hashes of their addresses."""

    text: bytes
    topic: str
    addresses: dict[str, Address]


def _take(services: Services, reply_id: UUID) -> _Parcel | None:
    """What is to be sent; None where somebody else does, or nobody needs to be told."""
    with services.transaction() as transaction:
        session = transaction.session
        notification = session.get(Notification, reply_id)
        if notification is None or not subscriptions.take_notification(session, reply_id):
            return None
        negotiation = session.get(Negotiation, notification.negotiation_id)
        is_stale = notification.due_at + STALE < transaction.now
        if negotiation is None or is_stale or negotiation.seen_seq >= notification.seq:
            return None
        rows = subscriptions.subscriptions_of(session, negotiation.user_id, transaction.now)
        addresses = {
            row.endpoint_hash: Address(
                row.endpoint, base64url.decode(row.p256dh), base64url.decode(row.auth)
            )
            for row in rows
            if services.settings.push_services.includes(row.endpoint)
        }
        return _Parcel(_text(session, negotiation), _topic(negotiation.id), addresses)


def _text(session: Session, negotiation: Negotiation) -> bytes:
    language = people.language_of(session, negotiation.user_id)
    told = {
        "title": TITLE,
        "body": answered(negotiation.vehicle, language),
        "language": language,
        "negotiation_id": str(negotiation.id),
    }
    return json.dumps(told).encode()


def _topic(negotiation_id: UUID) -> str:
    return base64url.encode(negotiation_id.bytes)


def _send(services: Services, sender: PushSender, parcel: _Parcel) -> int:
    sent = 0
    for endpoint_hash, address in parcel.addresses.items():
        outcome = sender.send(address, parcel.text, parcel.topic, services.clock())
        if outcome == "gone":
            with services.transaction() as transaction:
                subscriptions.forget(transaction.session, endpoint_hash)
        sent += outcome == "sent"
        _log.info("push_done", outcome=outcome)
    return sent
