"""Has a model read what the rules leave of a dealer's message. For workers alone.

Its answer is a choice among the amounts that stand in the text. It is kept for
:mod:`backend.actions.dealer_reading`, which offers it to the buyer to confirm; nothing is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import structlog
from sqlalchemy.exc import SQLAlchemyError

from backend.actions.budget import Budget
from backend.actions.reply.claiming import Claim
from backend.actions.services import Services
from backend.domain.dealer_reading import read_dealer_message
from backend.domain.negotiation import Trigger
from backend.llm.adviser import Adviser, Call, Cancelled, Candidate, ModelFailed
from backend.llm.price_question import (
    ANSWER_TOKENS,
    LONGEST_ANSWER,
    Unsound,
    price_answered,
    price_question,
)
from backend.storage.models import ModelReading
from backend.telemetry.tracing import span

READ_SECONDS = 8.0
"""For all models together. The buyer has the advice already; the next reply waits."""

_log = structlog.get_logger(__name__)


def read_what_is_left(
    services: Services, adviser: Adviser, claim: Claim, budget: Budget, is_over: Callable[[], bool]
) -> None:
    """Ask the models, one after the other, for the price in the message that was answered.

    Only in a message without a price on record, and only where the rules leave a choice of amounts.
    Never raises: without an answer the rules' reading stands. ``is_over``: no longer worth it.
    """
    brief = claim.brief
    if brief.trigger is not Trigger.DEALER_MESSAGE or not brief.said or claim.message_id is None:
        return
    amounts = {each.amount for each in read_dealer_message(brief.said, brief.context).open_prices}
    if not amounts:
        return
    question = price_question(brief.said, amounts, brief.language)
    budget.ends_at = services.clock.monotonic() + READ_SECONDS
    with span("read_dealer_message"):
        for candidate in adviser.asked(question, ANSWER_TOKENS):
            try:
                with budget.spending(candidate, claim.attempt, brief) as call:
                    price = _choice(candidate, claim, call, amounts, is_over)
            except ModelFailed as failure:
                _log.info("reading_failed", model=candidate.model, reason=failure.reason)
            except Cancelled:
                return
            else:
                _keep(services, claim, candidate, price)
                return


def _choice(
    candidate: Candidate, claim: Claim, call: Call, amounts: set[int], is_over: Callable[[], bool]
) -> int | None:
    """The amount that the model chooses, cents; None where it says that none is the price."""
    answer = ""
    with closing(candidate.stream(claim.brief, is_over, call)) as pieces:  # type: ignore[type-var]
        for piece in pieces:
            answer += piece
            if len(answer) > LONGEST_ANSWER:
                break
    try:
        return price_answered(answer, amounts)
    except Unsound:
        # As with advice that the guard rejects: not the provider's fault.
        raise ModelFailed("guarded_out") from None


def _keep(services: Services, claim: Claim, candidate: Candidate, price: int | None) -> None:
    try:
        with services.transaction() as transaction:
            reading = ModelReading(
                message_id=claim.message_id,
                model=candidate.model[:120],
                offer_cents=price,
                created_at=transaction.now,
            )
            transaction.session.merge(reading)
    except SQLAlchemyError as error:
        _log.warning("reading_not_kept", error=type(error).__name__)
    else:
        _log.info("reading_kept", model=candidate.model, has_price=price is not None)
