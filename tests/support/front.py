"""A server in front of the product, which passes on what it is asked, but for what a test changes.

It speaks HTTP alone: pages behind it have no socket, and poll.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import requests

NOT_PASSED_ON = {"connection", "transfer-encoding", "content-encoding", "content-length", "date"}
ANSWER_SECONDS = 60


class Front(ThreadingHTTPServer):
    """Stands before ``origin``. ``changed`` has the bodies of paths that it answers differently.

    Of the posts it turns away every n-th, for a second, where ``refuses_every`` is n.
    """

    daemon_threads = True

    def __init__(self, origin: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.origin = origin
        self.changed: dict[str, str] = {}
        self.refuses_every = 0
        self.refused = 0
        self._posts = count(1)

    @property
    def base_url(self) -> str:
        """Its own address."""
        return f"http://127.0.0.1:{self.server_port}"

    def turns_away(self) -> bool:
        """Whether the post that has just come is one too many."""
        if self.refuses_every == 0 or next(self._posts) % self.refuses_every:
            return False
        self.refused += 1
        return True


@contextmanager
def front(origin: str) -> Iterator[Front]:
    """One that serves while it is used."""
    server = Front(origin)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        if self.server.turns_away():
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(429)
            self.send_header("Retry-After", "1")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._pass_on()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests' output is theirs."""

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        headers = {name: text for name, text in self.headers.items() if name.lower() != "host"}
        answer = requests.request(
            self.command,
            self.server.origin + self.path,
            data=self.rfile.read(length),
            headers=headers,
            timeout=ANSWER_SECONDS,
            allow_redirects=False,
        )
        changed = self.server.changed.get(self.path)
        left_out = NOT_PASSED_ON if changed is None else {*NOT_PASSED_ON, "etag", "content-type"}
        self.send_response(answer.status_code if changed is None else 200)
        for name, text in answer.raw.headers.items():
            if name.lower() not in left_out:
                self.send_header(name, text)
        if changed is not None:
            self.send_header("Content-Type", _kind(self.path))
        body = answer.content if changed is None else changed.encode()
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _kind(path: str) -> str:
    return "text/javascript" if path.endswith(".js") else "text/html; charset=utf-8"
