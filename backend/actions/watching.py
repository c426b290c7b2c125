"""What a try to word an advice shows of itself: a span, and counts. Never its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from opentelemetry.trace import Span

from backend.actions.reply.claiming import fallback_reason
from backend.domain.spending import Price
from backend.llm.adviser import Call, Candidate, ModelFailed
from backend.llm.failures import Reason
from backend.telemetry import measures
from backend.telemetry.measures import Measures, Samples
from backend.telemetry.tracing import Attributes, span


@contextmanager
def watched(
    counts: Measures, candidate: Candidate, attempt: int, call: Call, price: Price
) -> Iterator[None]:
    """Trace and count the try that the block makes; ``call`` says afterwards what it took."""
    about: Attributes = {"gen_ai.request.model": candidate.model, "attempt": attempt}
    with span("answer", about, code_of=_code_of) as current:

        def tell(outcome: str) -> None:
            _describe(current, call, price, outcome)
            if candidate.source == "model":  # the playbook's replies are counted when saved
                counts.add(_samples(candidate.model, call, price, outcome))

        with ending(tell):
            yield


@contextmanager
def ending(tell: Callable[[str], None]) -> Iterator[None]:
    """Tell at the block's end how its try ended: ``answered``, a ``Reason``, or ``stopped``."""
    outcome = "stopped"
    try:
        yield
        outcome = "answered"
    except ModelFailed as failure:
        outcome = failure.reason
        raise
    finally:
        tell(outcome)


def count_reply(
    counts: Measures, candidate: Candidate, failures: Sequence[Reason], seconds: float
) -> None:
    """Count a saved reply, which took so many seconds from its claim."""
    samples = Samples()
    samples.observe(measures.ANSWER, candidate.source, value=seconds)
    if reason := fallback_reason(candidate, failures):
        samples.count(measures.FALLBACKS, reason)
    counts.add(samples)


def _code_of(error: Exception) -> str | None:
    return error.reason if isinstance(error, ModelFailed) else None


def _describe(current: Span, call: Call, price: Price, outcome: str) -> None:
    tokens = call.tokens
    current.set_attribute("outcome", outcome)
    current.set_attribute("gen_ai.usage.input_tokens", tokens.input)
    current.set_attribute("gen_ai.usage.output_tokens", tokens.output)
    current.set_attribute("usage.is_estimated", tokens.is_estimated)
    current.set_attribute("usage.cost_micros", price.of(tokens))
    if call.first_token_seconds is not None:
        current.set_attribute("first_token_seconds", call.first_token_seconds)
    for reason, hits in call.guard_hits.items():
        current.set_attribute(f"guard.hits.{reason}", hits)
    for way, times in call.guard_ways.items():
        current.set_attribute(f"guard.{way}", times)


def _samples(model: str, call: Call, price: Price, outcome: str) -> Samples:
    samples, tokens = Samples(), call.tokens
    counted = "estimate" if tokens.is_estimated else "provider"
    samples.count(measures.TRIES, model, outcome)
    samples.count(measures.TOKENS, model, "input", counted, by=tokens.input)
    samples.count(measures.TOKENS, model, "output", counted, by=tokens.output)
    samples.count(measures.COST, model, by=price.of(tokens))
    if call.first_token_seconds is not None:
        samples.observe(measures.FIRST_TOKEN, model, value=call.first_token_seconds)
    for reason, hits in call.guard_hits.items():
        samples.count(measures.GUARD_HITS, reason, by=hits)
    for way, times in call.guard_ways.items():
        samples.count(measures.GUARD_WAYS, way, by=times)
    return samples
