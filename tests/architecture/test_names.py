"""No two modules have one name for different things: who reads a name knows what it is about."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path, PurePosixPath

from stack.layout import ROOT

PACKAGES = ("backend", "worker", "stack", "demo", "bench")

SAME = {
    "__init__": "Python's own word for a package",
    "__main__": "Python's own word for what a package runs",
    "app": "what a process of the gateway's, or of the workers', is made of",
    "settings": "what its program reads from the environment",
    "failures": "what can go wrong in its part",
    "objects": "the contract's objects: their schemas, and the rows as them",
    "negotiations": "a buyer's negotiations: their rows, and their routes",
    "notifications": "telling a buyer who does not look: what it says, and its routes",
    "replies": "the replies: their rows, and their tasks",
    "demo": "the demo buyer that `make run` offers: what is done, and its route",
    "dealer_reading": "what a dealer's message holds: reading it, and measuring that",
    "opening": "the opening of a negotiation, and the advice and the words for it",
    "language": "what a reader of texts has to know of a language",
    "numbers": "finding numbers in a text, as its reader wants them",
    "sentences": "cutting a text into sentences, as its reader wants them",
}
"""Names that several modules have, and the one meaning that they have there."""

ADVICE = "backend/domain/advice"
PARALLEL = (
    # What is heard of a subject, what the playbook says to it, and in which words.
    (f"{ADVICE}/heard", f"{ADVICE}/playbook", f"{ADVICE}/playbook/words"),
    # What an advice is about, and the words for it.
    (ADVICE, f"{ADVICE}/playbook/words"),
    # One language each.
    ("backend/domain/dealer_reading/english", "backend/domain/dealer_reading/spanish"),
    (f"{ADVICE}/guard/languages", f"{ADVICE}/heard"),
)
"""Rooms that are built alike: a name says the same in each of them."""


def modules(root: Path) -> dict[str, list[PurePosixPath]]:
    """The modules by their names."""
    found = defaultdict(list)
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            found[path.stem].append(PurePosixPath(path.relative_to(root).as_posix()))
    return found


def shared(root: Path) -> dict[str, list[PurePosixPath]]:
    """The names that modules share which are not in rooms built alike."""
    names = {}
    for name, paths in modules(root).items():
        rooms = {str(path.parent) for path in paths}
        is_alike = any(rooms <= set(alike) for alike in PARALLEL)
        if len(paths) > 1 and not is_alike:
            names[name] = paths
    return names


def test_a_name_has_one_meaning() -> None:
    unexplained = {name: paths for name, paths in shared(ROOT).items() if name not in SAME}
    assert not unexplained, "rename one, or say in SAME what both are"


def test_every_reason_is_needed() -> None:
    assert not SAME.keys() - shared(ROOT).keys()


def test_a_second_meaning_is_found(tmp_path: Path) -> None:
    for folder in ("stack", "backend/storage", f"{ADVICE}/heard", f"{ADVICE}/playbook"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("stack/rows.py", "backend/storage/rows.py"):
        (tmp_path / file).touch()
    for room in ("heard", "playbook"):
        (tmp_path / ADVICE / room / "damage.py").touch()
    assert list(shared(tmp_path)) == ["rows"]
