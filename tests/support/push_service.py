"""A push service of the tests' own on loopback, and a browser that opens what it is sent.

The opening is written after RFC 8188 and RFC 8291 from the browser's side, apart from the product's
sealing, so that a mistake in one is not made good by the same in the other.
"""

from __future__ import annotations

import base64
import json
import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def from_base64url(text: str) -> bytes:
    """The bytes of an unpadded text."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to_base64url(data: bytes) -> str:
    """The unpadded text of bytes."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass(frozen=True)
class Received:
    """One message as it came in."""

    path: str
    headers: dict[str, str]
    body: bytes

    def claims(self, origin: str) -> dict[str, Any]:
        """What its signature says, which must be good for ``origin``."""
        scheme, _, rest = self.headers["authorization"].partition(" ")
        assert scheme == "vapid"
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(
            ec.SECP256R1(), from_base64url(parts["k"])
        )
        found: dict[str, Any] = jwt.decode(parts["t"], key, algorithms=["ES256"], audience=origin)
        return found


class PushService(ThreadingHTTPServer):
    """Takes messages, and answers with the status that is set for their path (201)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[Received] = []
        self.statuses: dict[str, int] = {}

    @property
    def origin(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def push_service() -> Iterator[PushService]:
    """One that serves while it is used."""
    server = PushService()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: PushService

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): text for name, text in self.headers.items()}
        self.server.received.append(Received(self.path, headers, body))
        status = self.server.statuses.get(self.path, 201)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"{self.server.origin}/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests' output is theirs."""


@dataclass(frozen=True)
class Subscriber:
    """A browser with the keys of its subscription."""

    endpoint: str
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    auth: bytes = field(default_factory=lambda: os.urandom(16))

    def as_body(self) -> dict[str, Any]:
        """What its page posts."""
        keys = {"p256dh": to_base64url(self._point), "auth": to_base64url(self.auth)}
        return {"endpoint": self.endpoint, "keys": keys}

    @property
    def _point(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def opened(self, body: bytes) -> dict[str, Any]:
        """The JSON in a message."""
        found: dict[str, Any] = json.loads(self.decrypted(body))
        return found

    def decrypted(self, body: bytes) -> bytes:
        """What a message holds; raises ``InvalidTag`` when it is not for this browser."""
        salt, (size, length) = body[:16], struct.unpack("!IB", body[16:21])
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(body) <= size
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        shared = self.private.exchange(ec.ECDH(), public)

        def derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
            return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)

        info = b"WebPush: info\0" + self._point + sender
        secret = derived(shared, self.auth, info, 32)
        key = derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = derived(secret, salt, b"Content-Encoding: nonce\0", 12)
        padded = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\0")
        assert padded[-1:] == b"\x02"  # the last record
        return padded[:-1]
