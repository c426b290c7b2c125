"""What a draft for the dealer is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How it is going to be sent, by the buyer."""

    EMAIL = "email"
    TEXT = "text"


class Tone(StrEnum):
    """How it sounds."""

    FIRM = "firm"
    FRIENDLY = "friendly"
    SHORT = "short"


class Purpose(StrEnum):
    """What it is to do. Follows from the brief, never from anybody's text."""

    OPEN = "open"
    HOLD = "hold"
    RAISE = "raise"
    LOWER = "lower"
    CLOSE = "close"
    WAIT = "wait"
    LEAVE = "leave"


@dataclass(frozen=True)
class DealerDraft:
    """Words that the buyer may copy. ``subject`` is for e-mails only."""

    subject: str | None
    text: str
