"""`make mutants` on a small project: it tells what is tested from what is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stack.layout import ROOT
from tests.mutants.sampling import all_changes, sample
from tests.unit.mutants.project import write_project

AREAS = ["backend/actions"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path / "project")
    return tmp_path / "project"


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The tool, as `make mutants` starts it, on another project."""
    command = [sys.executable, "-m", "tests.mutants", "--root", str(project), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=project.parent, env=environment, capture_output=True, text=True, check=False
    )


def content(project: Path) -> dict[str, bytes]:
    """What is in the project's files, but for what the tool keeps in `build`."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and not {"build", "__pycache__"} & set(path.parts)
    }


def test_what_no_test_notices_is_told(project: Path) -> None:
    before = content(project)
    done = run(project, "--seed", "3", "--sample", "10", "--workers", "2")
    assert done.stdout.startswith("seed 3\n"), done.stderr
    assert "prices.py:2\n" not in done.stdout
    assert "prices.py:6\n- return price + 5\n+ " in done.stdout
    assert "\n  tests: tests/unit/test_prices.py\n" in done.stdout
    assert "prices.py:10\n- return price * 7\n+ " in done.stdout
    assert "\n  tests: none\n" in done.stdout
    assert "1 of 3 changes were noticed (33.3%)" in done.stdout
    assert done.returncode == 1
    assert content(project) == before


def test_what_is_listed_as_changing_nothing_does_not_count(project: Path) -> None:
    (project / "tests" / "mutants").mkdir()
    drawn = sample(project, all_changes(project, AREAS)[0], 3, seed=5)
    source = (project / drawn[0].file).read_bytes()
    listed = [change for change in drawn if change.line != 2]
    blocks = [f"nobody can see it\n{change.shown(source).block}\n" for change in listed]
    (project / "tests" / "mutants" / "equivalent.txt").write_text(
        "# reasons\n\n" + "\n".join(blocks)
    )
    done = run(project, "--seed", "5", "--sample", "3")
    assert "1 of 1 changes were noticed (100.0%)" in done.stdout, done.stderr
    assert "2 more that were drawn change nothing" in done.stdout
    assert done.returncode == 0


def test_a_seed_draws_the_same_changes_again(project: Path) -> None:
    changes, _ = all_changes(project, AREAS)
    assert sample(project, changes, 2, seed=7) == sample(project, changes, 2, seed=7)
    draws = {tuple(sample(project, changes, 2, seed=seed)) for seed in range(20)}
    assert len(draws) > 5
    assert all(len({change.line for change in draw}) == 2 for draw in draws)
