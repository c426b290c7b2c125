"""Prometheus metrics: of this gateway its requests and sockets; of all, replies and models."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sized
from http import HTTPMethod

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from backend.actions.services import Services
from backend.api.callers import public
from backend.storage import replies
from backend.telemetry.measures import FAMILIES

_METHODS = {method.value for method in HTTPMethod}


class _Live(Collector):
    """Read when asked for: live sockets, replies by status, and what workers counted."""

    def __init__(self, services: Services, sockets: Sized) -> None:
        self._services = services
        self._sockets = sockets

    def collect(self) -> Iterable[Metric]:
        yield GaugeMetricFamily(
            "negotiation_sockets", "Connected sockets of this gateway", len(self._sockets)
        )
        yield from _measured(self._services)
        try:
            with self._services.database.read() as session:
                counts = replies.count_replies(session)
        except SQLAlchemyError:
            return
        gauge = GaugeMetricFamily(
            "negotiation_replies", "Replies pending, running or failed", labels=["status"]
        )
        for status in (*replies.OPEN_REPLY, "failed"):
            gauge.add_metric([status], counts.get(status, 0))
        yield gauge


def _measured(services: Services) -> Iterable[Metric]:
    """What all workers have counted; each gateway tells the same."""
    sums = services.measures.read()
    for family in FAMILIES:
        if family.bounds:
            histogram = HistogramMetricFamily(family.name, family.help, labels=family.labels)
            for series in sums.get(family.name, ()):
                histogram.add_metric(series.labels, series.buckets, series.value)
            yield histogram
        else:
            counter = CounterMetricFamily(family.name, family.help, labels=family.labels)
            for series in sums.get(family.name, ()):
                counter.add_metric(series.labels, series.value)
            yield counter


def register_metrics(app: Flask, services: Services, sockets: Sized) -> None:
    """Measure each request, and serve ``/metrics``."""
    registry = CollectorRegistry()
    registry.register(_Live(services, sockets))
    seconds = Histogram(
        "negotiation_http_request_seconds",
        "Time to answer HTTP requests",
        ["method", "route", "status"],
        registry=registry,
    )

    @app.before_request
    def start_timer() -> None:
        g.started_at = time.perf_counter()

    @app.after_request
    def stop_timer(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "none"
        elapsed = time.perf_counter() - g.get("started_at", time.perf_counter())
        # Anybody can make up methods: each would stay for good.
        method = request.method if request.method in _METHODS else "other"
        seconds.labels(method, route, response.status_code).observe(elapsed)
        return response

    @app.get("/metrics")
    @public
    def metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
