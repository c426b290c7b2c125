"""A span for each call of the API: the root of a buyer's trace."""

from __future__ import annotations

from contextlib import ExitStack

from flask import Flask, Response, g, request
from opentelemetry.trace import SpanKind

from backend.telemetry.tracing import mark_failed, span


def register_tracing(app: Flask, *, trusts_callers: bool) -> None:
    """Trace calls. To be registered before all else that happens with a request.

    ``trusts_callers``: calls come through a proxy, whose ``traceparent`` they continue. From
    anybody else it is ignored: callers must not choose what is traced.
    """

    @app.before_request
    def begin_span() -> None:
        rule = request.url_rule.rule if request.url_rule else "none"
        if not rule.startswith("/api/"):
            return
        g.open_span = ExitStack()
        g.span = g.open_span.enter_context(
            span(
                f"{request.method} {rule}",
                {"http.request.method": request.method, "http.route": rule},
                kind=SpanKind.SERVER,
                parent=request.headers.get("traceparent") if trusts_callers else None,
            )
        )

    @app.after_request
    def describe_answer(response: Response) -> Response:
        if "span" in g:
            g.span.set_attribute("http.response.status_code", response.status_code)
            g.span.set_attribute("request_id", g.get("request_id", ""))
            if response.status_code >= 500:
                mark_failed(g.span, str(response.status_code))
        return response

    @app.teardown_request
    def end_span(_error: BaseException | None) -> None:
        opened: ExitStack | None = g.pop("open_span", None)
        if opened is not None:
            opened.close()
