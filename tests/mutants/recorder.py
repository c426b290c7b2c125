"""Notes which test runs which lines of the code that is changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

POSTGRESQL = "postgresql"


@dataclass(frozen=True)
class Recording:
    """Where to write: coverage.py's data into `lines`, the tests as JSON lines into `tests`."""

    directory: Path
    include: tuple[str, ...]


class Recorder:
    """A plugin of pytest. It begins at once: what runs before the first test has no context.

    Tests on PostgreSQL are named but not run: the same ones run on SQLite, and faster.
    """

    def __init__(self, recording: Recording) -> None:
        self._notes = (recording.directory / "tests").open("w")
        self._coverage = coverage.Coverage(
            data_file=str(recording.directory / "lines"),
            config_file=False,
            include=list(recording.include),
        )
        self._coverage.set_option("run:relative_files", True)
        self._coverage.start()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if POSTGRESQL in item.nodeid:
                self._note(id=item.nodeid, elsewhere=True)
        items[:] = [item for item in items if POSTGRESQL not in item.nodeid]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(id=report.nodeid, seconds=report.duration, failed=report.failed)

    def pytest_unconfigure(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        self._notes.close()

    def _note(self, **noted: str | float) -> None:
        self._notes.write(json.dumps(noted) + "\n")
