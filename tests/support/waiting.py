"""Waiting for a condition instead of for a length of time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def wait_for(
    condition: Callable[[], Found | None],
    timeout: float = 120.0,
    *,
    what: str = "",
    every: float = 0.02,
) -> Found:
    """Ask `condition` until its answer is truthy, and return that answer.

    Raises:
        TimeoutError: it was not within `timeout` seconds, which is long: a busy machine is slow,
            and who waits less proves no more. `what` says what was awaited.
    """
    deadline = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {timeout:g} s: {what or condition}")
        time.sleep(every)
