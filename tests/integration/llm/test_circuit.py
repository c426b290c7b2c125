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
PROVOKED: tuple[Reason, ...] = (
    "guarded_out",
    "too_long",
    "rejected",
    "unfinished",
    "empty_answer",
    "deadline",
)


def worker(url: str) -> Circuits:
    return Circuits(url, Breaker(), LASTING)


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


def let_pass(url: str, seconds: float) -> None:
    """Let the times of all circuits pass. Redis counts them: they are brought forward there."""
    with redis.Redis.from_url(url) as client:
        for key in client.keys("circuit:*"):
            left = client.pttl(key)
            assert left >= 0
            client.pexpire(key, max(0, left - round(seconds * 1000)))


def half_opened(url: str) -> Circuits:
    """The circuits of a worker, one of them open until now."""
    circuits = worker(url)
    fail(circuits, LASTING.failures)
    let_pass(url, LASTING.open_seconds)
    return circuits


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
    circuits = worker(valkey_url)
    fail(circuits, 2)
    let_pass(valkey_url, 600)
    fail(circuits, 2)
    assert enter(circuits) is not None


def test_what_a_buyer_can_provoke_does_not_open_it(valkey_url: str) -> None:
    circuits = worker(valkey_url)
    for reason in PROVOKED:
        fail(circuits, 3, ModelFailed(reason))
    assert enter(circuits) is not None


def test_half_open_it_lets_one_probe_through(valkey_url: str) -> None:
    circuits = half_opened(valkey_url)
    first = entered(circuits)
    others = together([lambda: enter(worker(valkey_url))] * 8)
    assert others == [None] * 8
    first.succeed()
    assert all(together([lambda: enter(circuits)] * 8))


def test_of_workers_that_come_at_once_one_probes(valkey_url: str) -> None:
    half_opened(valkey_url)
    circuits = [worker(valkey_url) for _ in range(8)]
    passed = together([lambda each=each: enter(each) for each in circuits])  # type: ignore[misc]
    assert sum(isinstance(one, Passage) for one in passed) == 1
    assert passed.count(None) == 7


def test_a_probe_that_fails_opens_it_again(valkey_url: str) -> None:
    circuits = half_opened(valkey_url)
    entered(circuits).fail(ModelFailed("cut_off"))
    assert enter(circuits) is None
    let_pass(valkey_url, 599)
    assert enter(circuits) is None
    let_pass(valkey_url, 1)
    entered(circuits).succeed()
    assert enter(circuits) is not None


def test_a_probe_that_was_stopped_makes_room_for_another(valkey_url: str) -> None:
    circuits = half_opened(valkey_url)
    entered(circuits).leave()
    assert enter(circuits) is not None


def test_a_probe_whose_worker_died_makes_room_for_another(valkey_url: str) -> None:
    circuits = half_opened(valkey_url)
    dead = entered(circuits)
    let_pass(valkey_url, 599)
    assert enter(circuits) is None
    let_pass(valkey_url, 1)
    late = entered(circuits)
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
    fail(circuits, failure=ModelFailed("rate_limited", retry_after=300))
    let_pass(valkey_url, 299)
    assert enter(circuits) is None
    let_pass(valkey_url, 1)
    entered(circuits).succeed()
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
