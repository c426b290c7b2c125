"""How soon the product is ready, and what it holds when nobody uses it: ``make run``, ten times.

Reads ``/proc``: on Linux only.
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import psutil

from bench.servers import ServerError
from bench.tables import table
from stack.layout import ROOT, name_of
from stack.ports import free_port

STARTS = 10
WORKERS = ("worker", "batch", "upkeep")
READY_SECONDS = 120.0
STOP_SECONDS = 20.0
REST_SECONDS = 20.0
"""From the last worker's readiness until the memory is read: the spare gateway has come by then."""

HOW = """\
How it was measured: "ready" is the time from the call of `make run` until its line "ready:", a
worker's that from the start of its process until its log says that it is ready; "CPU" is what all
processes have used until that line, on all cores together. The first of {starts} starts makes the
data directory, and is left out. The memory is each process's proportional share (PSS), {rest:g} s
after the last start; nobody has used the product."""


def measure_starts() -> Iterator[str]:
    """The tables, and how they came about."""
    starts: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        for _ in range(STARTS):
            with _running(Path(place)) as make:
                starts.append(_one_start(make, Path(place, "logs")))
                if len(starts) == STARTS:
                    time.sleep(REST_SECONDS)
                    held = [(_name(each), _megabytes(each)) for each in _family(make)]
    rows = []
    for what in starts[0]:
        seconds = sorted(start[what] for start in starts[1:])
        figures = (seconds[0], statistics.median(seconds), seconds[-1])
        rows.append((what, *(f"{figure:.2f}" for figure in figures)))
    yield table(("seconds", "least", "median", "most"), rows)
    held.append(("all", sum(share for _, share in held)))
    yield table(("megabytes", "PSS"), [(name, f"{share:.1f}") for name, share in held])
    yield HOW.format(starts=STARTS, rest=REST_SECONDS)


@contextmanager
def _running(directory: Path) -> Iterator[subprocess.Popen[str]]:
    ports = {"PORT": str(free_port()), "FLOWER_PORT": str(free_port())}
    with subprocess.Popen(
        ("make", "-s", "run"),  # noqa: S607  as a person calls it
        cwd=ROOT,
        env={**os.environ, **ports, "DATA_DIR": str(directory)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as make:
        try:
            yield make
        finally:
            os.killpg(make.pid, signal.SIGTERM)
            make.communicate(timeout=STOP_SECONDS)


def _one_start(make: subprocess.Popen[str], logs: Path) -> dict[str, float]:
    """The seconds until each part was ready."""
    began, lines = time.monotonic(), [""]
    assert make.stdout  # noqa: S101  a pipe, as it was asked for
    while not lines[-1].startswith("ready: "):
        lines.append(make.stdout.readline())
        if not lines[-1]:
            raise ServerError(f"make run ended: {''.join(lines[-3:])}")
    took = {"ready": time.monotonic() - began, "CPU": sum(map(_cpu_seconds, _family(make)))}
    deadline = time.monotonic() + READY_SECONDS
    for worker in WORKERS:
        while (ready_at := _ready_at(logs / f"{worker}.log")) is None:
            if time.monotonic() > deadline:
                raise ServerError(f"{worker} did not get ready")
            time.sleep(0.05)
        [process] = [each for each in _family(make) if _name(each) == worker]
        took[worker] = ready_at - _began_at(process)
    return took


def _ready_at(log: Path) -> float | None:
    """When a worker said that it is ready, in seconds of the epoch; None before."""
    for line in log.read_text().splitlines() if log.exists() else ():
        if ' ready."' in line:
            return datetime.fromisoformat(json.loads(line)["timestamp"]).timestamp()
    return None


def _family(make: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(make.pid).children(recursive=True)


def _name(process: psutil.Process) -> str:
    command = process.cmdline()
    return name_of(command) or ("supervisor" if "stack" in command else process.name())


def _cpu_seconds(process: psutil.Process) -> float:
    """Of a process and of the children that it has waited for."""
    return sum(process.cpu_times()[:4])


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_full_info().pss) / 1024**2


def _began_at(process: psutil.Process) -> float:
    """In seconds of the epoch, counted from now: the machine's start is told in whole seconds."""
    ticks = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[19]
    up_for = float(Path("/proc/uptime").read_text().split()[0])
    return time.time() - up_for + int(ticks) / os.sysconf("SC_CLK_TCK")
