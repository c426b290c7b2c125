"""Which tests run a line: measured once for a state of the sources, and kept in `build/mutants`."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import coverage

from tests.mutants.change import Change

TESTED_IN_PROCESS = ("tests/unit", "tests/integration", "tests/architecture")
# What runs in the processes of the product alone is tried by those who talk to a running one.
OF_THE_PRODUCT = ("calls", "connecting", "activity", "ending_logins", "replies", "operating")
PRODUCT_TESTS = tuple(f"tests/e2e/test_{name}.py" for name in OF_THE_PRODUCT)
SETTINGS = """\
[run]
parallel = true
relative_files = true
include =
    {include}
"""


def measured(root: Path, areas: Iterable[str], workers: int) -> Covering:
    """Run all tests of the processes themselves, unless that was done for these sources."""
    areas = sorted(areas)
    directory = root / "build" / "mutants" / _digest(root, areas)
    if not (directory / "lines").exists():
        _measure(root, directory, areas, workers)
    return Covering(root, directory)


class Covering:
    """What was measured."""

    def __init__(self, root: Path, directory: Path) -> None:
        self._root = root
        self._data = coverage.CoverageData(str(directory / "lines"))
        self._data.read()
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()
        for notes in directory.glob("tests-*"):
            seconds: dict[str, float] = defaultdict(float)
            for line in notes.read_text().splitlines():
                note = json.loads(line)
                seconds[note["id"]] += note["seconds"]
                if note["failed"]:
                    self.failed.add(note["id"])
            self.seconds.update(seconds)

    def of(self, change: Change) -> set[str]:
        """The tests that run the change; those of its module, if importing it runs it."""
        lines = self._lines(change.file)
        found: set[str] = set()
        for line in range(change.first, change.last + 1):
            found.update(lines.get(line, ()))
        if change.at_import or "" in found:
            return self.of_module(change.file)
        return self._sound(found)

    def of_module(self, file: str) -> set[str]:
        """The tests that run any line of a file; where it has none, of the files that import it."""
        seen, wanted = {file}, [file]
        while wanted:
            found = {
                test for one in wanted for tests in self._lines(one).values() for test in tests
            }
            if tests := self._sound(found):
                return tests
            wanted = [other for one in wanted for other in self._importers.get(one, ())]
            wanted = [other for other in dict.fromkeys(wanted) if other not in seen]
            seen.update(wanted)
        return set()

    def on_postgresql(self, tests: Iterable[str]) -> set[str]:
        """The same tests on the other database, where they have been seen there."""
        return {test.replace("sqlite", "postgresql") for test in tests} & self._elsewhere

    def _sound(self, found: set[str]) -> set[str]:
        return found - self.failed - {""}

    def _lines(self, file: str) -> dict[int, list[str]]:
        return self._data.contexts_by_lineno(file)

    @cached_property
    def _importers(self) -> dict[str, list[str]]:
        importers: dict[str, list[str]] = defaultdict(list)
        for path in sorted(
            [*self._root.glob("backend/**/*.py"), *self._root.glob("worker/**/*.py")]
        ):
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.ImportFrom) and node.module:
                    names = [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
                    for file in filter(None, map(self._file, names)):
                        importers[file].append(path.relative_to(self._root).as_posix())
        return importers

    def _file(self, module: str) -> str | None:
        stem = module.replace(".", "/")
        candidates = (f"{stem}.py", f"{stem}/__init__.py")
        return next((one for one in candidates if (self._root / one).is_file()), None)


def _measure(root: Path, directory: Path, areas: Iterable[str], workers: int) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for old in directory.iterdir():
        old.unlink()
    include = "\n    ".join(f"{area}/*" for area in areas)
    (directory / "settings").write_text(SETTINGS.format(include=include))
    print("Measuring which tests run which lines.", file=sys.stderr)
    tests = [name for name in TESTED_IN_PROCESS if (root / name).is_dir()]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutants.recorder"]
    command += ["-p", "no:cacheprovider", "-n", str(workers), "--dist", "loadfile", *tests]
    subprocess.run(
        command, cwd=root, env={**os.environ, "MUTANTS_MAP": str(directory)}, check=False, stdout=2
    )
    measured = coverage.Coverage(data_file=str(directory / "lines"), config_file=False)
    measured.combine([str(directory)])
    measured.save()


def _digest(root: Path, areas: Iterable[str]) -> str:
    content = hashlib.sha256("\n".join(areas).encode())
    for part in ("backend", "worker", "tests"):
        for path in sorted((root / part).rglob("*.py")):
            content.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]
