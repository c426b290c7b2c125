"""The supervisor's rules, with processes and a clock of the test's own."""

from __future__ import annotations

import signal
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from stack.process import ProcessSpec
from stack.supervisor import STANDBY_AFTER_SECONDS, Clock, Supervisor

PIDS = count(100)


class Time:
    """A clock that moves only when told, or by sleeping."""

    def __init__(self) -> None:
        self.now = 1000.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Stub:
    """A process that ends when the test says so."""

    def __init__(self, spec: ProcessSpec, *, stubborn: bool, on_standby: bool) -> None:
        self.spec = spec
        self.on_standby = on_standby
        self.pid = next(PIDS)
        self.code: int | None = None
        self.signals: list[int] = []
        self._stubborn = stubborn

    def exit_code(self) -> int | None:
        return self.code

    def begin(self) -> None:
        assert self.on_standby
        self.on_standby = False

    def send(self, signal_number: int) -> None:
        self.signals.append(signal_number)
        if signal_number == signal.SIGTERM and not self._stubborn:
            self.code = -signal_number

    def kill_group(self) -> None:
        if self.code is None:
            self.code = -signal.SIGKILL

    def wait(self, timeout: float | None = None) -> int:
        assert self.code is not None, f"it would wait {timeout} s"
        return self.code


class House:
    """A supervisor with its surroundings."""

    def __init__(
        self,
        tmp_path: Path,
        *,
        restart: bool = True,
        standby: bool = False,
        spare: bool = True,
    ) -> None:
        self.time = Time()
        self.started: list[Stub] = []
        self.lines: list[str] = []
        self.stubborn: set[str] = set()
        self.refuse_to_start = False
        specs = [
            ProcessSpec(name, (name,), tmp_path, tmp_path / f"{name}.log", {}, stage)
            for name, stage in (("queue", 0), ("web", 1), ("work", 1))
        ]
        if standby:
            specs[1] = replace(specs[1], standby=("web", "--standby"), spare=spare)
        self.supervisor = Supervisor(
            specs,
            self.lines.append,
            spawn=self.spawn,
            restart=restart,
            clock=Clock(lambda: self.time.now, self.time.sleep),
        )

    def spawn(self, spec: ProcessSpec, *, on_standby: bool = False) -> Stub:
        if self.refuse_to_start:
            raise OSError(11, "Resource temporarily unavailable")
        stub = Stub(spec, stubborn=spec.name in self.stubborn, on_standby=on_standby)
        self.started.append(stub)
        return stub

    def start_all(self) -> None:
        for name in self.supervisor.names:
            self.supervisor.want(name)
        self.supervisor.tick()

    def newest(self, name: str) -> Stub:
        return next(stub for stub in reversed(self.started) if stub.spec.name == name)

    def stop(self, *, hurry: bool = False) -> None:
        self.supervisor.stop(lambda stage: 6.0 if stage else 2.0, lambda: hurry)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_starts_only_what_is_wanted(house: House) -> None:
    house.supervisor.want("queue")
    house.supervisor.tick()
    house.supervisor.tick()
    assert [stub.spec.name for stub in house.started] == ["queue"]
    assert house.supervisor.pid_of("queue") == house.newest("queue").pid
    assert house.supervisor.pid_of("web") is None


def test_a_death_is_repaired_in_the_same_tick_and_told(house: House) -> None:
    house.start_all()
    house.time.now += 60
    first = house.newest("web")
    first.code = -signal.SIGKILL
    house.supervisor.tick()
    second = house.newest("web")
    assert second is not first
    assert house.lines == ["web died of SIGKILL", f"web is back after 0.0 s, pid {second.pid}"]


def test_an_exit_code_is_told_with_the_last_line_of_the_log(house: House, tmp_path: Path) -> None:
    house.start_all()
    (tmp_path / "web.log").write_text("starting\nError: no such setting\n\n")
    house.newest("web").code = 3
    house.supervisor.tick()
    assert house.lines[0] == "web ended with exit code 3: Error: no such setting"


def test_what_keeps_dying_is_retried_ever_later_but_within_two_seconds_for_ever(
    house: House,
) -> None:
    house.start_all()
    pauses = []
    for _ in range(40):
        house.newest("web").code = 1
        died_at, starts = house.time.now, len(house.started)
        while len(house.started) == starts:
            house.supervisor.tick()
            house.time.now += 0.01
        pauses.append(house.time.now - died_at)
    assert pauses[0] < 0.05
    assert pauses[:6] == sorted(pauses[:6])
    assert 1 < pauses[-1] < 2
    assert house.supervisor.early_deaths("web") == 40


def test_a_long_life_is_followed_by_an_immediate_restart_again(house: House) -> None:
    house.start_all()
    for _ in range(6):
        house.newest("web").code = 1
        house.supervisor.tick()
        house.time.now += 2
        house.supervisor.tick()
    house.time.now += 60
    house.newest("web").code = 1
    house.supervisor.tick()
    assert house.newest("web").code is None
    assert house.supervisor.early_deaths("web") == 1


def test_one_that_is_not_wanted_stays_down_until_it_is(house: House) -> None:
    house.start_all()
    house.supervisor.want("work", False)
    house.newest("work").code = -signal.SIGKILL
    house.supervisor.tick()
    assert house.supervisor.pid_of("work") is None
    house.supervisor.want("work")
    house.supervisor.tick()
    assert house.supervisor.pid_of("work") == house.newest("work").pid


def test_without_restart_the_dead_stay_dead(tmp_path: Path) -> None:
    house = House(tmp_path, restart=False)
    house.start_all()
    house.newest("web").code = 0
    house.supervisor.tick()
    house.supervisor.tick()
    assert house.supervisor.pid_of("web") is None


def test_a_start_that_the_system_refuses_is_tried_again(house: House) -> None:
    house.refuse_to_start = True
    house.start_all()
    assert house.started == []
    house.refuse_to_start = False
    house.time.now += 2
    house.supervisor.tick()
    assert len(house.started) == 3


def test_stop_ends_the_queue_last(house: House) -> None:
    house.stubborn = {"work"}
    house.start_all()
    queue, web, work = (house.newest(name) for name in ("queue", "web", "work"))
    house.stop()
    assert web.code == -signal.SIGTERM
    assert work.code == -signal.SIGKILL
    assert queue.code == -signal.SIGTERM
    assert "work did not stop within 6 s; killed" in house.lines
    assert 6 <= house.time.now - 1000 < 7


def test_nothing_comes_back_after_stop(house: House) -> None:
    house.start_all()
    house.stop()
    house.supervisor.tick()
    assert len(house.started) == 3


def test_a_stop_in_a_hurry_kills_at_once(house: House) -> None:
    house.stubborn = {"web", "work", "queue"}
    house.start_all()
    house.stop(hurry=True)
    assert [stub.code for stub in house.started] == [-signal.SIGKILL] * 3
    assert house.time.now == 1000


def test_stop_wakes_a_process_that_was_stopped(house: House) -> None:
    house.start_all()
    house.stop()
    assert house.newest("web").signals == [signal.SIGTERM, signal.SIGCONT]


@pytest.fixture
def safe_house(tmp_path: Path) -> House:
    """One where "web" has another on standby."""
    house = House(tmp_path, standby=True)
    house.start_all()
    house.time.now += STANDBY_AFTER_SECONDS
    house.supervisor.tick()
    return house


def test_another_stands_by_only_after_the_start(tmp_path: Path) -> None:
    house = House(tmp_path, standby=True)
    house.start_all()
    house.supervisor.tick()
    assert not any(stub.on_standby for stub in house.started)
    house.time.now += STANDBY_AFTER_SECONDS
    house.supervisor.tick()
    house.supervisor.tick()
    assert [stub.spec.name for stub in house.started if stub.on_standby] == ["web"]


def test_the_one_on_standby_takes_over_and_is_replaced_later(safe_house: House) -> None:
    first, second = (stub for stub in safe_house.started if stub.spec.name == "web")
    first.code = -signal.SIGKILL
    safe_house.supervisor.tick()
    assert safe_house.supervisor.pid_of("web") == second.pid
    assert not second.on_standby
    assert safe_house.newest("web") is second
    safe_house.time.now += STANDBY_AFTER_SECONDS
    safe_house.supervisor.tick()
    assert safe_house.newest("web").on_standby


def test_one_that_dies_on_standby_is_replaced_and_harms_nothing(safe_house: House) -> None:
    working, second = (stub for stub in safe_house.started if stub.spec.name == "web")
    second.code = 1
    safe_house.supervisor.tick()
    assert safe_house.newest("web") is second
    safe_house.time.now += STANDBY_AFTER_SECONDS
    safe_house.supervisor.tick()
    assert safe_house.newest("web").on_standby
    assert safe_house.supervisor.pid_of("web") == working.pid
    assert safe_house.lines == []


def test_without_one_on_standby_a_new_one_is_started(safe_house: House) -> None:
    first, second = (stub for stub in safe_house.started if stub.spec.name == "web")
    first.code = second.code = -signal.SIGKILL
    safe_house.supervisor.tick()
    assert safe_house.newest("web") not in (first, second)
    assert not safe_house.newest("web").on_standby


def test_what_cannot_stand_by_is_tried_again_later(tmp_path: Path) -> None:
    house = House(tmp_path, standby=True)
    house.start_all()
    house.time.now += STANDBY_AFTER_SECONDS
    house.refuse_to_start = True
    house.supervisor.tick()
    house.refuse_to_start = False
    house.time.now += STANDBY_AFTER_SECONDS
    house.supervisor.tick()
    assert house.newest("web").on_standby


def test_a_stop_ends_the_one_on_standby_too(safe_house: House) -> None:
    safe_house.stop()
    assert all(stub.code is not None for stub in safe_house.started)


@pytest.fixture
def prepared_house(tmp_path: Path) -> House:
    """One where "web" gets ready before it is wanted, and needs no spare one later."""
    house = House(tmp_path, standby=True, spare=False)
    house.supervisor.prepare("web")
    house.supervisor.tick()
    house.supervisor.tick()
    return house


def test_one_that_was_prepared_stands_by_until_it_is_wanted(prepared_house: House) -> None:
    (early,) = prepared_house.started
    assert early.on_standby
    assert prepared_house.supervisor.pid_of("web") is None
    prepared_house.supervisor.want("web")
    prepared_house.supervisor.tick()
    assert prepared_house.supervisor.pid_of("web") == early.pid
    prepared_house.time.now += STANDBY_AFTER_SECONDS
    prepared_house.supervisor.tick()
    assert [stub.on_standby for stub in prepared_house.started] == [False]


def test_one_that_dies_while_it_gets_ready_is_replaced(prepared_house: House) -> None:
    prepared_house.newest("web").code = 1
    prepared_house.supervisor.want("web")
    prepared_house.supervisor.tick()
    assert prepared_house.supervisor.pid_of("web") == prepared_house.newest("web").pid
    assert len(prepared_house.started) == 2


def test_a_stop_ends_one_that_was_never_wanted(prepared_house: House) -> None:
    prepared_house.stop()
    assert prepared_house.newest("web").code is not None
    prepared_house.supervisor.tick()
    assert len(prepared_house.started) == 1
