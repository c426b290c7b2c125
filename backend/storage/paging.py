"""Pages of keys: databases bound how many rows one query can name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key")

KEYS_AT_ONCE = 200


def pages(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys, as many at once as a query may name."""
    for start in range(0, len(keys), KEYS_AT_ONCE):
        yield keys[start : start + KEYS_AT_ONCE]
