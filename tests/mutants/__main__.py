"""``make mutants``: changes lines at random and tells which changes no test has noticed.

``make mutants ARGS="--seed 7 --sample 200 --only backend/actions"``: a line is changed in a copy of
the tree, the tests that run it are run there, and the share that was noticed is printed with the
rest, each as ``file:line``, the line before and after, and the test files that were run.
"""

from __future__ import annotations

import argparse
import os
import queue
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants import covering, running, sampling
from tests.mutants.change import Change, Shown
from tests.mutants.trying import Copy, Outcome, Trial, Verdict

ROOT = Path(__file__).parents[2]
WANTED_SHARE = 0.9


def main() -> int:
    """Print what was found; 1 when less than nine in ten were noticed."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--sample", type=int, default=200, help="so many lines are changed")
    parser.add_argument("--only", action="append", help="a folder or file of the areas")
    parser.add_argument("--minutes", type=float, default=60, help="after these none is begun")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--root", type=Path, default=ROOT, help="another project")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    if given.root == ROOT:
        running.prepare()
    known = sampling.equivalent(given.root)
    changes, page = sampling.all_changes(given.root, given.only or sampling.AREAS)
    drawn = sampling.sample(given.root, changes, given.sample, given.seed)
    worth = [one for one in drawn if shown(given.root, one) not in known]
    is_page = all(one.file.startswith("web/") for one in worth)
    measured = covering.measured(given.root, sampling.PYTHON_AREAS, given.workers, skip=is_page)
    trial = Trial(measured, page)
    verdicts = list(tried(worth, trial, given))
    print(*(told(given.root, one) for one in verdicts if not one.outcome.is_killed), sep="\n\n")
    return summed_up(verdicts, len(drawn) - len(worth), len(worth))


def tried(changes: list[Change], trial: Trial, given: argparse.Namespace) -> Iterator[Verdict]:
    """The verdicts, as they come; several changes are tried at once, each on its own copy."""
    until = time.monotonic() + given.minutes * 60
    copies: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as place,
        ThreadPoolExecutor(given.workers) as pool,
    ):
        for number in range(given.workers):
            copies.put(Copy(given.root, Path(place) / str(number)))

        def one(change: Change) -> Verdict | None:
            if time.monotonic() > until:
                return None
            copy = copies.get()
            try:
                return trial.try_out(change, copy)
            finally:
                copies.put(copy)

        for number, verdict in enumerate(filter(None, pool.map(one, changes)), start=1):
            where = f"{verdict.change.file}:{verdict.change.line}"
            line = f"{number}/{len(changes)} {verdict.outcome.value}: {where} {verdict.by}"
            print(line, file=sys.stderr, flush=True)
            yield verdict


def shown(root: Path, change: Change) -> Shown:
    return change.shown((root / change.file).read_bytes())


def told(root: Path, verdict: Verdict) -> str:
    """A change that nobody noticed, in a few lines."""
    change, seen = verdict.change, shown(root, verdict.change)
    tests = " ".join(verdict.files) or "none"
    return f"{change.file}:{change.line}\n- {seen.before}\n+ {seen.after}\n  tests: {tests}"


def summed_up(verdicts: list[Verdict], equivalent: int, wanted: int) -> int:
    """Print the share; the exit code tells whether it is enough."""
    killed = sum(one.outcome.is_killed for one in verdicts)
    late = sum(one.outcome is Outcome.TIMED_OUT for one in verdicts)
    share = killed / len(verdicts) if verdicts else 0.0
    print(
        f"\n{killed} of {len(verdicts)} changes were noticed ({share:.1%}), {late} of them because"
        f" a test did not end; {equivalent} more that were drawn change nothing"
        f" ({sampling.EQUIVALENT})."
    )
    if len(verdicts) < wanted:
        print(f"{wanted - len(verdicts)} were not tried: the time was over.")
    return 0 if share >= WANTED_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
