"""The chain that words advice, for those who write it.

Who asks a model imports LangChain with it, replies before they are ready: 30 MB, and a third of the
time that a worker takes to start. The playbook needs none of it.
"""

from __future__ import annotations

from functools import cache

from backend.llm.adviser import Adviser, ModelTimeouts
from backend.llm.model_breaker import BreakerRules, ModelBreakers
from worker.app import settings
from worker.wiring import redis_breaker


@cache
def adviser() -> Adviser:
    """The chain of models that this process asks."""
    return Adviser(
        settings.adviser_model,
        ModelTimeouts(
            first_token=settings.model_first_token_seconds,
            between_tokens=settings.model_token_seconds,
            total=settings.model_total_seconds,
        ),
        ModelBreakers(settings.redis_url, redis_breaker(), _breaker_rules()),
        asks_usage=settings.model_stream_usage,
    )


def _breaker_rules() -> BreakerRules:
    return BreakerRules(
        failures=settings.model_breaker_failures,
        window_seconds=settings.model_breaker_window_seconds,
        open_seconds=settings.model_breaker_open_seconds,
        probe_seconds=settings.model_chain_seconds,
    )
