"""What a run took: failures named at once, the time of each part, the ten slowest tests.

A pytest plugin, loaded by `tests.conftest`. With `TALLY` set to a path, a run leaves its numbers
there as JSON instead, for `python -m tests`, which tells them at the very end.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

SLOWEST = 10


@dataclass
class Tally:
    """Seconds by test (set-up and tear-down with it), and how many ended how."""

    seconds: dict[str, float] = field(default_factory=dict)
    outcomes: dict[str, int] = field(default_factory=dict)
    long: list[str] = field(default_factory=list)
    wall_seconds: float = 0.0

    def lines(self) -> Iterable[str]:
        """The slowest tests, then the parts: folders below `tests`, by the time spent in them."""
        yield f"The {SLOWEST} slowest tests:"
        for name, seconds in _largest(self.seconds)[:SLOWEST]:
            yield f"  {seconds:7.2f} s  {name}"
        parts: dict[str, list[float]] = {}
        for name, seconds in self.seconds.items():
            parts.setdefault(part_of(name), []).append(seconds)
        yield "The time of each part, its workers' times added up:"
        for name, seconds in _largest({name: sum(parts[name]) for name in parts}):
            yield f"  {seconds:7.1f} s  {name} ({len(parts[name])} tests)"
        for name, lane in self._lanes().items():
            yield f"  {sum(lane):7.1f} s  {name} lane ({len(lane)} tests)"
        yield f"By the clock:\n  {self.wall_seconds:7.1f} s  all tests"

    def _lanes(self) -> dict[str, list[float]]:
        long = set(self.long)
        walks = [seconds for name, seconds in self.seconds.items() if name in long]
        others = [seconds for name, seconds in self.seconds.items() if name not in long]
        return {"fast": others, "long": walks}

    def closing(self) -> str:
        """How many passed, failed and were skipped, as one line."""
        counted = self.outcomes.get
        failed = counted("failed", 0) + counted("error", 0)
        return f"{counted('passed', 0)} passed, {failed} failed, {counted('skipped', 0)} skipped"

    @classmethod
    def read(cls, path: Path) -> Tally:
        """What a run left; nothing where it did not get so far."""
        return cls(**json.loads(path.read_text())) if path.exists() else cls()


def part_of(name: str) -> str:
    """The part that a test belongs to: `tests/unit/llm/test_call.py::test_a` → `unit/llm`."""
    folders = name.partition("::")[0].split("/")[1:-1]
    return "/".join(folders[:2])


def _largest(numbers: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(numbers.items(), key=lambda each: -each[1])


class Recorder:
    """Listens to a run, in the process that reports it."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._tally = Tally()
        self._began = time.monotonic()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid
        self._tally.seconds[name] = self._tally.seconds.get(name, 0.0) + report.duration
        if report.when == "setup" and "long" in report.keywords:
            self._tally.long.append(name)
        outcome = self._outcome(report)
        if outcome:
            self._tally.outcomes[outcome] = self._tally.outcomes.get(outcome, 0) + 1
        if report.failed:
            self._say(f"FAILED {name} ({report.when})")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        self._tally.wall_seconds = time.monotonic() - self._began
        if path := os.environ.get("TALLY"):
            Path(path).write_text(json.dumps(asdict(self._tally)))
        elif len(self._tally.seconds) > 1:
            terminalreporter.section("what it took")
            for line in self._tally.lines():
                terminalreporter.write_line(line)

    def _outcome(self, report: pytest.TestReport) -> str:
        if report.when == "call" or (report.when == "setup" and report.skipped):
            return str(report.outcome)
        return "error" if report.failed else ""

    def _say(self, line: str) -> None:
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if isinstance(terminal, pytest.TerminalReporter):
            terminal.ensure_newline()
            terminal.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    """Record where reports come together: not in xdist's workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config), "tally")
