"""What a failed test leaves: a folder by its name with all that one needs to understand it.

A pytest plugin, loaded by `tests.conftest`. The folder holds the failure, the end of every log that
a server of this worker wrote, and whatever the test's own witnesses put there: a browser its
screenshots and its trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stack.layout import ROOT

FAILURES = ROOT / "build" / "failures"
LOG_BYTES = 1_000_000
SERVED = "evidence"
"""The property of a report that names its folder."""

Witness = Callable[[Path], None]
"""Puts into a folder what it knows."""

_witnesses: list[Witness] = []


@contextmanager
def witnessed(witness: Witness) -> Iterator[None]:
    """Ask the witness if the test fails inside the block."""
    _witnesses.append(witness)
    try:
        yield
    finally:
        _witnesses.remove(witness)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """While everything still runs: fixtures are torn down after this."""
    report = yield
    if report.failed:
        folder = FAILURES / re.sub(r"[^\w.-]+", "-", item.nodeid)[:150]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{report.when}.txt").write_text(f"{item.nodeid}\n\n{report.longreprtext}\n")
        _keep_logs(item.config, folder)
        for witness in _witnesses:
            try:
                witness(folder)
            except Exception as error:  # noqa: BLE001  it may be what failed
                (folder / "witness-failed.txt").write_text(repr(error))
        report.user_properties.append((SERVED, str(folder)))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the folders."""
    reports = [*terminalreporter.getreports("failed"), *terminalreporter.getreports("error")]
    folders = [dict(getattr(report, "user_properties", ())).get(SERVED) for report in reports]
    if any(folders):
        terminalreporter.section("what failed tests left")
        for folder in sorted({str(folder) for folder in folders if folder}):
            terminalreporter.write_line(folder)


def _keep_logs(config: pytest.Config, folder: Path) -> None:
    """The end of each log below this worker's temporary directory."""
    factory = config._tmp_path_factory  # type: ignore[attr-defined] # it has no other name
    base = factory.getbasetemp()
    for log in sorted(base.rglob("*.log")):
        kept = folder / "logs" / str(log.relative_to(base)).replace("/", "-")
        kept.parent.mkdir(exist_ok=True)
        with log.open("rb") as read:
            read.seek(max(0, log.stat().st_size - LOG_BYTES))
            kept.write_bytes(read.read())
