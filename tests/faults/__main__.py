"""``make faults``: the whole proof, with a progress bar and the page of results at the end.

``python -m tests.faults --buyers 200 --rounds 3 --seed 7`` runs it on SQLite, then on PostgreSQL.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tqdm import tqdm

from tests.faults import faults
from tests.faults.buyer import Manner
from tests.faults.campaign import Campaign, run
from tests.faults.faults import Severity
from tests.faults.product import ProductOptions, running_product
from tests.faults.report import Report

OUTAGE_SECONDS = 60.0


def main() -> int:
    """Run it; the exit code is 1 when a promise was broken."""
    given = parsed()
    databases = ["SQLite", "PostgreSQL"] if given.database == "both" else [given.database]
    is_good = True
    for name in databases:
        report = campaign(name, given)
        print(report.table(), end="\n\n", flush=True)
        is_good &= report.is_good
    return 0 if is_good else 1


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--buyers", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="how often each fault is injected")
    parser.add_argument("--only", action="append", default=[], choices=list(faults.ALL))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=30.0, help="seconds between a buyer's acts")
    parser.add_argument("--calm", type=float, default=5.0, help="seconds between faults")
    parser.add_argument("--outage", type=float, default=OUTAGE_SECONDS, help="seconds, of Valkey")
    parser.add_argument("--database", choices=["both", "SQLite", "PostgreSQL"], default="both")
    return parser.parse_args()


def campaign(database: str, given: argparse.Namespace) -> Report:
    """One campaign on one database."""

    def track(names: Iterable[str]) -> Iterable[str]:
        bar = tqdm(list(names), unit="fault", desc=database, file=sys.stderr)
        for name in bar:
            bar.set_postfix_str(name)
            yield name

    wanted = Campaign(
        name=f"{given.buyers} buyers on {database}",
        seed=given.seed,
        buyers=given.buyers,
        rounds=given.rounds,
        only=tuple(given.only),
        calm=given.calm,
        manner=Manner(pause=given.pause, tabs=2, sync_seconds=30.0),
        severity=Severity(outage=given.outage, cut=3.0),
    )
    is_postgres = database == "PostgreSQL"
    with tempfile.TemporaryDirectory(prefix="faults-") as directory:
        options = ProductOptions(postgres=is_postgres, seed=given.seed)
        with running_product(Path(directory) / "product", options) as product:
            return run(wanted, product, track)


if __name__ == "__main__":
    sys.exit(main())
