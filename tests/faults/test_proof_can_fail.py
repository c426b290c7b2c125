"""The proof can fail: what it would have to notice is done on purpose, and it does notice.

Clients do not pull here, so that nothing repairs what was dropped.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.buyer import Manner
from tests.faults.campaign import Campaign, run
from tests.faults.checker import Kind
from tests.faults.product import ROOT, ProductOptions, running_product

SABOTAGE = Path(__file__).parent / "sabotage"


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("harm", "kind"),
    [("", None), ("drop one emit", "diverged"), ("run one task twice", "doubled")],
    ids=["no harm", "one emit dropped", "one task run twice"],
)
def test_the_checker_reports_what_was_harmed(tmp_path: Path, harm: str, kind: Kind | None) -> None:
    campaign = Campaign(
        name=harm or "no harm",
        seed=5,
        buyers=2,
        rounds=0,
        manner=Manner(pause=1.0, tabs=1, sync_seconds=1.0, pulls=False),
    )
    environment = {"FAULTS_SABOTAGE": harm, "PYTHONPATH": f"{SABOTAGE}{os.pathsep}{ROOT}"}
    options = ProductOptions(
        gateways=1, workers=1, trouble=0.0, word_delay_ms=5.0, lease=15.0, environment=environment
    )
    with running_product(tmp_path, options) as product:
        report = run(campaign, product)
    print(f"\n{report.table()}")
    kinds = {violation.kind for violation in report.violations}
    if kind is None:
        assert kinds == set()
    else:
        assert kind in kinds  # one harm may break other promises too
