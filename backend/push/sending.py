"""Hands messages to push services. For the worker alone: the gateway never waits for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

import httpx
import structlog

from backend.clock import Clock
from backend.push.encryption import encrypt
from backend.push.vapid import VapidKey

Outcome = Literal["sent", "gone", "failed"]

CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 5.0
PAUSE_SECONDS = 30.0
"""How long a service that failed is left alone: nobody else waits for it meanwhile."""

KEPT_SECONDS = 4 * 3600
"""How long a service keeps a message for a browser that is off."""

GONE = {404, 410}

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Address:
    """Where a browser is reached, and the keys that it opens messages with."""

    endpoint: str = field(repr=False)
    p256dh: bytes = field(repr=False)
    auth: bytes = field(repr=False)


class PushSender:
    """Sends, within time-outs. ``topic``: a newer message takes the place of one that waits."""

    def __init__(self, key: VapidKey, subject: str, clock: Clock) -> None:
        self._key = key
        self._subject = subject
        self._clock = clock
        timeout = httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)
        # Redirects lead to addresses that nobody has checked.
        self._client = httpx.Client(timeout=timeout, follow_redirects=False)
        self._paused_until: dict[str, float] = {}

    def send(self, address: Address, text: bytes, topic: str, now: datetime) -> Outcome:
        """Send one message; ``gone`` means that the browser will never be reached there again."""
        host = urlsplit(address.endpoint).netloc
        if self._clock.monotonic() < self._paused_until.get(host, 0.0):
            return "failed"
        headers = {
            "Authorization": self._key.authorization(address.endpoint, self._subject, now),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEPT_SECONDS),
            "Topic": topic,
            "Urgency": "normal",
        }
        body = encrypt(text, address.p256dh, address.auth)
        try:
            with self._client.stream(
                "POST", address.endpoint, content=body, headers=headers
            ) as got:
                status = got.status_code
        except httpx.HTTPError as error:
            self._pause(host)
            _log.warning("push_failed", service=host, error=type(error).__name__)
            return "failed"
        if status in GONE:
            return "gone"
        if status == 429 or status >= 500:
            self._pause(host)
        if not 200 <= status < 300:
            _log.warning("push_failed", service=host, status=status)
            return "failed"
        return "sent"

    def _pause(self, host: str) -> None:
        self._paused_until[host] = self._clock.monotonic() + PAUSE_SECONDS
