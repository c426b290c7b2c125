"""Valkey goes away and comes back: posts are answered meanwhile, and everybody catches up soon."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.buyer import Manner
from tests.faults.campaign import Campaign, run
from tests.faults.faults import Severity
from tests.faults.product import ProductOptions, running_product

OUTAGE = float(os.environ.get("FAULTS_OUTAGE", "8"))
NEVER = 1e9
"""Nobody asks whether they are behind: it is the product that catches them up."""


@pytest.mark.long
@pytest.mark.timeout(900)
def test_after_an_outage_of_valkey_everybody_catches_up(tmp_path: Path) -> None:
    campaign = Campaign(
        name=f"Valkey away for {OUTAGE:g} s",
        seed=1,
        buyers=5,
        only=("Valkey away",),
        calm=0.0,
        manner=Manner(pause=max(2.0, OUTAGE / 10), tabs=2, sync_seconds=NEVER),
        severity=Severity(outage=OUTAGE),
    )
    quick = ProductOptions(trouble=0.0, word_delay_ms=2.0, workers=2, lease=15.0)
    with running_product(tmp_path, quick) as product:
        workers = {name: product.stack.pid_of(name) for name in product.workers}
        report = run(campaign, product)
        assert {name: product.stack.pid_of(name) for name in product.workers} == workers
    print(f"\n{report.table()}")
    assert report.violations == []
    assert report.posted_while_away > 0
    assert len(report.converged_after) == report.clients
