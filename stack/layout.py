"""What the stack consists of: the command of every process, and the environment they share."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from stack.data_dir import DataDir
from stack.process import ProcessSpec

ROOT = Path(__file__).resolve().parent.parent
GATEWAY = (sys.executable, "wsgi.py")
CELERY = (sys.executable, "-m", "worker")
MIGRATE = (sys.executable, "-m", "alembic", "upgrade", "head")

WORDS = {
    "wsgi.py": "gateway",
    "replies@%h": "worker",
    "batch@%h": "batch",
    "upkeep@%h": "upkeep",
    "beat": "beat",
    "flower": "flower",
}
"""What a process is by a word of its command."""


@dataclass(frozen=True)
class Layout:
    """How many of what, and where.

    The commands are those of the Procfile, with `python -m worker` for `celery -A worker.app`.
    """

    data: DataDir
    environment: Mapping[str, str] = field(repr=False)
    gateway_ports: tuple[int, ...]
    workers: int = 1
    flower_port: int | None = None  # None: without Flower
    spare: bool = False  # a second process for each gateway, ready to take over

    def specs(self) -> Iterator[ProcessSpec]:
        """The gateways and workers first, then what nobody waits for: upkeep, beat, Flower."""
        ports = self.gateway_ports
        for name, port in zip(numbered("gateway", len(ports)), ports, strict=True):
            yield replace(
                self._spec(name, GATEWAY),
                environment={**self.environment, "PORT": str(port)},
                standby=(*GATEWAY, "--standby"),
                spare=self.spare,
            )
        for name in numbered("worker", self.workers):
            node = name.replace("worker", "replies")
            yield self._spec(name, (*CELERY, "worker", *pool(8, "replies", node)))
        for queue in ("batch", "upkeep"):
            yield self._spec(queue, (*CELERY, "worker", *pool(2, queue, queue)), later=True)
        schedule = self.data.path / "celerybeat-schedule"
        yield self._spec("beat", (*CELERY, "beat", "-s", str(schedule)), later=True)
        if self.flower_port is not None:
            address = (f"--port={self.flower_port}", "--address=127.0.0.1")
            yield self._spec("flower", (*CELERY, "flower", *address), later=True)

    def _spec(self, name: str, command: tuple[str, ...], *, later: bool = False) -> ProcessSpec:
        return ProcessSpec(
            name=name,
            command=command,
            directory=ROOT,
            log=self.data.log(name),
            environment=self.environment,
            later=later,
        )


def numbered(name: str, count: int) -> list[str]:
    """The name itself for one, `name-1`, `name-2` … for several."""
    return [name] if count == 1 else [f"{name}-{number}" for number in range(1, count + 1)]


def pool(threads: int, queues: str, node: str) -> tuple[str, ...]:
    """The options of a Celery worker. It does not ask others how they are before it is ready."""
    alone = ("--without-mingle", "--without-gossip")
    return ("-P", "threads", "-c", str(threads), "-Q", queues, "-n", f"{node}@%h", "-E", *alone)


def name_of(command: Sequence[str]) -> str | None:
    """What a running command is, without its number; None where it is none of the layout's."""
    return next((name for word, name in WORDS.items() if word in command), None)
