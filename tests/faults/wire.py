"""A Socket.IO client of one thread: light enough for hundreds, and able to misbehave.

It speaks Engine.IO 4 and Socket.IO 5 over a WebSocket and nothing more: text packets, the default
namespace, events and acks.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from typing import Any

import websocket

Json = dict[str, Any]

PATIENCE_SECONDS = 60.0
"""How long an answer is waited for: a busy machine is slow."""
SILENCE_SECONDS = 45.0
"""The server pings every 20 s and waits as long; after more silence the line is dead."""


class Refused(Exception):
    """The server refused the connection; ``code`` is the contract's, e.g. 4001."""

    def __init__(self, code: int) -> None:
        super().__init__(f"refused with {code}")
        self.code = code


class LineLost(Exception):
    """The connection broke, or an ack did not come in time."""


class Wire:
    """One connection. Events are handed over in their order, on the reading thread."""

    def __init__(
        self,
        base_url: str,
        token: str,
        on_event: Callable[[str, Any], None],
        *,
        timeout: float = PATIENCE_SECONDS,
    ) -> None:
        """Connect, or raise :class:`Refused` or :class:`LineLost`."""
        self._on_event = on_event
        self._acks: dict[int, Future[Any]] = {}
        self._sending = threading.Lock()
        self._last_call = 0
        self.closed = threading.Event()
        try:
            self._socket = connect(base_url, timeout)
        except (OSError, websocket.WebSocketException) as error:
            raise LineLost(str(error)) from error
        try:
            self._enter(token)
            self._socket.settimeout(SILENCE_SECONDS)
        except (OSError, ValueError, websocket.WebSocketException) as error:
            self._shut()
            raise LineLost(str(error)) from error
        except (Refused, LineLost):
            self._shut()
            raise
        self._reader = threading.Thread(target=self._read, name="wire", daemon=True)
        self._reader.start()

    def call(self, event: str, payload: object, timeout: float = PATIENCE_SECONDS) -> Any:
        """Emit an event and wait for its ack; raise :class:`LineLost` when none comes."""
        ack: Future[Any] = Future()
        with self._sending:
            self._last_call += 1
            number = self._last_call
            self._acks[number] = ack
        if self.closed.is_set():
            raise LineLost("closed")
        self.send(f"42{number}{json.dumps([event, payload])}")
        try:
            return ack.result(timeout)
        except FutureTimeout as error:
            raise LineLost(f"no ack of {event}") from error
        finally:
            self._acks.pop(number, None)

    def send(self, packet: str) -> None:
        """Send a packet as it is, sound or not."""
        try:
            with self._sending:
                self._socket.send(packet)
        except (OSError, websocket.WebSocketException) as error:
            raise LineLost(str(error)) from error

    def close(self) -> None:
        """Close, without a word to the server, and wait for the reader's end."""
        self._shut()
        if threading.current_thread() is not self._reader:
            self._reader.join(PATIENCE_SECONDS)

    def _enter(self, token: str) -> None:
        while True:
            packet = text_of(self._socket.recv())
            if packet.startswith("0"):
                self._socket.send(f"40{json.dumps({'token': token})}")
            elif packet == "2":
                self._socket.send("3")
            elif packet.startswith("44"):
                raise Refused(json.loads(packet[2:]).get("data", {}).get("code", 0))
            elif packet.startswith("40"):
                return
            elif packet in ("", "1", "41"):
                raise LineLost("closed while connecting")

    def _read(self) -> None:
        with suppress(OSError, ValueError, LineLost, websocket.WebSocketException):
            while packet := text_of(self._socket.recv()):
                if packet == "2":
                    self.send("3")
                elif packet in ("1", "41"):
                    break
                else:
                    self._take(packet)
        self.closed.set()
        for ack in list(self._acks.values()):
            with suppress(Exception):
                ack.set_exception(LineLost("closed"))
        self._shut()

    def _shut(self) -> None:
        raw = self._socket.sock
        with suppress(OSError, websocket.WebSocketException):
            if isinstance(raw, socket.socket):
                raw.shutdown(socket.SHUT_RDWR)  # to close it does not wake the reader
            self._socket.shutdown()  # type: ignore[no-untyped-call]

    def _take(self, packet: str) -> None:
        if packet.startswith("42"):
            event, *arguments = json.loads(packet[2:])
            self._on_event(event, arguments[0] if arguments else None)
        elif packet.startswith("43"):
            start = packet.index("[")
            ack = self._acks.get(int(packet[2:start]))
            if ack is not None and not ack.done():
                ack.set_result(json.loads(packet[start:])[0])


def connect(base_url: str, timeout: float = PATIENCE_SECONDS) -> websocket.WebSocket:
    """An open WebSocket to a gateway, before anything of Engine.IO was read."""
    address = base_url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
    return websocket.create_connection(address, timeout=timeout, suppress_origin=True)


def text_of(data: str | bytes) -> str:
    """A frame's text."""
    return data if isinstance(data, str) else data.decode()
