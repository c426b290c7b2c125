"""One process of the stack: what to run, and the handle on it while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

END_WITH_PARENT = Path(__file__).with_name("end_with_parent.py")
TAIL_BYTES = 8_192


@dataclass(frozen=True)
class ProcessSpec:
    """What to run. Processes of a higher `stage` need those of the lower ones."""

    name: str
    command: tuple[str, ...]
    directory: Path
    log: Path
    environment: Mapping[str, str] = field(repr=False)
    stage: int = 1
    later: bool = False  # can wait until the others are ready
    user: str = ""  # for root: the user to become
    standby: tuple[str, ...] = ()  # the command that does nothing but get ready, until `begin`
    spare: bool = False  # another one stands by while this one works, to take over at once


class Process:
    """A running process in a session (and so a process group) of its own.

    It gets no terminal's Ctrl-C, writes to its log file, and dies with the thread that started it.
    """

    def __init__(self, spec: ProcessSpec, *, on_standby: bool = False) -> None:
        parent = str(os.getpid())
        bound = (sys.executable, "-I", "-S", str(END_WITH_PARENT), parent, spec.user)
        with spec.log.open("ab") as log:
            self._popen = subprocess.Popen(
                (*bound, *(spec.standby if on_standby else spec.command)),
                cwd=spec.directory,
                env=dict(spec.environment),
                stdin=subprocess.PIPE if on_standby else subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.spec = spec

    @property
    def pid(self) -> int:
        """The process id, which is also the id of its group."""
        return self._popen.pid

    def exit_code(self) -> int | None:
        """The exit code (negative: the signal that ended it), or None while it runs."""
        return self._popen.poll()

    def begin(self) -> None:
        """Let a process on standby begin its work; nothing happens when it has ended."""
        if self._popen.stdin:
            with suppress(BrokenPipeError):
                self._popen.stdin.write(b"\n")
                self._popen.stdin.close()

    def send(self, signal_number: int) -> None:
        """Signal this process alone; nothing happens when it has ended."""
        self._popen.send_signal(signal_number)

    def kill_group(self) -> None:
        """Kill the process and everything it started that stayed in its group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code.

        Raises:
            subprocess.TimeoutExpired: it still runs after `timeout` seconds.
        """
        code = self._popen.wait(timeout)
        if self._popen.stdin:
            with suppress(BrokenPipeError):
                self._popen.stdin.close()
        return code


def last_line(log: Path) -> str:
    """The last line of a log that has anything in it, for a message about its process."""
    try:
        with log.open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - TAIL_BYTES))
            lines = stream.read().decode(errors="replace").split("\n")
    except OSError:
        return ""
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
