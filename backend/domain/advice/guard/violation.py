"""What can be wrong with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a sentence may not be shown. The codes are for logs and metrics."""

    UNKNOWN_FIGURE = "unknown_figure"
    DEALER_FIGURE = "dealer_figure"  # only the dealer named it, and the sentence does not say so
    MISNAMED_FIGURE = "misnamed_figure"  # a known figure, said to be another one
    OVER_CAP = "over_cap"
    ACCEPTS = "accepts"  # advises a yes to what is not worth it
    MIDDLE = "middle"
    COMMITS = "commits"
    SECRET = "secret"  # noqa: S105  a code
    FOR_DEALER = "for_dealer"
    LINK = "link"
    MARKUP = "markup"
    HIDDEN = "hidden"
    FOREIGN = "foreign"
    LEAK = "leak"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Violation:
    """Why a sentence may not be shown, and the words that are the matter (never for logs)."""

    reason: Reason
    found: str
