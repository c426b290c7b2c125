"""The proof can fail: what it would have to notice is done on purpose, and it does notice.

Clients do not pull here, so that nothing repairs what was dropped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.faults.buyer import Manner
from tests.faults.campaign import Campaign, run
from tests.faults.checker import Kind
from tests.faults.product import ROOT, Product, ProductOptions, running_product
from tests.faults.sabotage.orders import DONE, ORDERS
from tests.support.waiting import wait_for

SABOTAGE = Path(__file__).parent / "sabotage"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which the worker reads what harm it is to do."""
    return tmp_path_factory.mktemp("sabotage") / "orders"


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory, orders: Path) -> Iterator[Product]:
    """A product whose worker does harm to order."""
    environment = {ORDERS: str(orders), "PYTHONPATH": f"{SABOTAGE}{os.pathsep}{ROOT}"}
    options = ProductOptions(
        gateways=1, workers=1, trouble=0.0, word_delay_ms=5.0, lease=600.0, environment=environment
    )
    with running_product(tmp_path_factory.mktemp("harmed"), options) as running:
        yield running


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("harm", "kind"),
    [("", None), ("drop one emit", "diverged"), ("run one task twice", "doubled")],
    ids=["no harm", "one emit dropped", "one task run twice"],
)
def test_the_checker_reports_what_was_harmed(
    product: Product, orders: Path, harm: str, kind: Kind | None
) -> None:
    campaign = Campaign(
        name=harm or "no harm",
        seed=5,
        buyers=2,
        rounds=0,
        manner=Manner(pause=1.0, tabs=1, sync_seconds=1.0, pulls=False),
        is_sabotaged=bool(harm),
    )

    def do_harm(names: Iterable[str]) -> Iterable[str]:
        """Once the buyers have come and act."""
        orders.write_text(harm or DONE)
        wait_for(lambda: orders.read_text() == DONE, what=harm)
        return names

    report = run(campaign, product, do_harm)
    print(f"\n{report.table()}")
    kinds = {violation.kind for violation in report.violations}
    if kind is None:
        assert kinds == set()
    else:
        assert kind in kinds  # one harm may break other promises too
