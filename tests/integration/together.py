"""Doing things at the same moment, from many threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def together(actions: Sequence[Callable[[], Result]]) -> list[Result | Exception]:
    """Run all of ``actions`` from one starting line; what each returned or raised, in order."""
    line = threading.Barrier(len(actions))

    def run(action: Callable[[], Result]) -> Result | Exception:
        line.wait(30)
        try:
            return action()
        except Exception as error:  # noqa: BLE001  handed to the test, which expects it or fails
            return error

    with ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))
