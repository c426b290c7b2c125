"""Real processes: the bond to the parent, the group, the log."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from stack.process import Process, ProcessSpec, last_line
from tests.support.waiting import wait_for

ROOT = Path(__file__).parents[3]


def spec(tmp_path: Path, *command: str) -> ProcessSpec:
    return ProcessSpec("one", command, tmp_path, tmp_path / "one.log", os.environ)


def read(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def is_gone(pid: int) -> bool:
    """Whether a process ended; one that waits for its parent to notice has ended."""
    status = Path(f"/proc/{pid}/stat")
    if status.parent.parent.exists():
        with suppress(OSError):
            return status.read_text().rpartition(")")[2].split()[0] == "Z"
        return True
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return False
    return True


def test_output_goes_to_the_log_and_the_exit_code_is_told(tmp_path: Path) -> None:
    process = Process(spec(tmp_path, "/bin/sh", "-c", "echo out; echo err >&2; exit 3"))
    assert process.wait(60) == 3
    assert (tmp_path / "one.log").read_text() == "out\nerr\n"
    assert last_line(tmp_path / "one.log") == "err"


def test_a_command_that_does_not_exist_is_one_line_in_the_log(tmp_path: Path) -> None:
    process = Process(spec(tmp_path, "/no/such/program"))
    assert process.wait(60) == 1
    assert (tmp_path / "one.log").read_text() == "/no/such/program: No such file or directory\n"


def test_it_leads_a_group_that_can_be_killed_with_all_it_started(tmp_path: Path) -> None:
    script = "sleep 600 & echo $! > child; echo $$ > self; wait"
    process = Process(spec(tmp_path, "/bin/sh", "-c", script))
    child = int(wait_for(lambda: read(tmp_path / "child")))
    assert process.pid == int(wait_for(lambda: read(tmp_path / "self"))) == os.getpgid(child)
    process.kill_group()
    assert process.wait(60) == -signal.SIGKILL
    wait_for(lambda: is_gone(child), what="the grandchild is gone")


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's own")
def test_it_dies_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.unit.stack.test_process import *\n"
        f"process = Process(spec(Path({str(tmp_path)!r}), 'sleep', '600'))\n"
        "print(process.pid, flush=True); time.sleep(600)"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert not is_gone(child)
        parent.kill()
    wait_for(lambda: is_gone(child), what="the child is gone")


def test_the_last_line_of_a_log_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert last_line(tmp_path / "none.log") == ""


def on_standby(tmp_path: Path) -> Process:
    waits = ("/bin/sh", "-c", "read line && echo began; exit 4")
    return Process(replace(spec(tmp_path, "/bin/false"), standby=waits), on_standby=True)


def test_one_on_standby_begins_when_it_is_told(tmp_path: Path) -> None:
    process = on_standby(tmp_path)
    assert process.exit_code() is None
    process.begin()
    assert process.wait(60) == 4
    assert (tmp_path / "one.log").read_text() == "began\n"


def test_one_that_died_on_standby_can_still_be_told(tmp_path: Path) -> None:
    process = on_standby(tmp_path)
    process.kill_group()
    wait_for(lambda: process.exit_code() is not None, what="it is dead")
    process.begin()
    assert process.wait(60) == -signal.SIGKILL
