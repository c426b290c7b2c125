"""The ledger of one negotiation: the only way its messages and its row are changed.

Opening it locks the negotiation's row. Every change takes the next ``seq`` and writes its event in
the same transaction, so that the history has no gap and equals the state.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from backend.actions.objects import message_object, negotiation_object
from backend.actions.services import Transaction
from backend.contract.choices import MessageKind, MessageStatus, Role
from backend.contract.shapes import StoredEvent
from backend.domain.errors import NotFound, NotYours
from backend.domain.news import is_news
from backend.storage import negotiations, replies
from backend.storage.columns import JsonObject
from backend.storage.models import Event, Message, Negotiation, Reply
from backend.telemetry.tracing import current_traceparent


@dataclass(frozen=True)
class Draft:
    """A message about to be written."""

    role: Role
    kind: MessageKind
    content: str
    data: JsonObject = field(default_factory=dict)
    status: MessageStatus = "complete"
    in_reply_to: UUID | None = None
    reply_id: UUID | None = None
    client_id: UUID | None = None
    request_hash: str | None = None
    id: UUID | None = None


class Ledger:
    """Writes to a negotiation whose row is locked by the transaction."""

    def __init__(self, transaction: Transaction, negotiation: Negotiation) -> None:
        self.transaction = transaction
        self.negotiation = negotiation
        self._before = _comparable(negotiation)

    @classmethod
    def open(cls, transaction: Transaction, negotiation_id: UUID) -> Ledger:
        """Lock the negotiation.

        Raises:
            NotFound: there is none with that id.
        """
        negotiation = negotiations.lock_negotiation(transaction.session, negotiation_id)
        if negotiation is None:
            raise NotFound("There is no such negotiation.")
        return cls(transaction, negotiation)

    @classmethod
    def open_for(cls, transaction: Transaction, negotiation_id: UUID, user_id: UUID) -> Ledger:
        """Lock a user's own negotiation.

        Raises:
            NotFound: there is none with that id.
            NotYours: it is another user's.
        """
        ledger = cls.open(transaction, negotiation_id)
        if ledger.negotiation.user_id != user_id:
            raise NotYours
        return ledger

    def add_message(self, draft: Draft) -> Message:
        """Write a new message and its ``new_message``."""
        message = Message(
            id=draft.id or self.transaction.new_id(),
            negotiation_id=self.negotiation.id,
            seq=self._next_seq(),
            role=draft.role,
            kind=draft.kind,
            content=draft.content,
            round=self.negotiation.round,
            status=draft.status,
            in_reply_to=draft.in_reply_to,
            reply_id=draft.reply_id,
            client_id=draft.client_id,
            request_hash=draft.request_hash,
            data=draft.data,
            created_at=self.transaction.now,
        )
        self.transaction.session.add(message)
        self._note_news(message, message.seq)
        self._record(
            {
                "type": "new_message",
                "negotiation_id": str(self.negotiation.id),
                "seq": message.seq,
                "message": message_object(message),
            }
        )
        return message

    def update_message(
        self, message: Message, *, status: MessageStatus, content: str, data: JsonObject
    ) -> None:
        """Change a message and write its ``message_updated``."""
        message.status, message.content, message.data = status, content, data
        seq = self._next_seq()
        self._note_news(message, seq)
        self._record(
            {
                "type": "message_updated",
                "negotiation_id": str(self.negotiation.id),
                "seq": seq,
                "message": message_object(message),
            }
        )

    def record_changes(self, *, always: bool = False) -> None:
        """Write a ``negotiation_updated`` if the negotiation changed since it was opened."""
        if not always and _comparable(self.negotiation) == self._before:
            return
        seq = self._next_seq()
        self._record(
            {
                "type": "negotiation_updated",
                "negotiation_id": str(self.negotiation.id),
                "seq": seq,
                "negotiation": negotiation_object(self.negotiation),
            }
        )
        self._before = _comparable(self.negotiation)

    def add_reply(
        self, trigger: str, request_id: str, *, trigger_seq: int, message: Message | None
    ) -> Reply:
        """Write a pending reply and have its task sent after the commit."""
        reply = Reply(
            id=self.transaction.new_id(),
            negotiation_id=self.negotiation.id,
            message_id=message.id if message else None,
            trigger=trigger,
            trigger_seq=trigger_seq,
            status="pending",
            attempt=0,
            claims=0,
            request_id=request_id,
            trace_parent=current_traceparent(),
            enqueued_at=self.transaction.now,
            created_at=self.transaction.now,
        )
        self.transaction.session.add(reply)
        self.transaction.replies.append(reply.id)
        return reply

    def touch(self) -> None:
        """Note that buyer, dealer or adviser did something: the quiet period starts anew."""
        self.negotiation.quiet_since = self.transaction.now

    def send_next_reply(self) -> None:
        """Have the task of the reply whose turn it is now sent after the commit."""
        self.transaction.session.flush()
        next_reply = replies.next_pending_reply(self.transaction.session, self.negotiation.id)
        if next_reply is not None:
            self.transaction.replies.append(next_reply)

    def _next_seq(self) -> int:
        self.negotiation.last_seq += 1
        self.negotiation.updated_at = self.transaction.now
        return self.negotiation.last_seq

    def _note_news(self, message: Message, seq: int) -> None:
        if is_news(message.role, message.status, message.data):
            self.negotiation.news_seq = seq

    def _record(self, event: StoredEvent) -> None:
        self.transaction.session.add(
            Event(
                negotiation_id=self.negotiation.id,
                seq=event["seq"],
                type=event["type"],
                body=event,
                created_at=self.transaction.now,
            )
        )
        self.transaction.events.append(event)
        self.transaction.moved[self.negotiation.id] = self.negotiation


def _comparable(negotiation: Negotiation) -> dict[str, object]:
    """The negotiation as clients see it, apart from what every event changes."""
    state: dict[str, object] = {**negotiation_object(negotiation)}
    del state["last_seq"], state["updated_at"]
    return state
