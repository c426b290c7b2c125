"""What is news to a buyer: what happened in a negotiation without their doing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.domain.negotiation import Status


def is_news(role: str, status: str, data: Mapping[str, Any]) -> bool:
    """Whether a message, as it is now, tells the buyer something that they did not do themselves.

    The adviser's finished (or given up) words do, and so does a notice that time ran out. What the
    buyer wrote, pasted in, stopped or decided does not.
    """
    if role == "agent":
        return status in ("complete", "failed")
    return role == "system" and data.get("code") == Status.EXPIRED
