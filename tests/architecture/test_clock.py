"""Time is told by the clock that everything is given, and by nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from stack.layout import ROOT

OF_THE_MACHINE = {
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "sleep", "gmtime"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
}
EDGES = {
    "backend/clock.py": {"time.monotonic", "time.sleep", "datetime.now"},
    "backend/api/metrics.py": {"time.perf_counter"},  # what a request took of the machine
    "backend/throttling.py": {"time.time"},  # `limits` tells the end of a window by it
}
MODULES = sorted(path for name in ("backend", "worker") for path in (ROOT / name).rglob("*.py"))


def times_in(tree: ast.AST) -> Iterator[str]:
    """What a module reads of the machine's time, by name, e.g. ``time.sleep``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if node.attr in OF_THE_MACHINE.get(owner, ()):
                yield f"{owner}.{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"time.{name.name}" for name in node.names)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("time.sleep(1)", ["time.sleep"]),
        ("def f(now=time.monotonic): ...", ["time.monotonic"]),
        ("datetime.datetime.now(UTC)", ["datetime.now"]),
        ("date.today()", ["date.today"]),
        ("from time import perf_counter, sleep", ["time.perf_counter", "time.sleep"]),
        ("clock.monotonic(); services.clock(); socketio.sleep(1)", []),
    ],
)
def test_it_is_found_where_it_is_read(code: str, found: list[str]) -> None:
    assert list(times_in(ast.parse(code))) == found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_reads_the_machines_time(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    assert set(times_in(ast.parse(path.read_text()))) <= EDGES.get(name, set())


def test_the_edges_read_it() -> None:
    """An edge that does not is none any more."""
    for name, read in EDGES.items():
        assert set(times_in(ast.parse((ROOT / name).read_text()))) == read
