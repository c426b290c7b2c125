"""The directory that everything lives in which outlasts a run: data, logs, and generated keys."""

from __future__ import annotations

import fcntl
import os
import secrets
from io import TextIOWrapper
from pathlib import Path

from stack.failures import StackError


class DataDir:
    """A data directory that belongs to one stack at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: TextIOWrapper | None = None

    def claim(self) -> None:
        """Make the directory and lock it.

        Raises:
            StackError: it cannot be written to, or another stack runs in it.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.path / "logs").mkdir(exist_ok=True)
            lock = (self.path / "lock").open("a+")
            (self.path / "logs" / "writable").touch()
            (self.path / "logs" / "writable").unlink()
        except OSError as error:
            raise StackError(f"DATA_DIR {self.path} cannot be used: {error.strerror}") from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            owner = lock.read().strip()
            lock.close()
            raise StackError(f"DATA_DIR {self.path} is in use by process {owner}") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        self._lock = lock

    def release(self) -> None:
        """Let others have it."""
        if self._lock:
            self._lock.close()
            self._lock = None

    def log(self, name: str) -> Path:
        """Where a process writes its output."""
        return self.path / "logs" / f"{name}.log"

    def secret(self, name: str) -> str:
        """A secret of 43 characters, generated when it is first asked for, and kept."""
        file = self.path / name
        if file.exists() and (kept := file.read_text().strip()):
            return kept
        made = secrets.token_urlsafe(32)
        file.touch(mode=0o600)
        file.chmod(0o600)
        file.write_text(made)
        return made

    def set_logs_aside(self, over: int = 0) -> None:
        """Empty the logs of more than `over` bytes; what was in them is kept as `<name>.log.1`.

        Emptied in place: the processes go on writing to the same files.
        """
        for log in (self.path / "logs").glob("*.log"):
            if log.stat().st_size > over:
                log.with_suffix(".log.1").write_bytes(log.read_bytes())
                os.truncate(log, 0)
