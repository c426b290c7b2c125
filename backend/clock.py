"""Time, as something that can be set: whoever needs the time is given a :data:`Clock`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time as an aware datetime in UTC."""


def system_clock() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)


def to_json(moment: datetime) -> str:
    """Write a moment as the contract does: ISO 8601, UTC, with ``Z``, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
