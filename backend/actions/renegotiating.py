"""Batch re-negotiation of one negotiation: a fresh advice from what is known now.

It never accepts or sends anything, and gives way to whatever the buyer does meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from opentelemetry.trace import SpanKind

from backend.actions.advising import (
    VARIATIONS,
    Occasion,
    advice_data,
    apply_suggestion,
    brief_for,
    moves_in,
    trigger_now,
)
from backend.actions.budget import Budget, Payer
from backend.actions.ledger import Draft, Ledger
from backend.actions.reply.claiming import told_by
from backend.actions.services import Services
from backend.domain.advice.brief import Brief
from backend.domain.negotiation import Status
from backend.llm.adviser import Adviser, Candidate, ModelFailed
from backend.llm.failures import Reason
from backend.storage import history, replies
from backend.storage.models import Negotiation
from backend.telemetry.tracing import span

_log = structlog.get_logger(__name__)


def renegotiate(services: Services, adviser: Adviser, negotiation_id: UUID, last_seq: int) -> bool:
    """Write one batch advice; False when it is not wanted (any more).

    Done once per quiet period however often it is called, and only if no reply is pending or
    running and ``last_seq`` is still what it was when this was planned.
    """
    wanted = _wanted(services, negotiation_id, last_seq)
    if wanted is None:
        return False
    user_id, brief = wanted
    with span("renegotiate", {"negotiation_id": str(negotiation_id)}, kind=SpanKind.CONSUMER):
        return _advise(services, adviser, Payer(user_id, negotiation_id, None), brief, last_seq)


def _advise(
    services: Services, adviser: Adviser, payer: Payer, brief: Brief, last_seq: int
) -> bool:
    negotiation_id = payer.negotiation_id
    ends_at = services.clock.monotonic() + services.settings.model_chain_seconds
    budget = Budget(services, payer, ends_at)
    worded = _word(adviser, brief, budget)
    with services.transaction() as transaction:
        ledger = Ledger.open(transaction, negotiation_id)
        negotiation = ledger.negotiation
        if not _is_wanted(negotiation, last_seq) or replies.has_open_reply(
            transaction.session, negotiation_id
        ):
            return False
        told = told_by(worded.candidate, 1, worded.failures)
        ledger.add_message(Draft("agent", "advice", worded.text, {**advice_data(brief), **told}))
        negotiation.renegotiated_at = transaction.now
        apply_suggestion(negotiation, brief.suggestion.price, last_seq)
        ledger.record_changes()
    _log.info("renegotiated", negotiation_id=str(negotiation_id), model=worded.candidate.model)
    return True


def _wanted(services: Services, negotiation_id: UUID, last_seq: int) -> tuple[UUID, Brief] | None:
    """The buyer and the brief of an advice; None when it is not wanted."""
    with services.database.read() as session:
        negotiation = session.get(Negotiation, negotiation_id)
        if negotiation is None or not _is_wanted(negotiation, last_seq):
            return None
        if replies.has_open_reply(session, negotiation_id):
            return None
        moves = moves_in(history.amounts_until(session, negotiation_id, last_seq))
        trigger = trigger_now(moves)
        variation = (negotiation_id.int + last_seq) % VARIATIONS
        occasion = Occasion(trigger, last_seq, None, variation)
        return negotiation.user_id, brief_for(session, negotiation, occasion)


def _is_wanted(negotiation: Negotiation, last_seq: int) -> bool:
    done_at = negotiation.renegotiated_at
    return (
        negotiation.status == Status.ACTIVE
        and negotiation.last_seq == last_seq
        and (done_at is None or done_at < negotiation.quiet_since)
    )


@dataclass(frozen=True)
class _Worded:
    candidate: Candidate
    text: str
    failures: Sequence[Reason]


def _word(adviser: Adviser, brief: Brief, budget: Budget) -> _Worded:
    """The first answer of the chain; its last link, the playbook, cannot fail."""
    failures: list[Reason] = []
    for candidate in adviser.candidates:
        try:
            with budget.spending(candidate, 1, brief) as call:
                text = "".join(candidate.stream(brief, lambda: False, call))
        except ModelFailed as failure:
            _log.warning("model_failed", model=candidate.model, reason=failure.reason)
            failures.append(failure.reason)
        else:
            return _Worded(candidate, text, failures)
    raise LookupError("a chain that does not end with the playbook")
