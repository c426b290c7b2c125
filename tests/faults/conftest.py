"""One rig for all tests that look at one fault at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.rig import Rig, running_rig


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    with running_rig(tmp_path_factory.mktemp("rig")) as rig:
        yield rig


@pytest.fixture
def rig(running: Rig) -> Iterator[Rig]:
    """The rig, with everything up before and after."""
    running.stack.wait_ready(120)
    yield running
    running.model.released.set()
    running.stack.wait_ready(120)
