"""Writing a reply: claim it, have its numbers worded, save the end.

No transaction is open while a model speaks.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import structlog
from opentelemetry.trace import SpanKind
from sqlalchemy.exc import SQLAlchemyError

from backend.actions.budget import Budget, Payer, warn_of_missing_prices
from backend.actions.reading_by_model import read_what_is_left
from backend.actions.reply.claiming import (
    Claim,
    LostClaim,
    break_claim,
    claim_reply,
    fail_reply,
    finish_reply,
    hand_back,
    next_attempt,
)
from backend.actions.reply.ending import tell_failed
from backend.actions.reply.holding import LeaseKeeper
from backend.actions.reply.telling import ShiftOver, Telling
from backend.actions.services import Services
from backend.actions.watching import count_reply
from backend.contract.choices import Source
from backend.llm.adviser import Adviser, Cancelled, ModelFailed
from backend.llm.failures import Reason
from backend.storage import replies
from backend.storage.models import Reply
from backend.telemetry.tracing import span

_log = structlog.get_logger(__name__)


class Replier:
    """Writes replies, one at a time per call. Made once per worker process."""

    def __init__(self, services: Services, adviser: Adviser) -> None:
        self._services = services
        self._adviser = adviser
        warn_of_missing_prices(services, adviser.candidates)
        self._leases = LeaseKeeper(
            services.database,
            services.clock,
            timedelta(seconds=services.settings.lease_seconds),
        )
        self._ends_at: float | None = None

    def retire(self, seconds: float) -> None:
        """Claim nothing more, and hand back what is unfinished after so many seconds.

        Only notes the time: it may be called by a signal handler.
        """
        self._ends_at = self._services.clock.monotonic() + seconds

    def _is_over(self) -> bool:
        return self._ends_at is not None and self._services.clock.monotonic() >= self._ends_at

    def generate(self, reply_id: UUID) -> bool:
        """Write a reply if it can be claimed; False when there was nothing to do.

        Safe to run twice, late, or at once with itself.
        """
        if self._ends_at is not None:
            self._services.queue.send_replies([reply_id])
            return False
        with self._services.database.read() as session:
            reply = session.get(Reply, reply_id)
        if reply is None or reply.status not in replies.OPEN_REPLY:
            return False
        with structlog.contextvars.bound_contextvars(
            request_id=reply.request_id,
            negotiation_id=str(reply.negotiation_id),
            reply_id=str(reply_id),
        ):
            about = {"reply_id": str(reply_id), "negotiation_id": str(reply.negotiation_id)}
            with span("reply", about, kind=SpanKind.CONSUMER, parent=reply.trace_parent) as current:
                is_claimed = self._generate(reply_id)
                current.set_attribute("is_claimed", is_claimed)
            return is_claimed

    def _generate(self, reply_id: UUID) -> bool:
        try:
            claim = claim_reply(self._services, reply_id, self._adviser.candidates[0])
        except SQLAlchemyError:
            raise  # the database's trouble, not the reply's
        except Exception:
            break_claim(self._services, reply_id)
            raise
        if claim is None:
            return False
        _log.info("reply_claimed", attempt=claim.attempt)
        self._answer(claim)
        return True

    def _answer(self, claim: Claim) -> None:
        budget = Budget(
            self._services,
            Payer(claim.user_id, claim.negotiation_id, claim.reply_id),
            claim.since + self._services.settings.model_chain_seconds,
        )
        try:
            source = self._write(claim, budget)
        except (LostClaim, Cancelled):
            _log.info("reply_lost", attempt=claim.attempt)
            self._end_typing_at_rest(claim)
            return
        except BaseException:
            self._end_typing(claim)
            raise
        self._end_typing(claim)
        if source == "model":  # where models are out, nothing more is asked of them
            read_what_is_left(self._services, self._adviser, claim, budget, self._is_over)

    def _end_typing_at_rest(self, claim: Claim) -> None:
        """Whoever stopped a reply has ended its typing, but perhaps before it was begun here.

        Of one that was taken over its new holder tells.
        """
        with self._services.database.read() as session:
            reply = session.get(Reply, claim.reply_id)
        if reply is None or reply.status not in replies.OPEN_REPLY:
            self._end_typing(claim)

    def _end_typing(self, claim: Claim) -> None:
        self._services.emitter.typing(claim.negotiation_id, claim.reply_id, is_typing=False)

    def _write(self, claim: Claim, budget: Budget) -> Source | None:
        """Ask one candidate after the other until one answers, and save the answer.

        Returns who answered; None where nothing was saved.
        """
        began = claim.since
        failures: list[Reason] = []
        candidates = self._adviser.candidates
        if claim.is_last and len(candidates) > 1:
            # It may be the models' answers that the workers died of.
            candidates, failures = candidates[-1:], ["worker_died"]
        for candidate in candidates:
            with self._leases.holding(claim.reply_id, claim.attempt, claim.since) as hold:
                telling = Telling(self._services, claim, hold, self._is_over)
                try:
                    with budget.spending(candidate, claim.attempt, claim.brief) as call:
                        text = telling.tell(candidate, call)
                except ShiftOver:
                    hand_back(self._services, claim)
                    _log.info("reply_handed_back", attempt=claim.attempt)
                    return None
                except ModelFailed as failure:
                    failures.append(failure.reason)
                    was_asked = failure.was_asked
                    _log.warning("model_failed", model=candidate.model, reason=failure.reason)
                else:
                    finish_reply(self._services, claim, candidate, text, failures)
                    took = self._services.clock.monotonic() - began
                    count_reply(self._services.measures, candidate, failures, took)
                    _log.info("reply_complete", model=candidate.model, attempt=claim.attempt)
                    return candidate.source
            if was_asked:
                claim = next_attempt(self._services, claim)
        fail_reply(self._services, claim, "no_model_answered")
        tell_failed(self._services, claim.negotiation_id, claim.reply_id)
        return None
