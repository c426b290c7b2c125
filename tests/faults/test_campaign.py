"""The five promises under faults: a small part of what ``make faults`` runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.buyer import Manner
from tests.faults.campaign import Campaign, run
from tests.faults.faults import Severity
from tests.faults.product import ProductOptions, running_product

SEED = int(os.environ.get("SEED", "20261122"))
BUYERS = int(os.environ.get("FAULTS_BUYERS", "12"))


@pytest.mark.long
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("postgres", [False, True], ids=["sqlite", "postgresql"])
def test_nothing_is_lost_doubled_or_disordered(tmp_path: Path, postgres: bool) -> None:
    name = "PostgreSQL" if postgres else "SQLite"
    campaign = Campaign(
        name=f"{BUYERS} buyers on {name}",
        seed=SEED,
        buyers=BUYERS,
        rounds=1,
        manner=Manner(pause=3.0, tabs=1),
        severity=Severity(outage=4.0, cut=1.0),
    )
    with running_product(tmp_path, ProductOptions(postgres=postgres, seed=SEED)) as product:
        report = run(campaign, product)
    print(f"\n{report.table()}")
    assert report.violations == []
    assert report.is_good
    assert report.messages > 0
    assert report.posted_while_away > 0
