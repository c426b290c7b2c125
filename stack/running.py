"""The whole stack as one object: for `make run`, and for tests and benches that need all of it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import NoReturn

from stack import probes
from stack.data_dir import DataDir
from stack.failures import CancelledError, NotReadyError, StackError
from stack.layout import MIGRATE, ROOT
from stack.plan import Plan, StackOptions, make_plan
from stack.process import Process, ProcessSpec, last_line
from stack.supervisor import Supervisor

TICK_SECONDS = 0.05
TRIM_SECONDS = 60.0
LOG_BYTES = 20_000_000
HOPELESS_DEATHS = 5
GRACE_SECONDS = {0: 2.0, 1: 6.0}  # by stage; a stop may take 10 s


class Stack:
    """Starts and stops everything.

    As a context manager it is ready inside the block, and gone after it.
    """

    def __init__(self, options: StackOptions) -> None:
        self.options = options
        self.data = DataDir(options.data_dir)
        self._plan: Plan | None = None
        self._supervisor: Supervisor | None = None
        self._thread: threading.Thread | None = None
        self._ending = threading.Event()
        self._complete = False
        self._cancelled = False
        self._hurried = False

    def __enter__(self) -> Stack:
        try:
            self.start()
            self.wait_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    # Life

    def start(self) -> None:
        """Start everything, in order; what serves may not be ready yet. After a failure, `stop`.

        Raises:
            StackError: it cannot be.
            CancelledError: `cancel` was called.
        """
        self.data.claim()
        self.data.set_logs_aside()
        plan = self._plan = make_plan(self.options, self.data)
        supervisor = self._supervisor = Supervisor(
            plan.specs, self.options.report, restart=self.options.restart
        )
        self._thread = threading.Thread(target=self._supervise, args=[supervisor])
        self._thread.start()
        self._want(lambda spec: spec.stage == 0)
        for spec in plan.specs:
            if spec.standby:  # it imports for seconds: so much is done when the tables are
                supervisor.prepare(spec.name)
        self._migrate()
        self._want(lambda spec: not spec.later)

    def wait_ready(self, timeout: float = 60.0) -> None:
        """Wait until every gateway can serve; what nobody waits for is started only then.

        Raises:
            NotReadyError: not within `timeout` seconds.
            StackError: a process keeps dying.
            CancelledError: `cancel` was called.
        """
        self._until(self._complaint, timeout)
        if not self._complete:
            self._want(lambda spec: spec.later)
            self._until(self._missing, timeout)
            self._complete = True

    def watch(self) -> NoReturn:
        """Stay until `cancel` is called.

        Raises:
            StackError: the supervision itself has failed.
            CancelledError: `cancel` was called.
        """
        while not self._cancelled:
            if not (self._thread and self._thread.is_alive()):
                raise StackError("The supervisor has failed.")
            time.sleep(TICK_SECONDS)
        raise CancelledError

    def stop(self) -> None:
        """Stop everything that was started; takes 10 s at the most."""
        self._ending.set()
        if self._thread:
            self._thread.join()
            self._thread = None
        self.data.release()

    def cancel(self) -> None:
        """End a `start` or `wait_ready` that is under way. May be called by a signal handler."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled

    def hurry(self) -> None:
        """Make a `stop` kill what is left. May be called by a signal handler."""
        self._hurried = True

    # Its parts

    @property
    def plan(self) -> Plan:
        """What runs, once started."""
        if self._plan is None:
            raise StackError("the stack was not started")
        return self._plan

    @property
    def base_urls(self) -> tuple[str, ...]:
        """The address of every gateway."""
        return self.plan.base_urls

    @property
    def base_url(self) -> str:
        """The address of the first gateway."""
        return self.base_urls[0]

    @property
    def database_url(self) -> str:
        """The database that it runs on."""
        return self.plan.environment["DATABASE_URL"]

    @property
    def redis_url(self) -> str:
        """The Redis or Valkey that it runs on."""
        return self.plan.environment["REDIS_URL"]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the processes: gateway, worker, batch, upkeep, beat, flower, valkey.

        Of several gateways or workers: gateway-1, gateway-2 …
        """
        return tuple(spec.name for spec in self.plan.specs)

    def pid_of(self, name: str) -> int | None:
        """The process id, or None while the process is down."""
        return self._running().pid_of(name)

    def kill(self, name: str, signal_number: int = signal.SIGKILL) -> None:
        """Signal a process; when that ends it, it is brought back."""
        self._running().send(name, signal_number)

    @contextmanager
    def down(self, name: str, signal_number: int = signal.SIGKILL) -> Iterator[None]:
        """Inside the block a process is ended and stays away; afterwards it is brought back."""
        supervisor = self._running()
        supervisor.want(name, False)
        supervisor.send(name, signal_number)
        while supervisor.pid_of(name) is not None:
            time.sleep(TICK_SECONDS)
        try:
            yield
        finally:
            supervisor.want(name)

    # Inside

    def _running(self) -> Supervisor:
        if self._supervisor is None:
            raise StackError("the stack was not started")
        return self._supervisor

    def _want(self, which: Callable[[ProcessSpec], bool]) -> None:
        for spec in filter(which, self.plan.specs):
            self._running().want(spec.name)

    def _supervise(self, supervisor: Supervisor) -> None:
        trim_at = time.monotonic() + TRIM_SECONDS
        while not self._ending.wait(TICK_SECONDS):
            supervisor.tick()
            if time.monotonic() >= trim_at:
                with suppress(OSError):  # a full disk is no reason to stop supervising
                    self.data.set_logs_aside(LOG_BYTES)
                trim_at = time.monotonic() + TRIM_SECONDS
        supervisor.stop(GRACE_SECONDS.__getitem__, lambda: self._hurried)

    def _migrate(self) -> None:
        log = self.data.log("migrate")
        migration = Process(ProcessSpec("migrate", MIGRATE, ROOT, log, self.plan.environment))
        try:
            self._until(lambda: "running" if migration.exit_code() is None else None, 600)
        finally:
            migration.kill_group()
            code = migration.wait()
        if code:
            raise StackError(f"The migrations failed: {last_line(log)} (all of it: {log})")

    def _missing(self) -> str | None:
        missing = [name for name in self.names if self.pid_of(name) is None]
        return f"{', '.join(missing)} not started" if missing else None

    def _complaint(self) -> str | None:
        supervisor, plan = self._running(), self.plan
        for spec in plan.specs:
            if supervisor.early_deaths(spec.name) >= HOPELESS_DEATHS:
                raise StackError(f"{spec.name} keeps dying: {last_line(spec.log)} ({spec.log})")
        for port in plan.gateway_ports:
            if trouble := probes.complaint(plan.host, port, "/readyz"):
                return f"gateway on port {port}: {trouble}"
        return None

    def _until(self, complaint: Callable[[], str | None], timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while trouble := complaint():
            if self._cancelled:
                raise CancelledError
            if time.monotonic() > deadline:
                raise NotReadyError(f"Not ready after {timeout:g} s: {trouble}")
            time.sleep(TICK_SECONDS)
