"""What this process traces, for tests to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from backend.telemetry.tracing import trace_with


@contextmanager
def traced() -> Iterator[InMemorySpanExporter]:
    """Trace this process within the block."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace_with(provider.get_tracer("test"))
    try:
        yield exporter
    finally:
        trace_with(None)
        provider.shutdown()


def named(spans: InMemorySpanExporter, name: str) -> list[ReadableSpan]:
    return [each for each in spans.get_finished_spans() if each.name == name]


def attributes(each: ReadableSpan) -> dict[str, Any]:
    return dict(each.attributes or {})
