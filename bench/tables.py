"""Percentiles, and the table that is printed."""

from __future__ import annotations

import math
from collections.abc import Sequence

MISSING = "-"


def percentile(seconds: Sequence[float], percent: float, missing: int = 0) -> float:
    """The nearest-rank percentile; what is ``missing`` counts as later than everything else."""
    ordered = sorted(seconds)
    rank = max(1, math.ceil((len(ordered) + missing) * percent / 100))
    return ordered[rank - 1] if rank <= len(ordered) else math.inf


def milliseconds(seconds: float) -> str:
    """A latency for the table."""
    if math.isinf(seconds):
        return "never"
    return f"{seconds * 1000:.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"


def ratio(ours: float, peers: float) -> str:
    """How many times the peer's figure."""
    if not peers or math.isinf(ours) or math.isinf(peers):
        return MISSING
    return f"{ours / peers:.1f}x"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as needed, the first to the left, the others to the right."""
    widths = [max(len(row[index]) for row in (head, *rows)) for index in range(len(head))]

    def line(row: Sequence[str]) -> str:
        first, *others = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        return "  ".join(cells).rstrip()

    return "\n".join([line(head), "  ".join("-" * width for width in widths), *map(line, rows)])
