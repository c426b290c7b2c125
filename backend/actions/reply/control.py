"""Stopping and retrying a reply, by the buyer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.actions.ledger import Ledger
from backend.actions.objects import reply_object
from backend.actions.reply.ending import Ending, end_reply
from backend.actions.reply.unclaimed import end_unclaimed
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.contract.shapes import ReplyObject
from backend.domain.errors import NotFound, ReplyRunning
from backend.storage import replies
from backend.storage.models import Reply
from backend.telemetry.tracing import current_traceparent


def stop_reply(
    services: Services, author: Author, negotiation_id: UUID, reply_id: UUID
) -> ReplyObject:
    """End a pending or running reply; the text so far stays. At rest it changes nothing.

    The end is written here, not by the worker: a dead one cannot block it.
    """
    author.check_admitted()
    shown = _shown_so_far(services, reply_id)
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, negotiation_id, author.user_id)
        reply = _own_reply(ledger, reply_id)
        if reply.status not in replies.OPEN_REPLY:
            return reply_object(reply)
        if reply.advice_id is None:
            end_unclaimed(ledger, reply, "stopped")
        else:
            content = _text_shown(services, reply, shown)
            end_reply(ledger, reply, Ending("stopped", content=content))
        stopped = reply_object(reply)
    services.emitter.typing(negotiation_id, reply_id, is_typing=False)
    return stopped


def retry_reply(
    services: Services, author: Author, negotiation_id: UUID, reply_id: UUID
) -> ReplyObject:
    """Have a reply at rest written anew, with the numbers it has.

    Raises:
        ReplyRunning: it is pending or running.
    """
    author.check_admitted()
    with services.transaction() as transaction:
        ledger = Ledger.open_for(transaction, negotiation_id, author.user_id)
        reply = _own_reply(ledger, reply_id)
        if reply.status in replies.OPEN_REPLY:
            raise ReplyRunning
        reply.status, reply.claims, reply.failure = "pending", 0, None
        reply.request_id, reply.trace_parent = author.request_id, current_traceparent()
        reply.enqueued_at = transaction.now
        ledger.touch()
        transaction.replies.append(reply.id)
        return reply_object(reply)


def _own_reply(ledger: Ledger, reply_id: UUID) -> Reply:
    reply = ledger.transaction.session.get(Reply, reply_id, populate_existing=True)
    if reply is None or reply.negotiation_id != ledger.negotiation.id:
        raise NotFound("There is no such reply.")
    return reply


@dataclass(frozen=True)
class _Shown:
    """The text that clients were shown of an attempt."""

    attempt: int
    text: str


def _shown_so_far(services: Services, reply_id: UUID) -> _Shown | None:
    """Read before the negotiation is locked: Redis may be slow, and nobody is to wait for it."""
    with services.database.read() as session:
        reply = session.get(Reply, reply_id)
    if reply is None or reply.status != "running":
        return None
    return _Shown(reply.attempt, services.running_texts.read(reply.id, reply.attempt))


def _text_shown(services: Services, reply: Reply, shown: _Shown | None) -> str | None:
    """What the buyer sees of a running reply; None for one that waits, whose message stays."""
    if reply.status != "running":
        return None
    if shown is not None and shown.attempt == reply.attempt:
        return shown.text
    # Another attempt began meanwhile: rare enough to ask Redis once more, though others wait.
    return services.running_texts.read(reply.id, reply.attempt)
