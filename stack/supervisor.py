"""Keeps processes running: who is wanted and not there is started, again and again.

The supervisor belongs to one thread: that one calls `tick` and `stop`, and so starts every process
(a process dies with the thread that started it, see `end_with_parent`). Other threads may call the
rest.
"""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from stack.process import Process, ProcessSpec, last_line

# Before the first restart, the second, … of a process that keeps dying soon after its start. The
# last value is for all further ones: it is below 2 s, so that whatever died is back within 2 s.
DELAYS = (0.0, 0.25, 0.5, 1.0, 1.5)
SOON_SECONDS = 5.0
STANDBY_AFTER_SECONDS = 3.0  # a start is not to be slowed by what may never be needed
KILLED_SECONDS = 2.0  # a process that was killed with -9 is gone by then


class Running(Protocol):
    """What the supervisor needs of a process."""

    @property
    def pid(self) -> int: ...
    def exit_code(self) -> int | None: ...
    def begin(self) -> None: ...
    def send(self, signal_number: int) -> None: ...
    def kill_group(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class Spawn(Protocol):
    """Starts a process, to work or to stand by."""

    def __call__(self, spec: ProcessSpec, *, on_standby: bool = False) -> Running: ...


@dataclass(frozen=True)
class Clock:
    """What the supervisor knows of time; tests bring their own."""

    now: Callable[[], float]
    sleep: Callable[[float], None]


SYSTEM_CLOCK = Clock(time.monotonic, time.sleep)


@dataclass
class _Child:
    spec: ProcessSpec
    process: Running | None = None
    standby: Running | None = None
    standby_at: float = 0.0
    wanted: bool = False
    prepared: bool = False
    started_at: float = 0.0
    start_at: float = 0.0
    died_at: float | None = None
    early_deaths: int = 0


class Supervisor:
    """Runs the processes of `specs`; `report` is told, in a line each, what dies and comes back."""

    def __init__(
        self,
        specs: Iterable[ProcessSpec],
        report: Callable[[str], None],
        *,
        spawn: Spawn = Process,
        restart: bool = True,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._children = {spec.name: _Child(spec) for spec in specs}
        self._report = report
        self._spawn = spawn
        self._restart = restart
        self._clock = clock
        self._lock = threading.RLock()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all processes, in the order given."""
        return tuple(self._children)

    def want(self, name: str, wanted: bool = True) -> None:
        """Have a process running from the next tick on, or leave it down when it has died."""
        with self._lock:
            child = self._children[name]
            child.wanted = wanted
            child.start_at = 0.0

    def prepare(self, name: str) -> None:
        """Have a process that can stand by do so from the next tick on, until it is wanted."""
        with self._lock:
            self._children[name].prepared = True

    def pid_of(self, name: str) -> int | None:
        """The process id, or None while the process is down."""
        with self._lock:
            process = self._children[name].process
            return process.pid if process and process.exit_code() is None else None

    def send(self, name: str, signal_number: int) -> None:
        """Signal a process. One that is down gets nothing."""
        with self._lock:
            process = self._children[name].process
            if process:
                process.send(signal_number)

    def early_deaths(self, name: str) -> int:
        """How often in a row the process died, each time soon after its start."""
        return self._children[name].early_deaths

    def tick(self) -> None:
        """Notice who died, and start who is wanted and due."""
        with self._lock:
            for child in self._children.values():
                if child.process and (code := child.process.exit_code()) is not None:
                    self._bury(child, child.process, code)
                if child.wanted and not child.process and self._clock.now() >= child.start_at:
                    self._start(child)
                if child.prepared or (child.wanted and child.process and child.spec.spare):
                    self._stand_by(child)

    def stop(self, grace: Callable[[int], float], hurry: Callable[[], bool]) -> None:
        """Stop all processes, the highest stage first, and return when none is left.

        Each stage gets SIGTERM and `grace(stage)` seconds, then SIGKILL; `hurry` cuts that short.
        """
        with self._lock:
            for child in self._children.values():
                child.wanted = child.prepared = False
            stages = {child.spec.stage for child in self._children.values()}
            for stage in sorted(stages, reverse=True):
                self._stop_stage(stage, grace(stage), hurry)

    def _stop_stage(self, stage: int, seconds: float, hurry: Callable[[], bool]) -> None:
        children = [child for child in self._children.values() if child.spec.stage == stage]
        for child in children:
            if child.standby:  # it has no work to finish
                _kill(child.standby)
                child.standby = None
        running = {child.spec.name: child.process for child in children if child.process}
        for process in running.values():
            process.send(signal.SIGTERM)
            process.send(signal.SIGCONT)  # a stopped process would not notice
        deadline = self._clock.now() + seconds
        while any(process.exit_code() is None for process in running.values()):
            if hurry() or self._clock.now() >= deadline:
                break
            self._clock.sleep(0.02)
        for name, process in running.items():
            if process.exit_code() is None and not hurry():
                self._report(f"{name} did not stop within {seconds:g} s; killed")
            _kill(process)
        for child in children:
            child.process = None

    def _start(self, child: _Child) -> None:
        now = self._clock.now()
        try:
            child.process = self._successor(child)
        except OSError as error:  # no memory or no process left to have, for the moment
            self._report(f"{child.spec.name} cannot be started: {error.strerror}")
            child.start_at = now + DELAYS[-1]
            return
        child.prepared = False
        child.started_at = now
        child.standby_at = now + STANDBY_AFTER_SECONDS
        if child.died_at is not None:
            after = now - child.died_at
            self._report(f"{child.spec.name} is back after {after:.1f} s, pid {child.process.pid}")

    def _successor(self, child: _Child) -> Running:
        """The process on standby, or a new one."""
        standby, child.standby = child.standby, None
        if standby and standby.exit_code() is None:
            standby.begin()
            return standby
        if standby:
            _kill(standby)
        return self._spawn(child.spec)

    def _stand_by(self, child: _Child) -> None:
        """Have a process on standby; beside a working one, once that has had time to start."""
        now = self._clock.now()
        if child.standby and child.standby.exit_code() is not None:
            _kill(child.standby)
            child.standby = None
            child.standby_at = now + STANDBY_AFTER_SECONDS
        if not child.standby and now >= child.standby_at:
            try:
                child.standby = self._spawn(child.spec, on_standby=True)
            except OSError:  # what works goes on working without it
                child.standby_at = now + STANDBY_AFTER_SECONDS

    def _bury(self, child: _Child, process: Running, code: int) -> None:
        process.kill_group()  # what it may have started itself
        now = self._clock.now()
        child.process = None
        child.died_at = now
        if now - child.started_at >= SOON_SECONDS:
            child.early_deaths = 0
        child.start_at = now + DELAYS[min(child.early_deaths, len(DELAYS) - 1)]
        child.early_deaths += 1
        child.wanted = child.wanted and self._restart
        self._report(f"{child.spec.name} {_cause(child.spec, code)}")


def _kill(process: Running) -> None:
    process.kill_group()
    with suppress(subprocess.TimeoutExpired):
        process.wait(KILLED_SECONDS)


def _cause(spec: ProcessSpec, code: int) -> str:
    if code < 0:
        return f"died of {signal.Signals(-code).name}"
    return f"ended with exit code {code}: {last_line(spec.log)}"
