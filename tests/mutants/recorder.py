"""A pytest plugin that notes which test runs which lines of the code that is changed.

`covering` loads it by ``-p tests.mutants.recorder``, and says by `MUTANTS_MAP` where to write: a
file of coverage.py's for each process, with a test's id as context, and the tests as JSON lines.
What runs before the first test, the imports, has no context. Tests on PostgreSQL are left out: the
same ones run on SQLite, and faster.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

DIRECTORY = Path(os.environ["MUTANTS_MAP"])
# Begun here, before pytest imports what is measured.
MEASURED = coverage.Coverage(data_file=str(DIRECTORY / "lines"), config_file=DIRECTORY / "settings")
MEASURED.start()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [item for item in items if "postgresql" not in item.nodeid]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    MEASURED.switch_context(item.nodeid)
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Each process of pytest-xdist notes its own; the one that hands out the tests, all again."""
    with (DIRECTORY / f"tests-{os.getpid()}").open("a") as notes:
        noted = {"id": report.nodeid, "seconds": report.duration, "failed": report.failed}
        notes.write(json.dumps(noted) + "\n")


def pytest_unconfigure() -> None:
    MEASURED.stop()
    MEASURED.save()
