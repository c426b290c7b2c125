"""What answers by models may cost, and what they did.

A try is written down before its model is asked, at its estimate, and corrected when it has ended: a
worker that dies in between leaves the estimate, and workers of one user see each other's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

import structlog
from sqlalchemy.exc import SQLAlchemyError

from backend.actions.services import Services
from backend.actions.watching import ending, watched
from backend.domain.advice.brief import Brief
from backend.domain.spending import Price, Tokens
from backend.llm.adviser import Call, Candidate, ModelFailed
from backend.storage import usage
from backend.storage.models import ModelUsage

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Payer:
    """Whose account an advice is on, and which it is; ``reply_id`` None for batch advice."""

    user_id: UUID
    negotiation_id: UUID
    reply_id: UUID | None


class Budget:
    """What one advice may take: until ``ends_at`` (``clock.monotonic``), and within the limits.

    ``ends_at`` may be set anew for what is asked after the advice.

    The limit of a reply holds for all candidates that are asked for it together.
    """

    def __init__(self, services: Services, payer: Payer, ends_at: float) -> None:
        self._services = services
        self._payer = payer
        self.ends_at = ends_at
        self._tokens = 0
        self._cost = 0

    @contextmanager
    def spending(self, candidate: Candidate, attempt: int, brief: Brief) -> Iterator[Call]:
        """Have ``candidate`` try to word ``brief``, within the block.

        Raises:
            ModelFailed: ``daily_limit``, ``deadline`` when there is no time left, or
                ``circuit_open``.
        """
        price = self._services.settings.model_prices.of(candidate.model)
        call = Call(self.ends_at, lambda tokens: self._allows(tokens, price), self._services.clock)
        with watched(self._services.measures, candidate, attempt, call, price):
            if candidate.source == "playbook":
                yield call
                return
            call.seconds_left()
            # Looked at before anything is written: a model that is out for long costs no rows.
            candidate.check_ready()
            row = self._reserve(candidate, attempt, candidate.expected(brief), price)

            def settle(outcome: str) -> None:
                self._settle(row, call.tokens, price.of(call.tokens), outcome)

            with ending(settle):
                yield call

    def _allows(self, tokens: Tokens, price: Price) -> bool:
        limit = self._services.settings.reply_limit
        return limit.allows(self._tokens + tokens.total, self._cost + price.of(tokens))

    def _reserve(
        self, candidate: Candidate, attempt: int, expected: Tokens, price: Price
    ) -> ModelUsage:
        with self._services.transaction() as transaction:
            row = ModelUsage(
                id=transaction.new_id(),
                user_id=self._payer.user_id,
                negotiation_id=self._payer.negotiation_id,
                reply_id=self._payer.reply_id,
                attempt=attempt,
                model=candidate.model[:120],
                day=transaction.now.astimezone(UTC).date(),
                input_tokens=expected.input,
                output_tokens=expected.output,
                cost_micros=price.of(expected),
                is_estimated=True,
                outcome="reserved",
                created_at=transaction.now,
            )
            begun = usage.begin_try(transaction.session, row, self._services.settings.daily_limit)
        if not begun:
            raise ModelFailed("daily_limit", was_asked=False)
        return row

    def _settle(self, row: ModelUsage, tokens: Tokens, cost: int, outcome: str) -> None:
        self._tokens += tokens.total
        self._cost += cost
        try:
            with self._services.database.write() as session:
                if outcome in ("circuit_open", "deadline", "reply_limit") and not tokens.total:
                    usage.drop_try(session, row)
                else:
                    usage.end_try(session, row, tokens, cost, outcome)
        except SQLAlchemyError as error:
            # The estimate stays, on the safe side; the answer is worth more than its bill.
            _log.warning("usage_not_settled", error=type(error).__name__)
            return
        _log.info(
            "model_used",
            model=row.model,
            input_tokens=tokens.input,
            output_tokens=tokens.output,
            cost_micros=cost,
            is_estimated=tokens.is_estimated,
            outcome=outcome,
        )


def warn_of_missing_prices(services: Services, candidates: tuple[Candidate, ...]) -> None:
    """Log the models that a limit on costs does not hold, because they have no price."""
    settings = services.settings
    if settings.daily_limit.cost is None and settings.reply_limit.cost is None:
        return
    for candidate in candidates:
        if candidate.source == "model" and candidate.model not in settings.model_prices.by_model:
            _log.warning("model_without_price", model=candidate.model)
