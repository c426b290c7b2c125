"""Which tests run side by side: a file stays on one worker, and so do files that share servers.

Loaded by `tests.conftest`. Each worker of pytest-xdist has its own Valkey, PostgreSQL, product and
Chromium, started when its first test asks for them; `SHARED` keeps the costly ones few.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadScopeScheduling

SHARED: dict[str, str] = {
    "tests/browser/test_streaming": "product with a model",
    "tests/e2e/test_logs": "product with a model",
    "tests/e2e/test_model_replies": "product with a model",
    "tests/e2e/test_operating": "product with a model",
    "tests/e2e/test_tracing": "product with a model",
    "tests/faults/test_outage": "product of the outage",
    "tests/faults/test_proof": "product that is harmed",
    "tests/faults/": "rig",
}
"""Folders and files by what their tests share; all with the same word run on one worker.

The first place that fits counts.
"""


LONGEST: tuple[str, ...] = (
    "tests/faults/test_campaign",
    "tests/browser/test_every_state",
    "tests/unit/actions/test_any_order",
)
"""Files whose single tests take longest: each test may run on any worker, and they begin first, so
that the last ones to end are short.
"""


class BySharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands a worker one file after the other, or all the files of one word."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(LONGEST):
            return nodeid
        file = nodeid.partition("::")[0]
        return next((SHARED[place] for place in SHARED if file.startswith(place)), file)

    def _reschedule(self, node: object) -> None:
        # A worker needs to know the test after the one that it runs, and no more: what is handed
        # out early waits behind a long one while others have nothing to do.
        if node.shutting_down or self._pending_of(self.assigned_work[node]) <= 1:  # type: ignore[attr-defined]
            super()._reschedule(node)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fast lane first, and of each lane the longest; all others keep their order."""

    def rank(item: pytest.Item) -> tuple[bool, int]:
        places = (rank for rank, place in enumerate(LONGEST) if item.nodeid.startswith(place))
        return item.get_closest_marker("long") is not None, next(places, len(LONGEST))

    items.sort(key=rank)


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> BySharing:
    """xdist asks for the scheduler; `--dist` is not looked at."""
    config.option.loadscopereorder = False  # the order of the items stays
    return BySharing(config, log)
