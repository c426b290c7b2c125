"""The key by which push services know this product (VAPID, RFC 8292)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.push import base64url

KEY_BYTES = 32
LASTS = timedelta(hours=12)
"""How long a signature is good for; push services refuse more than a day."""


@dataclass(frozen=True)
class VapidKey:
    """A key pair. ``public`` is what browsers are given, in base64url."""

    public: str
    _private: EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key of a private number, 32 bytes in base64url.

        Raises:
            ValueError: it is none.
        """
        secret = base64url.decode(text)
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a VAPID key has {KEY_BYTES} bytes, in base64url")
        private = derive_private_key(int.from_bytes(secret), SECP256R1())
        point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return cls(base64url.encode(point), private)

    def authorization(self, endpoint: str, subject: str, now: datetime) -> str:
        """The header that signs a message to ``endpoint``; ``subject`` is whom to write to."""
        parts = urlsplit(endpoint)
        claims = {
            "aud": f"{parts.scheme}://{parts.netloc}",
            "exp": int((now + LASTS).timestamp()),
            "sub": subject,
        }
        token = jwt.encode(claims, self._private, algorithm="ES256")
        return f"vapid t={token}, k={self.public}"
