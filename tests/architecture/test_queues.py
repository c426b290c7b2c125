"""Every queue has a consumer, every task is known on both sides."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from backend import queueing
from stack.data_dir import DataDir
from stack.layout import ROOT
from stack.plan import StackOptions, make_plan
from tests.support.stacks import stack_options

TASK_NAME = re.compile(r"[a-z]+\.[a-z_]+")

TELL_TASKS = """
import json
from importlib import import_module
from backend.queueing import QUEUES
from worker.app import app
app.loader.import_default_modules()
for queue in QUEUES:
    import_module(f"worker.tasks.{queue}")
told = {
    "tasks": sorted(name for name in app.tasks if not name.startswith("celery.")),
    "queues": sorted(queue.name for queue in app.conf.task_queues),
    "scheduled": {e["task"]: e["options"]["queue"] for e in app.conf.beat_schedule.values()},
}
print(json.dumps(told))
"""


def consumed(commands: list[str]) -> set[str]:
    """The queues that the workers among these command lines consume."""
    queues: set[str] = set()
    for command in commands:
        named = re.search(r"\bworker\b.* -Q (\S+)", command)
        queues |= set(named.group(1).split(",")) if named else set()
    return queues


def task_names() -> set[str]:
    """The names of tasks in `backend.queueing`: its upper-case constants with a dot."""
    values = [value for name, value in vars(queueing).items() if name.isupper()]
    return {value for value in values if isinstance(value, str) and TASK_NAME.fullmatch(value)}


@pytest.fixture(scope="module")
def worker() -> dict[str, object]:
    """What a worker process knows."""
    environment = {
        "DATABASE_URL": "sqlite://",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SECRET_KEY": "a key for tests, long enough to sign",
    }
    done = subprocess.run(
        [sys.executable, "-c", TELL_TASKS],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_the_procfile_consumes_every_queue(worker: dict[str, object]) -> None:
    commands = (ROOT / "Procfile").read_text().splitlines()
    lines = [line for line in commands if not line.startswith("#")]
    assert sorted(consumed(lines)) == worker["queues"] == sorted(queueing.QUEUES)


def test_the_stack_consumes_every_queue(tmp_path: Path) -> None:
    options: StackOptions = stack_options(tmp_path)
    data = DataDir(tmp_path)
    data.claim()
    plan = make_plan(options, data)
    data.release()
    commands = [" ".join(spec.command) for spec in plan.specs]
    assert consumed(commands) == set(queueing.QUEUES)


def test_replies_have_workers_of_their_own() -> None:
    for line in (ROOT / "Procfile").read_text().splitlines():
        queues = consumed([line])
        assert queueing.REPLIES not in queues or queues == {queueing.REPLIES}


def test_the_worker_registers_every_task_and_no_other(worker: dict[str, object]) -> None:
    assert worker["tasks"] == sorted(task_names())
    assert len(task_names()) >= 5


def test_every_task_belongs_to_a_queue(worker: dict[str, object]) -> None:
    assert {queueing.queue_of(task) for task in task_names()} == set(queueing.QUEUES)
    scheduled = worker["scheduled"]
    assert isinstance(scheduled, dict)
    for task, queue in scheduled.items():
        assert task in task_names()
        assert queue == queueing.queue_of(task)
