"""The circuit of a model: shared by workers, closed, open and half-open."""

from __future__ import annotations

import pytest
import redis

from backend.llm.circuit import LONGEST_OPEN_SECONDS, CircuitRules, Circuits, Passage
from backend.llm.failures import ModelFailed, Reason
from backend.redis_link import Breaker
from tests.integration.together import together
from tests.support.valkey import ValkeyServer
from tests.support.waiting import wait_for

MODEL = "openai:one"
LASTING = CircuitRules(failures=3, window_seconds=600, open_seconds=600, probe_seconds=600)
BRIEF = CircuitRules(failures=3, window_seconds=600, open_seconds=0.2, probe_seconds=600)
PROVOKED: tuple[Reason, ...] = (
    "guarded_out",
    "too_long",
    "rejected",
    "unfinished",
    "empty_answer",
    "deadline",
)


def worker(url: str, rules: CircuitRules = LASTING) -> Circuits:
    return Circuits(url, Breaker(), rules)


def enter(circuits: Circuits, model: str = MODEL) -> Passage | None:
    try:
        return circuits.enter(model)
    except ModelFailed:
        return None


def entered(circuits: Circuits) -> Passage:
    passage = enter(circuits)
    assert passage is not None
    return passage


def fail(circuits: Circuits, times: int = 1, failure: ModelFailed | None = None) -> None:
    for _ in range(times):
        entered(circuits).fail(failure or ModelFailed("provider_error"))


def probe(circuits: Circuits) -> Passage:
    """The first call that is let through after the pause."""
    return wait_for(lambda: enter(circuits), what="a probe")


def test_it_opens_for_all_workers_after_so_many_failures(valkey_url: str) -> None:
    mine, other = worker(valkey_url), worker(valkey_url)
    fail(mine, 2)
    entered(other).fail(ModelFailed("timeout_first_token"))
    assert enter(mine) is None
    with pytest.raises(ModelFailed) as failed:
        other.enter(MODEL)
    assert (failed.value.reason, failed.value.was_asked) == ("circuit_open", False)
    assert enter(mine, "openai:another") is not None


def test_failures_that_are_less_than_half_of_the_calls_do_not_open_it(valkey_url: str) -> None:
    circuits = worker(valkey_url)
    for _ in range(4):
        entered(circuits).succeed()
    fail(circuits, 3)
    assert enter(circuits) is not None
    fail(circuits)
    assert enter(circuits) is None


def test_failures_of_a_window_that_has_passed_do_not_count(valkey_url: str) -> None:
    circuits = worker(valkey_url, CircuitRules(failures=3, window_seconds=0.2, open_seconds=600))
    fail(circuits, 2)
    with redis.Redis.from_url(valkey_url) as client:
        wait_for(lambda: not client.keys("circuit:*"), what="the window's end")
    fail(circuits, 2)
    assert enter(circuits) is not None


def test_what_a_buyer_can_provoke_does_not_open_it(valkey_url: str) -> None:
    circuits = worker(valkey_url)
    for reason in PROVOKED:
        fail(circuits, 3, ModelFailed(reason))
    assert enter(circuits) is not None


def test_half_open_it_lets_one_probe_through(valkey_url: str) -> None:
    circuits = worker(valkey_url, BRIEF)
    fail(circuits, 3)
    first = probe(circuits)
    others = together([lambda: enter(worker(valkey_url, BRIEF))] * 8)
    assert others == [None] * 8
    first.succeed()
    assert all(together([lambda: enter(circuits)] * 8))


def test_of_workers_that_come_at_once_one_probes(valkey_url: str) -> None:
    circuits = [worker(valkey_url, BRIEF) for _ in range(8)]
    fail(circuits[0], 3)
    with redis.Redis.from_url(valkey_url) as client:
        wait_for(lambda: not client.keys("circuit:*:open"), what="the pause's end")
    passed = together([lambda each=each: enter(each) for each in circuits])  # type: ignore[misc]
    assert sum(isinstance(one, Passage) for one in passed) == 1
    assert passed.count(None) == 7


def test_a_probe_that_fails_opens_it_again(valkey_url: str) -> None:
    circuits = worker(valkey_url, BRIEF)
    fail(circuits, 3)
    probe(circuits).fail(ModelFailed("cut_off"))
    assert enter(circuits) is None
    probe(circuits).succeed()
    assert enter(circuits) is not None


def test_a_probe_that_was_stopped_makes_room_for_another(valkey_url: str) -> None:
    circuits = worker(valkey_url, BRIEF)
    fail(circuits, 3)
    probe(circuits).leave()
    assert enter(circuits) is not None


def test_a_probe_whose_worker_died_makes_room_for_another(valkey_url: str) -> None:
    rules = CircuitRules(failures=3, window_seconds=600, open_seconds=0.1, probe_seconds=0.2)
    circuits = worker(valkey_url, rules)
    fail(circuits, 3)
    dead = probe(circuits)
    late = probe(circuits)
    dead.succeed()
    assert enter(circuits) is None
    late.succeed()
    assert enter(circuits) is not None


def test_a_late_result_from_before_it_opened_changes_nothing(valkey_url: str) -> None:
    circuits = worker(valkey_url)
    good, bad = entered(circuits), entered(circuits)
    fail(circuits, 3)
    good.succeed()
    bad.fail(ModelFailed("provider_error"))
    assert enter(circuits) is None


def test_a_provider_that_names_a_time_is_left_alone_so_long(valkey_url: str) -> None:
    circuits = worker(valkey_url)
    fail(circuits, failure=ModelFailed("rate_limited", retry_after=0.3))
    assert enter(circuits) is None
    probe(circuits).succeed()
    fail(circuits, failure=ModelFailed("rate_limited", retry_after=1e9))
    with redis.Redis.from_url(valkey_url) as client:
        [key] = client.keys("circuit:*:open")
        assert LONGEST_OPEN_SECONDS - 60 < client.ttl(key) <= LONGEST_OPEN_SECONDS


def test_without_redis_it_is_closed(valkey: ValkeyServer) -> None:
    circuits = worker("redis://127.0.0.1:1/0")
    fail(circuits, 5)
    passage = entered(circuits)
    passage.succeed()
    passage.leave()


def test_it_is_closed_while_redis_is_away_and_open_when_it_is_back(valkey: ValkeyServer) -> None:
    valkey.flush()
    circuits = worker(valkey.url)
    fail(circuits, 3)
    assert enter(circuits) is None
    valkey.stop()
    try:
        entered(circuits).succeed()
    finally:
        valkey.start()
    assert wait_for(lambda: enter(circuits) is None, what="the link to Redis to be used again")
