"""The product under test: real processes, a flaky model server, proxies before the gateways."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from stack.plan import StackOptions
from stack.ports import free_port, refusal
from stack.process import Process, ProcessSpec
from stack.running import Stack
from tests.faults.proxy import Proxy
from tests.support.postgres import PostgresServer
from tests.support.stacks import ENVIRONMENT
from tests.support.waiting import wait_for

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class ProductOptions:
    """What is run. ``lease`` is in seconds; ``trouble`` is the share of bad model answers."""

    postgres: bool = False
    gateways: int = 2
    workers: int = 3
    seed: int = 1
    lease: float = 3.0
    trouble: float = 0.15
    word_delay_ms: float = 30.0
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Product:
    """Everything that runs, for those who use it and those who harm it."""

    options: ProductOptions
    stack: Stack
    proxies: list[Proxy]
    postgres: PostgresServer | None
    posts: Callable[[], int] = field(default=lambda: 0)
    """How many posts of buyers were accepted so far, where there are any buyers."""

    @property
    def base_urls(self) -> list[str]:
        """The gateways, as clients reach them: through their proxies."""
        return [proxy.base_url for proxy in self.proxies]

    @property
    def gateways(self) -> list[str]:
        return [name for name in self.stack.names if name.startswith("gateway")]

    @property
    def workers(self) -> list[str]:
        return [name for name in self.stack.names if name.startswith("worker")]

    def heal(self) -> None:
        """Undo what outlasts a fault, and wait until everything is up."""
        for proxy in self.proxies:
            proxy.heal()
        self.stack.wait_ready(180)
        wait_for(lambda: all(map(self.stack.pid_of, self.stack.names)), what="all are up")


@contextmanager
def running_product(directory: Path, options: ProductOptions) -> Iterator[Product]:
    """Everything, ready; nothing of it remains afterwards."""
    with ExitStack() as parts:
        model_port = parts.enter_context(flaky_model(directory, options))
        postgres = None
        if options.postgres:
            postgres = PostgresServer(directory / "postgres")
            postgres.start()
            parts.callback(postgres.stop)
        stack = Stack(
            StackOptions(
                data_dir=directory / "data",
                gateway_ports=(0,) * options.gateways,
                workers=options.workers,
                database_url=postgres.url() if postgres else "",
                environment={
                    **ENVIRONMENT,
                    **model_environment(model_port),
                    "LEASE_SECONDS": str(options.lease),
                    "ACCESS_TOKEN_SECONDS": "7200",
                    **options.environment,
                },
                report=lambda _line: None,  # deaths are wanted here
            )
        )
        parts.enter_context(stack)
        proxies = [parts.enter_context(Proxy(port)) for port in stack.plan.gateway_ports]
        yield Product(options, stack, proxies, postgres)


def model_environment(port: int) -> dict[str, str]:
    """The settings with which workers ask the model server on ``port``, and give up soon."""
    return {
        "ADVISER_MODEL": "openai:test-model",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1",
        "OPENAI_API_KEY": "none-is-needed",
        "MODEL_FIRST_TOKEN_SECONDS": "3",
        "MODEL_TOKEN_SECONDS": "3",
        "MODEL_TOTAL_SECONDS": "20",
    }


@contextmanager
def flaky_model(directory: Path, options: ProductOptions) -> Iterator[int]:
    """A flaky model server in a process of its own; its port."""
    port = free_port()
    arguments = ("--port", str(port), "--seed", str(options.seed))
    harm = ("--trouble", str(options.trouble), "--word-delay-ms", str(options.word_delay_ms))
    command = (sys.executable, "-m", "tests.faults.flaky_model", *arguments, *harm)
    directory.mkdir(parents=True, exist_ok=True)
    process = Process(ProcessSpec("model", command, ROOT, directory / "model.log", os.environ))
    try:
        wait_for(lambda: refusal(port), what="the model server listens")
        yield port
    finally:
        process.kill_group()
        process.wait(120)


def pause(seconds: float) -> None:
    """Let a fault last: its length is part of what is tested."""
    threading.Event().wait(seconds)
