"""How a call to a model can end other than with an answer."""

from __future__ import annotations

from typing import Literal, get_args

from backend.contract.choices import LimitReason

Reason = Literal[
    "not_configured",
    "timeout_first_token",
    "timeout_between_tokens",
    "timeout_total",
    "deadline",
    "provider_error",
    "rate_limited",
    "rejected",
    "malformed",
    "cut_off",
    "unfinished",
    "empty_answer",
    "too_long",
    "guarded_out",
    "circuit_open",
    "worker_died",
    LimitReason,
]
"""Codes for logs, metrics and the operator.

``rejected`` is a provider's refusal of this very question, ``unfinished`` an answer that the
provider itself ended early (for its length, by its content filter), ``cut_off`` one whose stream
broke off.
"""

PROVIDER_IS_ILL: frozenset[Reason] = frozenset(
    {
        "not_configured",
        "timeout_first_token",
        "timeout_between_tokens",
        "timeout_total",
        "provider_error",
        "rate_limited",
        "malformed",
        "cut_off",
    }
)
"""What speaks against the provider and not against one question: no buyer can provoke these, so
that no buyer can have a model taken out of everybody's chain."""

LIMIT_REASONS: tuple[LimitReason, ...] = get_args(LimitReason)
"""What a buyer can be told as it is: the operator's limits."""


class ModelFailed(Exception):
    """The model gave no sound answer; the next candidate should be asked.

    The message never holds what the model or the provider said: that may quote the buyer.

    Attributes:
        reason: a code.
        was_asked: False when the model was passed over without a question: nothing was shown.
        retry_after: seconds for which the provider wants to be left alone; None if it did not say.
    """

    def __init__(
        self, reason: Reason, *, was_asked: bool = True, retry_after: float | None = None
    ) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.was_asked = was_asked
        self.retry_after = retry_after


class Cancelled(Exception):
    """The caller said that the answer is no longer wanted."""
