"""What to make of a topic, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.advice.wording import Wordings


@dataclass(frozen=True)
class Counsel:
    """``tells`` is for the buyer; ``says`` are words for the dealer."""

    tells: Wordings
    says: Wordings
