"""The Procfile's Celery processes by its own lines: each loads what it works with, and no more.

Real processes, since what they import is decided by their options: Python itself tells the imports.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stack.layout import ROOT
from stack.ports import free_port
from stack.process import Process, ProcessSpec
from tests.support.waiting import wait_for

LINES = dict(
    line.split(": ", 1)
    for line in (ROOT / "Procfile").read_text().splitlines()
    if not line.startswith("#")
)
IMPORTED = re.compile(r"^import '([\w.]+)' #", re.MULTILINE)
READY = re.compile(r"@\S+ ready\.|beat: Starting\.\.\.|Visit me at http")

LANGCHAIN = {"langchain", "langchain_core", "langsmith"}
MODELS = {*LANGCHAIN, "backend.llm.adviser"}
MODEL = {"ADVISER_MODEL": "openai:test", "OPENAI_API_KEY": "for tests"}
DATABASE = {"sqlalchemy", "backend.storage.engine"}
ADVICE = {"backend.domain.advice.heard", "backend.domain.advice.guard"}


@contextmanager
def started(line: str, directory: Path, **environment: str) -> Iterator[tuple[Process, Path]]:
    """A process of the Procfile, and the log in which it tells of itself and its imports."""
    log = directory / "log"
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    needed = {
        "PATH": programs,
        "PYTHONVERBOSE": "1",
        "DATABASE_URL": "sqlite://",
        "SECRET_KEY": "a key for tests, long enough to sign",
        "DATA_DIR": str(directory),
        "FLOWER_BASIC_AUTH": "me:secret",
        "FLOWER_PORT": str(free_port()),
    }
    spec = ProcessSpec("it", ("/bin/sh", "-c", line), ROOT, log, {**needed, **environment})
    process = Process(spec)
    try:
        yield process, log
    finally:
        process.kill_group()
        process.wait(120)


def imported_when_ready(process: Process, log: Path) -> set[str]:
    """The modules that were imported before it said that it is ready."""

    def told() -> str:
        return log.read_text() if process.exit_code() is None else "ended"

    def ready() -> re.Match[str] | None:
        return READY.search(told())

    said = wait_for(ready, what="it is ready")
    return set(IMPORTED.findall(said.string[: said.start()]))


@pytest.mark.parametrize("name", ["batch", "beat", "flower"])
def test_who_schedules_shows_or_waits_for_the_night_holds_neither_models_nor_database(
    tmp_path: Path, valkey_url: str, name: str
) -> None:
    with started(LINES[name], tmp_path, REDIS_URL=valkey_url) as (process, log):
        loaded = imported_when_ready(process, log)
    assert "worker.app" in loaded
    assert not loaded & (MODELS | DATABASE | ADVICE)


def test_upkeep_holds_the_database_and_no_models(tmp_path: Path, valkey_url: str) -> None:
    with started(LINES["upkeep"], tmp_path, REDIS_URL=valkey_url) as (process, log):
        loaded = imported_when_ready(process, log)
    assert loaded >= DATABASE
    assert not loaded & (MODELS | ADVICE)


def test_replies_hold_their_models_before_they_are_ready(tmp_path: Path, valkey_url: str) -> None:
    with started(LINES["worker"], tmp_path, REDIS_URL=valkey_url, **MODEL) as (process, log):
        loaded = imported_when_ready(process, log)
        process.send(signal.SIGTERM)
        assert process.wait(120) == 0
    assert loaded >= MODELS | DATABASE | ADVICE | {"langchain_openai"}


def test_replies_by_the_playbook_hold_no_langchain(tmp_path: Path, valkey_url: str) -> None:
    with started(LINES["worker"], tmp_path, REDIS_URL=valkey_url) as (process, log):
        loaded = imported_when_ready(process, log)
    assert loaded >= DATABASE | {"backend.llm.adviser", "backend.domain.advice.playbook"}
    assert not loaded & LANGCHAIN


def test_a_worker_that_cannot_import_its_tasks_ends(tmp_path: Path) -> None:
    (tmp_path / "langchain_core.py").write_text("raise ImportError('it is broken')")
    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    broken = {"REDIS_URL": nowhere, "PYTHONPATH": str(tmp_path)}
    with started(LINES["worker"], tmp_path, **broken, **MODEL) as (process, log):
        assert process.wait(120) != 0
        assert "it is broken" in log.read_text()
