"""What actions work with, and the transaction that holds back events and tasks until its commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from backend.actions.objects import activity_object
from backend.clock import Clock
from backend.contract.shapes import StoredEvent
from backend.queueing import TaskQueue
from backend.realtime.emitter import Emitter
from backend.realtime.running_text import RunningTexts
from backend.settings import Settings
from backend.storage.columns import new_id
from backend.storage.engine import Database
from backend.storage.models import Negotiation
from backend.telemetry.measures import Measures

Offload = Callable[..., Any]
"""Calls ``function(*arguments)`` where its blocking stops nobody else, and returns the result."""


def call_here(function: Callable[..., Any], *arguments: Any) -> Any:
    """The :data:`Offload` of processes whose threads may block."""
    return function(*arguments)


@dataclass
class Transaction:
    """A database transaction, its time, and what is to leave the process once it is committed."""

    session: Session
    now: datetime
    clock: Clock
    events: list[StoredEvent] = field(default_factory=list)
    replies: list[UUID] = field(default_factory=list)
    moved: dict[UUID, Negotiation] = field(default_factory=dict)
    """The negotiations of which their owners are to be told."""

    def new_id(self) -> UUID:
        return new_id(self.clock)


@dataclass(frozen=True)
class Services:
    """The parts that actions share; made once per process by its entry point."""

    settings: Settings
    database: Database
    clock: Clock
    emitter: Emitter
    queue: TaskQueue
    running_texts: RunningTexts
    measures: Measures
    offload: Offload = call_here

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write: commit at the end, then emit the events, enqueue the replies, tell the owners."""
        with self.database.write() as session:
            transaction = Transaction(session, self.clock(), self.clock)
            yield transaction
        for event in transaction.events:
            self.emitter.stored(event)
        self.queue.send_replies(transaction.replies)
        for negotiation in transaction.moved.values():
            self.emitter.activity(negotiation.user_id, activity_object(negotiation))
