"""The envelope of a push message: only the browser that subscribed can open it (RFC 8291)."""

from __future__ import annotations

import os
import struct

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

POINT_BYTES, AUTH_BYTES, SALT_BYTES = 65, 16, 16
RECORD_BYTES = 4096
LAST_RECORD = b"\x02"


def check_keys(p256dh: bytes, auth: bytes) -> None:
    """Raise ``ValueError`` unless these are the keys of a subscription."""
    if len(p256dh) != POINT_BYTES or len(auth) != AUTH_BYTES:
        raise ValueError("the keys of a subscription have 65 and 16 bytes")
    EllipticCurvePublicKey.from_encoded_point(SECP256R1(), p256dh)


def encrypt(
    text: bytes,
    p256dh: bytes,
    auth: bytes,
    *,
    private: EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """The body of a message, in one record of ``aes128gcm``.

    ``private`` and ``salt`` are fresh for each message; they are given only to check examples.

    Raises:
        ValueError: the keys are none, or the text does not fit.
    """
    check_keys(p256dh, auth)
    private = private or generate_private_key(SECP256R1())
    salt = salt or os.urandom(SALT_BYTES)
    ours = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    header = salt + struct.pack("!IB", RECORD_BYTES, len(ours)) + ours
    if len(header) + len(text) + 17 > RECORD_BYTES:
        raise ValueError("too long for a push message")
    theirs = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), p256dh)
    shared = private.exchange(ECDH(), theirs)
    secret = _derived(shared, auth, b"WebPush: info\0" + p256dh + ours, 32)
    key = _derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(secret, salt, b"Content-Encoding: nonce\0", 12)
    return header + AESGCM(key).encrypt(nonce, text + LAST_RECORD, None)


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)
