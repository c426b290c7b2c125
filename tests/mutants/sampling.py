"""Draws the changes that are tried."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.mutants.change import Change, Shown
from tests.mutants.page import PageTests, page_changes
from tests.mutants.python_changes import changes_of

PYTHON_AREAS = (
    "backend/actions",
    "backend/domain/advice/guard",
    "backend/domain/pricing",
    "backend/llm",
    "backend/realtime",
    "backend/sockets",
    "backend/storage",
    "worker",
)
AREAS = (*PYTHON_AREAS, *(f"web/src/{name}" for name in ("kept", "outbox", "realtime", "state")))
EQUIVALENT = "tests/mutants/equivalent.txt"


def all_changes(root: Path, areas: Iterable[str]) -> tuple[list[Change], PageTests]:
    """Every change that can be made in the areas, in a fixed order, and the page's tests."""
    python: list[Change] = []
    page: list[str] = []
    for area in areas:
        path = root / area
        for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
            file = one.relative_to(root).as_posix()
            if one.suffix == ".py":
                python += changes_of(file, one.read_text())
            elif one.suffix in {".ts", ".tsx"} and ".test." not in one.name:
                page.append(file)
    found, tests = page_changes(root, page)
    return sorted(python + found), tests


def sample(root: Path, changes: Iterable[Change], size: int, seed: int) -> list[Change]:
    """One change each of so many lines, the same ones for the same sources and seed."""
    by_line: dict[tuple[str, int], list[Change]] = defaultdict(list)
    for change in changes:
        by_line[change.file, change.line].append(change)
    chance = random.Random(seed)
    lines = sorted(by_line)
    chance.shuffle(lines)
    drawn: list[Change] = []
    for line in lines:
        possible = [change for change in by_line[line] if _is_code(root, change)]
        if possible and len(drawn) < size:
            drawn.append(chance.choice(possible))
    return drawn


def equivalent(root: Path) -> dict[Shown, str]:
    """The changes that nobody can see, with the reason."""
    path = root / EQUIVALENT
    known: dict[Shown, str] = {}
    for block in path.read_text().split("\n\n") if path.exists() else []:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            reason, file, before, after = lines
            known[Shown(file, before.removeprefix("- "), after.removeprefix("+ "))] = reason
    return known


def _is_code(root: Path, change: Change) -> bool:
    """Whether Python can read it; TypeScript's compiler was asked for each part already."""
    if not change.file.endswith(".py"):
        return True
    try:
        ast.parse(change.applied((root / change.file).read_bytes()))
    except SyntaxError:
        return False
    return True
