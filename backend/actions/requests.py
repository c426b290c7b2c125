"""What a write needs to know of its request, and how a repeated one is recognised."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.domain.errors import ClientIdReused, RateLimited
from backend.throttling import ADMITTED, Admission


@dataclass(frozen=True)
class Author:
    """Who writes, within which limit, by which request (its id goes through all logs)."""

    user_id: UUID
    request_id: str
    admission: Admission = ADMITTED

    def check_admitted(self) -> None:
        """Raise :class:`RateLimited` for one call too many.

        Called after repeats are recognised: repeating a call must never be refused.
        """
        if not self.admission.allowed:
            raise RateLimited(self.admission.retry_after)


def request_hash(route: str, body: dict[str, Any]) -> str:
    """A fingerprint of a call: its route and its validated body, ``client_id`` apart."""
    content = {key: value for key, value in body.items() if key != "client_id"}
    text = json.dumps([route, content], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def check_repeats(kept_hash: str | None, new_hash: str) -> None:
    """Raise :class:`ClientIdReused` unless both calls are the same."""
    if kept_hash != new_hash:
        raise ClientIdReused
