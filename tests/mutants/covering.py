"""Which tests run a line: measured once for a state of the sources, and kept in `build/mutants`."""

from __future__ import annotations

import ast
import hashlib
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import coverage

from tests.mutants.change import Change
from tests.mutants.recorder import Recording
from tests.mutants.running import record

TESTED_IN_PROCESS = ("tests/unit", "tests/integration", "tests/architecture")
# What runs in the processes of the product alone is tried by those who talk to a running one.
OF_THE_PRODUCT = ("calls", "connecting", "activity", "ending_logins", "replies", "operating")
PRODUCT_TESTS = tuple(f"tests/e2e/test_{name}.py" for name in OF_THE_PRODUCT)
BELONGS_TO_ALL = ("backend", "worker", "tests/support", "tests/conftest.py")


def measured(root: Path, areas: Iterable[str], workers: int, *, skip: bool = False) -> Covering:
    """Run the tests, but those of files whose measure for these sources is there already."""
    if skip:
        return Covering(root, [])
    include = tuple(f"{area}/*" for area in areas)
    common = _digest(root, [path for name in BELONGS_TO_ALL for path in _python(root / name)])
    measures: dict[str, Path] = {}
    for path in [path for name in TESTED_IN_PROCESS for path in _python(root / name)]:
        if path.name.startswith("test_"):
            own = _digest(root, [path])
            directory = root / "build" / "mutants" / f"{common}-{own}"
            measures[path.relative_to(root).as_posix()] = directory
    wanted = [(file, directory) for file, directory in measures.items() if not directory.exists()]
    begun = []
    if wanted:
        print(f"Measuring which lines {len(wanted)} test files run.", file=sys.stderr, flush=True)
    with ThreadPoolExecutor(workers) as pool:
        for file, directory in wanted:
            begun.append(pool.submit(_measure, root, file, directory, include))
    for one in begun:
        one.result()
    return Covering(root, list(measures.values()))


class Covering:
    """What was measured."""

    def __init__(self, root: Path, directories: Iterable[Path]) -> None:
        self._root = root
        self._data = coverage.CoverageData(no_disk=True)
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()
        self._elsewhere: set[str] = set()
        for directory in directories:
            if (directory / "lines").exists():
                data = coverage.CoverageData(str(directory / "lines"))
                data.read()
                self._data.update(data)
            for line in (directory / "tests").read_text().splitlines():
                self._take(json.loads(line))

    def _take(self, note: dict[str, Any]) -> None:
        if "elsewhere" in note:
            self._elsewhere.add(note["id"])
            return
        self.seconds[note["id"]] += note["seconds"]
        if note["failed"]:
            self.failed.add(note["id"])

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


def _measure(root: Path, file: str, directory: Path, include: tuple[str, ...]) -> None:
    draft = directory.with_name(f"{directory.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    (draft / "printed").write_text(record(root, file, Recording(draft, include)))
    print(f"  {file}", file=sys.stderr, flush=True)
    draft.replace(directory)


def _python(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _digest(root: Path, paths: Iterable[Path]) -> str:
    content = hashlib.sha256()
    for path in paths:
        if path.exists():
            content.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]
