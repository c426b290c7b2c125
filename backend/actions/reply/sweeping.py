"""The sweeper: finds replies that nobody works on, and has them worked on or ends them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from backend.actions.ledger import Ledger
from backend.actions.reply.ending import Ending, end_reply, tell_failed
from backend.actions.services import Services
from backend.storage import replies
from backend.storage.models import Reply

PENDING_GRACE = timedelta(seconds=8)
"""How long a pending reply's task may be under way before another is sent."""

PAGE = 500

_log = structlog.get_logger(__name__)


def sweep_replies(services: Services) -> int:
    """Send tasks for stranded replies, end those that used up their claims; returns how many."""
    now = services.clock()
    with services.database.read() as session:
        stranded = replies.stranded_replies(session, now, now - PENDING_GRACE, PAGE)
    for reply in stranded:
        if reply.status == "running" and reply.claims >= services.settings.max_claims:
            _give_up(services, reply.negotiation_id, reply.id)
        else:
            _send_again(services, reply.id)
    return len(stranded)


def _send_again(services: Services, reply_id: UUID) -> None:
    with services.transaction() as transaction:
        reply = transaction.session.get(Reply, reply_id)
        if reply is not None:
            reply.enqueued_at = transaction.now
            transaction.replies.append(reply_id)
    _log.info("reply_sent_again", reply_id=str(reply_id))


def _give_up(services: Services, negotiation_id: UUID, reply_id: UUID) -> None:
    """Leave a reply ``failed`` whose last permitted claim died; the buyer can retry it."""
    with services.transaction() as transaction:
        ledger = Ledger.open(transaction, negotiation_id)
        reply = transaction.session.get(Reply, reply_id, populate_existing=True)
        if reply is None or not _is_dead(services, reply, transaction.now):
            return
        end_reply(ledger, reply, Ending("failed", failure="claims_exhausted"))
    tell_failed(services, negotiation_id, reply_id)
    _log.error("reply_failed", reply_id=str(reply_id), failure="claims_exhausted")


def _is_dead(services: Services, reply: Reply, now: datetime) -> bool:
    return (
        reply.status == "running"
        and reply.lease_expires_at is not None
        and reply.lease_expires_at <= now
        and reply.claims >= services.settings.max_claims
    )
