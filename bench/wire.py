"""The two kinds of connection that clients hold, cut down to what costs a load generator little.

HTTP/1.1 with keep-alive, and Socket.IO over a WebSocket (RFC 6455, Engine.IO 4, Socket.IO 5), on
asyncio streams. Loopback only: no TLS, no redirects, no fragments, no compression.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
from typing import Any

TEXT, CLOSE = 0x1, 0x8


class WireError(Exception):
    """The server said what these clients do not expect."""


class Line:
    """A connection that is either asked over HTTP, or upgraded to Socket.IO."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, host: str, port: int) -> Line:
        """Connect."""
        return cls(*await asyncio.open_connection(host, port))

    def close(self) -> None:
        """Drop the connection."""
        self._writer.close()

    async def post(self, path: str, token: str, body: object) -> tuple[int, Any]:
        """Send a JSON body; the status and the parsed answer."""
        payload = json.dumps(body).encode()
        self._writer.write(
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(payload)}\r\n\r\n".encode()
            + payload
        )
        status, headers = await self._head()
        answer = await self._reader.readexactly(int(headers["content-length"]))
        return status, json.loads(answer)

    async def _head(self) -> tuple[int, dict[str, str]]:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.rstrip().split("\r\n")
        headers = (line.partition(":") for line in lines)
        return int(first.split()[1]), {name.lower(): value.strip() for name, _, value in headers}

    async def connect_socket(self, token: str) -> None:
        """Become a Socket.IO connection, logged in by ``token``.

        Raises:
            WireError: the server refused.
        """
        key = base64.b64encode(os.urandom(16)).decode()
        self._writer.write(
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        status, _ = await self._head()
        if status != 101:
            raise WireError(f"no WebSocket: {status}")
        await self._frame()  # Engine.IO's greeting
        self.send("40" + json.dumps({"token": token}))
        answer = await self._frame()
        if not answer.startswith("40"):
            raise WireError(f"not connected: {answer}")

    async def subscribe(self, negotiation_id: str) -> None:
        """Watch a negotiation.

        Raises:
            WireError: the server refused.
        """
        payload = {"negotiation_id": negotiation_id, "after_seq": None}
        self.send("420" + json.dumps(["subscribe", payload]))
        while True:
            packet = await self._frame()
            if packet.startswith("430"):
                if json.loads(packet[3:])[0]["status"] != "ok":
                    raise WireError(packet[:200])
                return

    async def next_packet(self) -> str:
        """The next Socket.IO packet; pings are answered on the way."""
        while (packet := await self._frame()) == "2":
            self.send("3")
        return packet

    def send(self, packet: str) -> None:
        """Send a text frame. Clients mask; a mask of zeros leaves the text as it is."""
        data = packet.encode()
        if len(data) < 126:
            length = bytes([0x80 | len(data)])
        else:
            length = bytes([0x80 | 126]) + len(data).to_bytes(2)
        self._writer.write(bytes([0x80 | TEXT]) + length + bytes(4) + data)

    async def _frame(self) -> str:
        kind, length = await self._reader.readexactly(2)
        if length == 126:
            length = int.from_bytes(await self._reader.readexactly(2))
        elif length == 127:
            length = int.from_bytes(await self._reader.readexactly(8))
        data = await self._reader.readexactly(length)
        if kind & 0xF == CLOSE:
            raise WireError("the server closed the socket")
        return data.decode()
