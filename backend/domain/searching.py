"""Finding a negotiation by words: what is looked through, and how both sides are folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from backend.domain.negotiation import Status
from backend.domain.vehicle import Vehicle

MAX_WORDS = 8


@dataclass(frozen=True)
class Selection:
    """Which negotiations are wanted: those of a status, with all of the (folded) words."""

    status: Status | None = None
    words: Sequence[str] = ()


def folded(text: str) -> str:
    """Without case, accents and punctuation: ``citroen`` finds ``Citroën``, ``f150`` ``F-150``.

    Folded here rather than by the database, so that every database finds the same.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not _is_dropped(letter)).casefold()


def _is_dropped(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter).startswith("P")


def search_text(vehicle: Vehicle, label: str | None) -> str:
    """What a search looks through: year, make, model and trim of the car, and the label."""
    parts = (str(vehicle.year), vehicle.make, vehicle.model, vehicle.trim, label)
    return folded(" ".join(part for part in parts if part))


def search_words(typed: str) -> Sequence[str]:
    """The words that must all be found, each once and folded."""
    return tuple(dict.fromkeys(folded(typed).split()))
