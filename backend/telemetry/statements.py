"""A span for each statement that the database is sent within a trace: its text, no parameters.

Values are always bound, so the text holds names of tables and columns only. What nobody traces (the
renewal of leases, the sweeper's look) begins no trace of its own.
"""

from __future__ import annotations

from typing import Any

from opentelemetry.trace import Span, SpanKind
from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from backend.telemetry.tracing import child, mark_failed

_SPAN = "traced_by"


def trace_statements(engine: Engine) -> None:
    """Trace what ``engine`` executes; costs a look where nothing is traced."""
    system = engine.dialect.name

    @event.listens_for(engine, "before_cursor_execute")
    def begin(_connection: Any, _cursor: Any, statement: str, *rest: Any) -> None:
        context = rest[1]
        text = " ".join(statement.split())
        attributes = {"db.system.name": system, "db.query.text": text}
        span = child(f"sql {text.partition(' ')[0].upper()}", attributes, SpanKind.CLIENT)
        if span is not None and context is not None:
            setattr(context, _SPAN, span)

    @event.listens_for(engine, "after_cursor_execute")
    def end(_connection: Any, _cursor: Any, _statement: str, *rest: Any) -> None:
        _end(rest[1])

    @event.listens_for(engine, "handle_error")
    def fail(failure: ExceptionContext) -> None:
        _end(failure.execution_context, type(failure.original_exception).__name__)


def _end(context: Any, error: str | None = None) -> None:
    span: Span | None = getattr(context, _SPAN, None)
    if span is None:
        return
    delattr(context, _SPAN)
    if error is not None:
        mark_failed(span, error)
    span.end()
