"""Tries a change: its tests are run on a changed copy of the tree, the nearest ones first."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.mutants.change import Change
from tests.mutants.covering import PRODUCT_TESTS, Covering
from tests.mutants.page import PageTests
from tests.mutants.running import Run, run_pytest, run_vitest

LEFT_OUT = shutil.ignore_patterns(
    *(".git", ".venv", "node_modules", "dist", "build", "var", "__pycache__"),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"),
)
IN_PROCESSES = ("backend/sockets/", "worker/")
OF_THE_TABLES = ("tests/integration/storage/test_migrations.py",)
OF_THE_GUARD = (
    "tests/unit/domain/guard/test_as_read.py",
    "tests/unit/llm/test_prompts_as_approved.py",
)
ALSO = {
    "backend/storage/models.py": OF_THE_TABLES,
    "backend/storage/columns.py": OF_THE_TABLES,
    "backend/domain/advice/guard/": OF_THE_GUARD,
}
"""Tests of what is said once, when a module is loaded: no record of their lines leads to them."""
# What the chosen tests took, one after the other, when they were measured.
MOST_SECONDS = 120.0
MOST_TESTS = 400
NEAREST_OF_THE_PAGE = 4


class Outcome(Enum):
    """What became of a change."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    UNTESTED = "no test runs it"

    @property
    def is_killed(self) -> bool:
        """A test that does not end says that something is wrong, too."""
        return self in {Outcome.KILLED, Outcome.TIMED_OUT}


@dataclass(frozen=True)
class Verdict:
    """A change, what became of it, the test files that were run, and the test that was red."""

    change: Change
    outcome: Outcome
    files: tuple[str, ...] = ()
    by: str = ""


class Copy:
    """A copy of the tree, with links to what was installed for it."""

    def __init__(self, root: Path, directory: Path) -> None:
        self.directory = directory
        shutil.copytree(root, directory, ignore=LEFT_OUT, symlinks=True)
        for name in (".venv", "web/dist"):
            if (root / name).exists():
                (directory / name).symlink_to(root / name)
        modules = root / "web" / "node_modules"
        if modules.exists():  # one by one: vite writes beside them
            (directory / "web" / "node_modules").mkdir()
            for module in modules.iterdir():
                if module.name not in {".vite", ".vite-temp"}:
                    (directory / "web" / "node_modules" / module.name).symlink_to(module)

    @contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """With the change, until the block ends."""
        path = self.directory / change.file
        source = path.read_bytes()
        self._write(path, change.applied(source))
        try:
            yield
        finally:
            self._write(path, source)

    def _write(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()  # it is told from the source by size and second alone


class Trial:
    """Knows the tests, and runs them."""

    def __init__(self, covering: Covering, page: PageTests) -> None:
        self._covering = covering
        self._page = page

    def try_out(self, change: Change, copy: Copy) -> Verdict:
        """Run the tests of the change, and if they are green, the next wider ones."""
        files: dict[str, None] = {}
        with copy.changed(change):
            for tests in self._tests(change, copy.directory):
                files.update(dict.fromkeys(test.partition("::")[0] for test in tests))
                run = self._run(change, tests, copy.directory)
                if not run.is_green:
                    outcome = Outcome.TIMED_OUT if run.timed_out else Outcome.KILLED
                    return Verdict(change, outcome, tuple(files), run.red)
        return Verdict(change, Outcome.SURVIVED if files else Outcome.UNTESTED, tuple(files))

    def _run(self, change: Change, tests: list[str], directory: Path) -> Run:
        if change.file.startswith("web/"):
            return run_vitest(directory, tests)
        return run_pytest(directory, tests, [self._covering.seconds.get(one, 60) for one in tests])

    def _tests(self, change: Change, directory: Path) -> Iterator[list[str]]:
        if change.file.startswith("web/"):
            nearest = self._page.nearest(change.file)
            batches = [nearest[:NEAREST_OF_THE_PAGE], nearest[NEAREST_OF_THE_PAGE:][:8]]
        else:
            direct = self._covering.of(change)
            batches = [self._chosen(direct, change.file)]
            if direct:
                wider = self._covering.of_module(change.file) | self._covering.on_postgresql(direct)
                batches.append(self._chosen(wider - direct, change.file))
            batches += [list(also) for place, also in ALSO.items() if change.file.startswith(place)]
            if change.file.startswith(IN_PROCESSES) or not direct:
                batches.append([one for one in PRODUCT_TESTS if (directory / one).exists()])
        yield from filter(None, batches)

    def _chosen(self, tests: Iterable[str], changed: str) -> list[str]:
        """As many as may be run: of each file its fastest, then of each the next, and so on.

        Of files whose path has folders of the changed file's, eight times as many for each.
        """
        seconds = self._covering.seconds
        by_file: dict[str, list[str]] = defaultdict(list)
        for test in sorted(tests, key=lambda one: (seconds.get(one, 0), one)):
            by_file[test.partition("::")[0]].append(test)
        ranked = [
            (rank >> 3 * _folders_of_both(file, changed), test)
            for file, ones in by_file.items()
            for rank, test in enumerate(ones)
        ]
        chosen: list[str] = []
        spent = 0.0
        for _, test in sorted(ranked):
            spent += seconds.get(test, 0)
            if chosen and (spent > MOST_SECONDS or len(chosen) == MOST_TESTS):
                break
            chosen.append(test)
        files = list(dict.fromkeys(test.partition("::")[0] for test in chosen))
        return sorted(chosen, key=lambda one: files.index(one.partition("::")[0]))


def _folders_of_both(file: str, other: str) -> int:
    """`tests/unit/domain/guard/test_text.py`, `backend/domain/advice/guard/text.py`: two."""
    return len(set(Path(file).parent.parts) & set(Path(other).parent.parts))
