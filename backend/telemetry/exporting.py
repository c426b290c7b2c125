"""Sends traces to a collector (OTLP over HTTP, protobuf). Imported where tracing is turned on.

Spans are sent in batches by a thread of the SDK's own, which under eventlet is a greenlet with
cooperative sockets; whoever ends a span never waits. A collector that is slow or away costs spans,
no time: what does not fit into the bounded queue is dropped. All else is set by the standard
``OTEL_*`` variables, which the SDK reads itself.
"""

from __future__ import annotations

import atexit
import logging

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from backend.telemetry.tracing import trace_with

LONGEST_ATTRIBUTE = 1_000
"""Characters. Codes and ids are far shorter; the longest is SQL without its parameters."""

MOST_IN_A_BATCH = 128
"""Encoding a batch is the one thing that holds up the others of a gateway."""

FAREWELL_SECONDS = 2.0
"""How long the end of a process may wait for the last batch."""


def start_tracing(service: str) -> None:
    """Trace this process from now on, as ``service`` unless OTEL_SERVICE_NAME says otherwise."""
    # One line for each span that a hanging collector costs would be too much.
    logging.getLogger("opentelemetry.sdk").setLevel(logging.ERROR)
    provider = TracerProvider(
        resource=_resource(service),
        span_limits=SpanLimits(max_attribute_length=LONGEST_ATTRIBUTE),
        shutdown_on_exit=False,
    )
    processor = BatchSpanProcessor(OTLPSpanExporter(), max_export_batch_size=MOST_IN_A_BATCH)
    provider.add_span_processor(processor)
    trace_with(provider.get_tracer("autodealgenie"))
    # The provider's own shutdown waits for half a minute; this one takes a bound.
    atexit.register(processor._batch_processor.shutdown, int(FAREWELL_SECONDS * 1000))


def _resource(service: str) -> Resource:
    named = Resource.create()
    if str(named.attributes.get(SERVICE_NAME, "")).startswith("unknown_service"):
        return named.merge(Resource({SERVICE_NAME: service}))
    return named
