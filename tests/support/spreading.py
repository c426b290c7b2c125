"""Which tests run side by side: a file stays on one worker, and so do files that share servers.

Loaded by `tests.conftest`. Each worker of pytest-xdist has its own Valkey, PostgreSQL, product and
Chromium, started when its first test asks for them; `SHARED` keeps the costly ones few.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadScopeScheduling

SHARED: dict[str, str] = {
    "tests/browser/test_streaming": "product with a model",
    "tests/e2e/test_model_replies": "product with a model",
    "tests/e2e/test_operating": "product with a model",
    "tests/e2e/test_tracing": "product with a model",
    "tests/faults/test_campaign": "product of the campaigns",
    "tests/faults/test_outage": "product of the outage",
    "tests/faults/test_proof": "product that is harmed",
    "tests/faults/": "rig",
}
"""Folders and files by what their tests share; all with the same word run on one worker.

The first place that fits counts.
"""


class BySharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands a worker one file after the other, or all the files of one word."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((SHARED[place] for place in SHARED if file.startswith(place)), file)


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> BySharing:
    """xdist asks for the scheduler; `--dist` is not looked at."""
    config.option.loadscopereorder = False  # the folders' order: the longest come first
    return BySharing(config, log)
