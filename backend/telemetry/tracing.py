"""Traces, by OpenTelemetry's API alone: off until :func:`trace_with` is called.

A trace follows one action of a buyer: from its request through the reply's row, whichever task and
worker take it up, to the events that are emitted. It holds ids, codes, numbers and durations only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import INVALID_SPAN, Span, SpanKind, Status, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

Attributes = Mapping[str, str | bool | int | float]

LONGEST_TRACEPARENT = 55
"""Characters of a W3C ``traceparent``."""

_HEADER = "traceparent"
_propagator = TraceContextTextMapPropagator()


class _Current:
    """What this process traces with; None while it traces nothing."""

    tracer: Tracer | None = None


def trace_with(tracer: Tracer | None) -> None:
    """Trace this process from now on; None: no more."""
    _Current.tracer = tracer


def _type_of(error: Exception) -> str | None:
    return type(error).__name__


@contextmanager
def span(
    name: str,
    attributes: Attributes | None = None,
    *,
    kind: SpanKind = SpanKind.INTERNAL,
    parent: str | None = None,
    code_of: Callable[[Exception], str | None] = _type_of,
) -> Iterator[Span]:
    """Trace the block. ``parent`` is a ``traceparent``; None: the span that is current here.

    Of an exception that leaves the block only a code is kept: its text might quote somebody.
    ``code_of`` None: it is no failure.
    """
    if _Current.tracer is None:
        yield INVALID_SPAN
        return
    with _Current.tracer.start_as_current_span(
        name,
        context=_context_of(parent),
        kind=kind,
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    ) as current:
        try:
            yield current
        except Exception as error:
            if code := code_of(error):
                mark_failed(current, code)
            raise


def child(name: str, attributes: Attributes, kind: SpanKind) -> Span | None:
    """Begin a span within the current one, to be ended by the caller; None where there is none."""
    if _Current.tracer is None or not trace.get_current_span().get_span_context().is_valid:
        return None
    return _Current.tracer.start_span(name, kind=kind, attributes=attributes)


def mark_failed(current: Span, code: str) -> None:
    """Note that what the span is about failed, and how, as a code."""
    current.set_attribute("error.type", code)
    current.set_status(Status(StatusCode.ERROR))


def note(name: str) -> None:
    """Note the moment of something within the current span."""
    trace.get_current_span().add_event(name)


def current_traceparent() -> str | None:
    """What continues the current trace elsewhere; None where nothing is traced."""
    if _Current.tracer is None:
        return None
    carrier: dict[str, str] = {}
    _propagator.inject(carrier)
    return carrier.get(_HEADER)


def _context_of(traceparent: str | None) -> Context | None:
    if traceparent is None:
        return None
    return _propagator.extract({_HEADER: traceparent}, Context())
