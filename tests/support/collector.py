"""A loopback collector of traces: speaks OTLP over HTTP, and can keep its clients waiting."""

from __future__ import annotations

import gzip
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.resource.v1.resource_pb2 import Resource


@dataclass(frozen=True)
class SpanSeen:
    """A span as it arrived. Ids are hexadecimal; ``parent_id`` is empty for a root."""

    service: str
    name: str
    trace_id: str
    span_id: str
    parent_id: str
    attributes: dict[str, Any]


class Collector:
    """The collector, on a free port of 127.0.0.1. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spans: list[SpanSeen] = []
        self._payloads: list[bytes] = []
        self._held: set[str] = set()
        self.open = threading.Event()
        self.open.set()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """For ``OTEL_EXPORTER_OTLP_ENDPOINT``."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def spans(self) -> list[SpanSeen]:
        with self._lock:
            return list(self._spans)

    @property
    def held(self) -> set[str]:
        """The services that it has kept waiting, ever."""
        with self._lock:
            return set(self._held)

    @property
    def payloads(self) -> bytes:
        """All that was sent, as it was."""
        with self._lock:
            return b"\n".join(self._payloads)

    def take(self, payload: bytes) -> None:
        """Keep what was sent; first wait for :attr:`open`."""
        request = ExportTraceServiceRequest.FromString(payload)
        if not self.open.is_set():
            with self._lock:
                self._held |= {_service(each.resource) for each in request.resource_spans}
            self.open.wait(600)
        with self._lock:
            self._payloads.append(payload)
            for resource_spans in request.resource_spans:
                service = _service(resource_spans.resource)
                for scope_spans in resource_spans.scope_spans:
                    self._spans += [
                        SpanSeen(
                            service,
                            span.name,
                            span.trace_id.hex(),
                            span.span_id.hex(),
                            span.parent_span_id.hex(),
                            _attributes(span.attributes),
                        )
                        for span in scope_spans.spans
                    ]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.open.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    owner: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.owner.take(body)
        answer = ExportTraceServiceResponse().SerializeToString()
        try:
            self.send_response(200)
            self.send_header("Content-Type", "application/x-protobuf")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:
            self.close_connection = True  # the client did not wait so long

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def _service(resource: Resource) -> str:
    return str(_attributes(resource.attributes)["service.name"])


def _attributes(pairs: Any) -> dict[str, Any]:
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in pairs}
