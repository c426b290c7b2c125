"""The end of a reply, however it comes: one place, so that there is exactly one."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from backend.actions.ledger import Ledger
from backend.actions.services import Services
from backend.contract.choices import EndStatus
from backend.storage.columns import JsonObject
from backend.storage.models import Message, Reply


@dataclass(frozen=True)
class Ending:
    """How a claimed reply ends. ``content`` None keeps the text; ``data`` is merged in."""

    status: EndStatus
    content: str | None = None
    data: JsonObject = field(default_factory=dict)
    failure: str | None = None


def advice_of(ledger: Ledger, reply: Reply) -> Message:
    """The advice message of a reply that was claimed."""
    return ledger.transaction.session.get_one(Message, reply.advice_id)


def end_reply(ledger: Ledger, reply: Reply, ending: Ending) -> None:
    """Write the terminal state of a reply and its message, and let the next reply go ahead."""
    message = advice_of(ledger, reply)
    content = message.content if ending.content is None else ending.content
    ledger.update_message(
        message, status=ending.status, content=content, data={**message.data, **ending.data}
    )
    reply.status, reply.lease_expires_at, reply.failure = ending.status, None, ending.failure
    ledger.touch()
    ledger.send_next_reply()


def tell_failed(services: Services, negotiation_id: UUID, reply_id: UUID) -> None:
    """Tell the sockets of a negotiation, once it is committed, that a reply was given up."""
    services.emitter.typing(negotiation_id, reply_id, is_typing=False)
    detail = "The adviser could not answer. Ask again, or retry the reply."
    services.emitter.error(negotiation_id, reply_id, "reply_failed", detail)
