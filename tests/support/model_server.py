"""A loopback server that speaks OpenAI's, Anthropic's and Ollama's protocols, with faults to order.

In a test::

    with ModelServer(Script(text="Hold at $18,000.", fault="cut")) as server:
        ...  # OPENAI_BASE_URL=server.base_url, OPENAI_API_KEY=anything
"""

from __future__ import annotations

import json
import math
import select
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

from tests.support.protocols import PROTOCOLS, OpenAI, StreamProtocol, Usage, openai_usage

Fault = Literal["cut", "no_end", "malformed", "error", "half_character", "hang", "hang_midway"]

_LOOK_SECONDS = 0.02
_ENDS = ("cut", "no_end", "error")
"""Faults after which nothing more is sent."""

DEFAULT_TEXT = (
    "Stay where you are. They have more room than they show, and you have time.\n\n"
    "Say: “My number stands. What can you do?”"
)


@dataclass(frozen=True)
class Script:
    """How the server answers.

    Attributes:
        text: the whole answer; streamed word by word.
        first_delay, token_delay: seconds before the first word and between words.
        status: an HTTP status other than 200 refuses the request.
        fault: ``cut`` breaks the connection midway, ``no_end`` ends the stream midway in an orderly
            way but without a finish reason, ``malformed`` sends what is not JSON midway, ``error``
            an error of the provider's, ``half_character`` half of a UTF-8 character, ``hang`` sends
            nothing and ``hang_midway`` nothing more, until released or hung up on.
        finish_reason: as the provider gives it, e.g. ``length``.
        pieces: the answer in these pieces instead of words; raw JSON strings, so that half a
            surrogate pair can be sent.
        retry_after: the header ``Retry-After`` of a refusal.
        usage: tokens of the question and of the answer; OpenAI tells those who ask for them. None:
            nobody is told.
    """

    text: str = DEFAULT_TEXT
    first_delay: float = 0.0
    token_delay: float = 0.0
    status: int = 200
    fault: Fault | None = None
    finish_reason: str = "stop"
    pieces: tuple[str, ...] | None = None
    retry_after: str | None = None
    usage: Usage = (1, 1)

    def words(self) -> tuple[str, ...]:
        """The pieces to stream, each a JSON string literal."""
        if self.pieces is not None:
            return self.pieces
        return tuple(json.dumps(word) for word in self.text.replace(" ", " \0").split("\0") if word)


class ModelServer:
    """The server, on a free port of 127.0.0.1 unless one is given. Thread-safe.

    ``monotonic``: by which delays are counted; a test may set a clock of its own.
    """

    def __init__(self, script: Script | None = None, port: int = 0) -> None:
        self._script = script or Script()
        self._changed = threading.Condition()
        self._by_model: dict[str, Script] = {}
        self._by_words: dict[tuple[str, str], Script] = {}
        self._requests: list[dict[str, Any]] = []
        self._hung_up = 0
        self.released = threading.Event()
        self.monotonic: Callable[[], float] = time.monotonic
        self._silent = 0
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = _QuietServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        """For ``OPENAI_BASE_URL``."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def root_url(self) -> str:
        """For ``ANTHROPIC_BASE_URL`` and ``OLLAMA_HOST``."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def script(self) -> Script:
        """How the next request is answered; may be set at any time."""
        with self._changed:
            return self._script

    @script.setter
    def script(self, script: Script) -> None:
        with self._changed:
            self._script = script
        self.released.clear()

    def answer_for(self, model: str, script: Script) -> None:
        """Have one model answer in its own way, whatever ``script`` is."""
        with self._changed:
            self._by_model[model] = script
        self.released.clear()

    def answer_to(self, words: str, script: Script, model: str = "") -> None:
        """Have questions that hold ``words`` answered in their own way; of one model, or of all."""
        with self._changed:
            self._by_words[words, model] = script
        self.released.clear()

    def asked(self, model: str) -> int:
        """How many completions of a model were asked for."""
        return sum(request["model"] == model for request in self.requests)

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The bodies of the completions asked for so far."""
        with self._changed:
            return list(self._requests)

    @property
    def is_silent(self) -> bool:
        """Whether an answer pauses or hangs."""
        with self._changed:
            return self._silent > 0

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Say nothing within the block."""
        with self._changed:
            self._silent += 1
        try:
            yield
        finally:
            with self._changed:
                self._silent -= 1

    @property
    def hung_up(self) -> int:
        """How many answers the client left before their end."""
        with self._changed:
            return self._hung_up

    def wait_until(self, holds: Callable[[ModelServer], bool], timeout: float = 120.0) -> bool:
        """Wait for a request or a hang-up to make ``holds`` true; False when it did not."""
        with self._changed:
            return self._changed.wait_for(lambda: holds(self), timeout)

    def record(self, body: dict[str, Any]) -> Script:
        """Note a request; the script that answers it."""
        with self._changed:
            self._requests.append(body)
            self._changed.notify_all()
            model, text = str(body.get("model")), json.dumps(body, ensure_ascii=False)
            for (words, asked), script in self._by_words.items():
                if words in text and asked in ("", model):
                    return script
            return self._by_model.get(model, self._script)

    def note_hang_up(self) -> None:
        with self._changed:
            self._hung_up += 1
            self._changed.notify_all()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.released.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _HungUp(Exception):
    pass


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up between two requests."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    owner: ModelServer
    protocol_version = "HTTP/1.1"
    connection: socket.socket

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        protocol = PROTOCOLS.get(self.path)
        if protocol is None:
            return self._send(404, {"error": {"message": "no such path"}})
        try:
            return self._complete(json.loads(body), protocol)
        except (_HungUp, OSError):
            self.close_connection = True
            self.owner.note_hang_up()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests' output is theirs."""

    def _send(self, status: int, answer: object, retry_after: str | None = None) -> None:
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if retry_after is not None:
            self.send_header("Retry-After", retry_after)
        self.end_headers()
        self.wfile.write(data)

    def _complete(self, request: dict[str, Any], protocol: StreamProtocol) -> None:
        script = self.owner.record(request)
        if script.status != 200:
            return self._send(script.status, protocol.refusal(), script.retry_after)
        is_openai = isinstance(protocol, OpenAI)
        if is_openai and not request.get("stream"):
            return self._send(200, _whole(script))
        self.send_response(200)
        self.send_header("Content-Type", protocol.content_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        options = request.get("stream_options") or {}
        is_told = not is_openai or options.get("include_usage", False)
        return self._stream(script, protocol, script.usage if is_told else None)

    def _stream(self, script: Script, protocol: StreamProtocol, usage: Usage) -> None:
        self._write(*protocol.opening(usage))
        if script.fault == "hang":
            self._pause(None)
        words = script.words()
        for index, word in enumerate(words):
            if index == (len(words) + 1) // 2 and script.fault:
                self._midway(script.fault, protocol)
                if script.fault in _ENDS:
                    return
            self._pause(script.token_delay if index else script.first_delay)
            self._write(protocol.piece(word))
        self._write(*protocol.closing(script.finish_reason, usage))
        self.wfile.write(b"0\r\n\r\n")

    def _midway(self, fault: Fault, protocol: StreamProtocol) -> None:
        """Do the harm."""
        if fault == "cut":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault == "no_end":
            self.wfile.write(b"0\r\n\r\n")
        elif fault == "malformed":
            self._write(protocol.broken())
        elif fault == "error":
            self._write(protocol.error())
        elif fault == "half_character":
            character = "\N{AUTOMOBILE}".encode()
            whole = protocol.piece('" and \N{AUTOMOBILE}"')
            self._write(whole.replace(character, character[:2]))
        elif fault == "hang_midway":
            self._pause(None)

    def _write(self, *frames: bytes) -> None:
        for frame in frames:
            self.wfile.write(f"{len(frame):x}\r\n".encode() + frame + b"\r\n")
        self.wfile.flush()

    def _pause(self, seconds: float | None) -> None:
        """Wait so long (None: until released), but notice at once when the client goes."""
        monotonic = self.owner.monotonic
        ends_at = math.inf if seconds is None else monotonic() + seconds
        with self.owner.silence():
            while not self.owner.released.is_set() and (left := ends_at - monotonic()) > 0:
                if select.select([self.connection], [], [], min(_LOOK_SECONDS, left))[0]:
                    raise _HungUp


def _whole(script: Script) -> dict[str, Any]:
    message = {"role": "assistant", "content": script.text}
    choice = {"index": 0, "message": message, "finish_reason": script.finish_reason}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model",
        "choices": [choice],
        "usage": openai_usage(script.usage or (0, 0)),
    }
