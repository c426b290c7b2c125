"""Claims on replies: taken by one worker at a time, held by a lease, given up in one of four ways.

Everything that is written after a claim is guarded by its attempt number and lease, so a worker
that lost them, or a task delivered twice, changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from backend.actions.advising import (
    add_advice,
    advice_data,
    apply_suggestion,
    brief_for,
    occasion_of,
    retold,
)
from backend.actions.ledger import Ledger
from backend.actions.notifying import note_answer
from backend.actions.reply.ending import Ending, advice_of, end_reply, tell_failed
from backend.actions.reply.unclaimed import end_unclaimed
from backend.actions.services import Services
from backend.contract.choices import FallbackReason
from backend.domain.advice.brief import Brief
from backend.llm.adviser import Candidate
from backend.llm.failures import LIMIT_REASONS, Reason
from backend.storage import replies
from backend.storage.columns import JsonObject
from backend.storage.models import Negotiation, Reply


@dataclass(frozen=True)
class Claim:
    """A reply that this worker may write, and from what.

    ``since`` is when its lease began, by the monotonic clock and not later than it did.
    ``is_last``: the workers of all claims before it died, and no other follows. ``message_id`` is
    the message answered; None for the opening.
    """

    reply_id: UUID
    negotiation_id: UUID
    user_id: UUID
    attempt: int
    since: float
    brief: Brief
    is_last: bool = False
    message_id: UUID | None = None


class LostClaim(Exception):
    """The reply was stopped or taken over: nothing more may be written or said."""


@dataclass(frozen=True)
class _Prepared:
    """What a claim will need, read and computed before the negotiation is locked.

    It holds for the claim that begins ``attempt`` while ``last_seq`` is still the negotiation's:
    whatever changes what it was computed from takes a ``seq``, but for the buyer's language, of
    which the one when it was read is as good.
    """

    negotiation_id: UUID
    last_seq: int
    attempt: int
    brief: Brief
    numbers: JsonObject


def claim_reply(services: Services, reply_id: UUID, candidate: Candidate) -> Claim | None:
    """Claim a reply, compute its numbers if nobody has, and show its message as ``streaming``."""
    since = services.clock.monotonic()
    max_claims = services.settings.max_claims
    with services.database.read() as session:
        reply = replies.claimable_reply(session, reply_id, services.clock(), max_claims)
        if reply is None:
            return None
        negotiation = session.get_one(Negotiation, reply.negotiation_id)
        prepared = _prepare(session, reply, negotiation, reply.attempt + 1)
    with services.transaction() as transaction:
        ledger = Ledger.open(transaction, prepared.negotiation_id)
        claimed = replies.claim_reply(
            transaction.session,
            reply_id,
            transaction.now,
            transaction.now + timedelta(seconds=services.settings.lease_seconds),
            max_claims,
        )
        if claimed is None:
            return None
        negotiation = ledger.negotiation
        if (negotiation.last_seq, claimed.attempt) != (prepared.last_seq, prepared.attempt):
            prepared = _prepare(transaction.session, claimed, negotiation, claimed.attempt)
        if claimed.advice_id is None:
            data = {**prepared.numbers, **told_by(candidate, claimed.attempt)}
            add_advice(ledger, claimed, data, "streaming")
            brief = prepared.brief
        else:
            brief = _resume_advice(ledger, claimed, prepared.brief, candidate)
        apply_suggestion(negotiation, brief.suggestion.price, claimed.trigger_seq)
        ledger.record_changes()
        return Claim(
            reply_id,
            negotiation.id,
            negotiation.user_id,
            claimed.attempt,
            since,
            brief,
            is_last=1 < claimed.claims >= max_claims,
            message_id=claimed.message_id,
        )


def _prepare(session: Session, reply: Reply, negotiation: Negotiation, attempt: int) -> _Prepared:
    """Compute the brief of an attempt, and its numbers if nobody has."""
    brief = brief_for(session, negotiation, occasion_of(session, reply, attempt))
    numbers = advice_data(brief) if reply.advice_id is None else {}
    return _Prepared(negotiation.id, negotiation.last_seq, attempt, brief, numbers)


def break_claim(services: Services, reply_id: UUID) -> None:
    """Count a claim that an error of ours undid; the last one permitted leaves the reply failed.

    Without this the error would come again with every task, and no later reply would get its turn.
    """
    with services.transaction() as transaction:
        reply = transaction.session.get(Reply, reply_id)
        if reply is None:
            return
        ledger = Ledger.open(transaction, reply.negotiation_id)
        transaction.session.refresh(reply)
        if not _is_free(reply, transaction.now):
            return
        reply.claims += 1
        if reply.claims < services.settings.max_claims:
            return
        end_unclaimed(ledger, reply, "failed", "claim_broken")
    tell_failed(services, reply.negotiation_id, reply_id)


def _is_free(reply: Reply, now: datetime) -> bool:
    """Whether nobody holds it and it is not at rest."""
    lease = reply.lease_expires_at
    return reply.status == "pending" or (
        reply.status == "running" and lease is not None and lease <= now
    )


def next_attempt(services: Services, claim: Claim) -> Claim:
    """The claim for another candidate's attempt.

    Raises:
        LostClaim: the reply was stopped or taken over.
    """
    since, now = services.clock.monotonic(), services.clock()
    lease_until = now + timedelta(seconds=services.settings.lease_seconds)
    with services.database.write() as session:
        if not replies.raise_attempt(session, claim.reply_id, claim.attempt, now, lease_until):
            raise LostClaim
    return replace(claim, attempt=claim.attempt + 1, since=since)


def hand_back(services: Services, claim: Claim) -> None:
    """Let another worker go on with a reply at once; this claim does not count as one that died."""
    with services.transaction() as transaction:
        if replies.end_lease(transaction.session, claim.reply_id, claim.attempt, transaction.now):
            transaction.replies.append(claim.reply_id)


def finish_reply(
    services: Services,
    claim: Claim,
    candidate: Candidate,
    text: str,
    failures: Sequence[Reason] = (),
) -> None:
    """Save the whole text as the reply's end; ``failures`` are of those asked before.

    Raises:
        LostClaim: the reply was stopped or taken over.
    """
    told = told_by(candidate, claim.attempt, failures)
    _end_held(services, claim, Ending("complete", content=text, data=told))


def fail_reply(services: Services, claim: Claim, failure: str) -> None:
    """Give a reply up; ``failure`` is the code that the operator sees.

    Raises:
        LostClaim: the reply was stopped or taken over.
    """
    _end_held(services, claim, Ending("failed", failure=failure))


def _end_held(services: Services, claim: Claim, ending: Ending) -> None:
    """End a reply if ``claim`` still holds it; raise :class:`LostClaim` if not."""
    with services.transaction() as transaction:
        ledger = Ledger.open(transaction, claim.negotiation_id)
        reply = transaction.session.get(Reply, claim.reply_id, populate_existing=True)
        if reply is None or not _holds(claim, reply, transaction.now):
            raise LostClaim
        end_reply(ledger, reply, ending)
        if ending.status == "complete":
            note_answer(ledger, reply)


def _holds(claim: Claim, reply: Reply, now: datetime) -> bool:
    return (
        reply.status == "running"
        and reply.attempt == claim.attempt
        and reply.lease_expires_at is not None
        and reply.lease_expires_at > now
    )


def told_by(candidate: Candidate, attempt: int, failures: Sequence[Reason] = ()) -> JsonObject:
    """The part of an advice's ``data`` that says who worded it.

    ``fallback_reason`` is there only where the playbook stands in for a model.
    """
    told: JsonObject = {
        "source": candidate.source,
        "model": candidate.model,
        "attempt": attempt,
    }
    if reason := fallback_reason(candidate, failures):
        told["fallback_reason"] = reason
    return told


def fallback_reason(candidate: Candidate, failures: Sequence[Reason]) -> FallbackReason | None:
    """Why the playbook stands in for a model; None where it does not."""
    if candidate.source == "model" or not failures:
        return None
    limits = [limit for reason in failures for limit in LIMIT_REASONS if limit == reason]
    return limits[0] if limits else "model_unavailable"


def _resume_advice(ledger: Ledger, reply: Reply, brief: Brief, candidate: Candidate) -> Brief:
    """Show the message as streaming again; its numbers stay those of the first claim."""
    message = advice_of(ledger, reply)
    numbers = {key: message.data[key] for key in message.data if key != "fallback_reason"}
    data = {**numbers, **told_by(candidate, reply.attempt)}
    ledger.update_message(message, status="streaming", content="", data=data)
    return retold(brief, data)
