"""How a test tells a worker what harm to do: by a file, and there it learns that it was done."""

from __future__ import annotations

import os
from pathlib import Path

ORDERS = "FAULTS_SABOTAGE"
"""The variable that names the file."""
DONE = "done"


def is_ordered(harm: str) -> bool:
    """Whether this harm is to be done, and nobody has done it yet."""
    file = _file()
    return file.exists() and file.read_text() == harm


def report_done() -> None:
    """Tell that it was done."""
    _file().write_text(DONE)


def _file() -> Path:
    return Path(os.environ[ORDERS])
