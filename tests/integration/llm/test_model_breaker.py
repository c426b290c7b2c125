"""The circuit of a model: shared by workers, closed, open and half-open."""

from __future__ import annotations

from contextlib import closing

import pytest
import redis
from structlog.testing import capture_logs

from backend.llm.call import Call, ModelTimeouts
from backend.llm.failures import ModelFailed, Reason
from backend.llm.messages import Message
from backend.llm.model_breaker import LONGEST_OPEN_SECONDS, BreakerRules, ModelBreakers, Passage
from backend.llm.network_model import NetworkModel
from backend.redis_link import RedisBreaker
from tests.integration.llm.conftest import LONG
from tests.integration.together import together
from tests.support.model_server import ModelServer, Script
from tests.support.valkey import ValkeyServer
from tests.support.waiting import wait_for

MODEL = "openai:one"
LASTING = BreakerRules(failures=3, window_seconds=600, open_seconds=600, probe_seconds=600)
PROVOKED: tuple[Reason, ...] = (
    "guarded_out",
    "too_long",
    "rejected",
    "unfinished",
    "empty_answer",
    "deadline",
)


def worker(url: str) -> ModelBreakers:
    return ModelBreakers(url, RedisBreaker(), LASTING)


def enter(breakers: ModelBreakers, model: str = MODEL) -> Passage | None:
    try:
        return breakers.enter(model)
    except ModelFailed:
        return None


def entered(breakers: ModelBreakers, model: str = MODEL) -> Passage:
    passage = enter(breakers, model)
    assert passage is not None
    return passage


def fail(breakers: ModelBreakers, times: int = 1, failure: ModelFailed | None = None) -> None:
    for _ in range(times):
        entered(breakers).fail(failure or ModelFailed("provider_error"))


def let_pass(url: str, seconds: float) -> None:
    """Let the times of all breakers pass. Redis counts them: they are brought forward there."""
    with redis.Redis.from_url(url) as client:
        for key in client.keys("circuit:*"):
            left = client.pttl(key)
            assert left >= 0
            client.pexpire(key, max(0, left - round(seconds * 1000)))


def half_opened(url: str) -> ModelBreakers:
    """The breakers of a worker, one of them open until now."""
    breakers = worker(url)
    fail(breakers, LASTING.failures)
    let_pass(url, LASTING.open_seconds)
    return breakers


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
    breakers = worker(valkey_url)
    for _ in range(4):
        entered(breakers).succeed()
    fail(breakers, 3)
    assert enter(breakers) is not None
    fail(breakers)
    assert enter(breakers) is None


def test_failures_of_a_window_that_has_passed_do_not_count(valkey_url: str) -> None:
    breakers = worker(valkey_url)
    fail(breakers, 2)
    let_pass(valkey_url, 600)
    fail(breakers, 2)
    assert enter(breakers) is not None


def test_what_a_buyer_can_provoke_does_not_open_it(valkey_url: str) -> None:
    breakers = worker(valkey_url)
    for reason in PROVOKED:
        fail(breakers, 3, ModelFailed(reason))
    assert enter(breakers) is not None


@pytest.mark.parametrize("reason", [each for each in PROVOKED if each != "deadline"])
def test_a_probe_that_is_answered_closes_it_however_bad_the_answer(
    valkey_url: str, reason: Reason
) -> None:
    breakers = half_opened(valkey_url)
    entered(breakers).fail(ModelFailed(reason))
    entered(breakers)
    entered(breakers)


def test_half_open_it_lets_one_probe_through(valkey_url: str) -> None:
    breakers = half_opened(valkey_url)
    first = entered(breakers)
    others = together([lambda: enter(worker(valkey_url))] * 8)
    assert others == [None] * 8
    first.succeed()
    assert all(together([lambda: enter(breakers)] * 8))


def test_of_workers_that_come_at_once_one_probes(valkey_url: str) -> None:
    half_opened(valkey_url)
    breakers = [worker(valkey_url) for _ in range(8)]
    passed = together([lambda each=each: enter(each) for each in breakers])  # type: ignore[misc]
    assert sum(isinstance(one, Passage) for one in passed) == 1
    assert passed.count(None) == 7


def test_a_probe_that_fails_opens_it_again(valkey_url: str) -> None:
    breakers = half_opened(valkey_url)
    entered(breakers).fail(ModelFailed("cut_off"))
    assert enter(breakers) is None
    let_pass(valkey_url, 599)
    assert enter(breakers) is None
    let_pass(valkey_url, 1)
    entered(breakers).succeed()
    assert enter(breakers) is not None


def test_a_probe_that_was_stopped_makes_room_for_another(valkey_url: str) -> None:
    breakers = half_opened(valkey_url)
    entered(breakers).leave()
    assert enter(breakers) is not None


def test_a_probe_that_our_own_time_ended_says_nothing_and_makes_room_for_another(
    valkey_url: str,
) -> None:
    breakers = half_opened(valkey_url)
    entered(breakers).fail(ModelFailed("deadline"))
    entered(breakers)
    assert enter(breakers) is None


def test_an_answer_that_is_stopped_midway_says_nothing_and_makes_room_for_another_probe(
    server: ModelServer, valkey_url: str
) -> None:
    server.script = Script(fault="hang_midway")
    breakers = half_opened(valkey_url)
    model = NetworkModel(MODEL, ModelTimeouts(LONG, LONG, LONG), breakers, asks_usage=False)
    answer = model.ask([Message("human", "Well?")], lambda: False, Call())
    with closing(answer) as pieces:  # type: ignore[type-var]
        assert next(pieces)
        assert enter(breakers) is None
    entered(breakers)
    assert enter(breakers) is None


def test_a_probe_whose_worker_died_makes_room_for_another(valkey_url: str) -> None:
    breakers = half_opened(valkey_url)
    dead = entered(breakers)
    let_pass(valkey_url, 599)
    assert enter(breakers) is None
    let_pass(valkey_url, 1)
    late = entered(breakers)
    dead.succeed()
    assert enter(breakers) is None
    late.succeed()
    assert enter(breakers) is not None


def test_a_late_result_from_before_it_opened_changes_nothing(valkey_url: str) -> None:
    breakers = worker(valkey_url)
    good, bad = entered(breakers), entered(breakers)
    fail(breakers, 3)
    good.succeed()
    bad.fail(ModelFailed("provider_error"))
    assert enter(breakers) is None


def test_a_provider_that_names_a_time_is_left_alone_so_long(valkey_url: str) -> None:
    breakers = worker(valkey_url)
    fail(breakers, failure=ModelFailed("rate_limited", retry_after=300))
    let_pass(valkey_url, 299)
    assert enter(breakers) is None
    let_pass(valkey_url, 1)
    entered(breakers).succeed()
    fail(breakers, failure=ModelFailed("rate_limited", retry_after=1e9))
    with redis.Redis.from_url(valkey_url) as client:
        [key] = client.keys("circuit:*:open")
        assert LONGEST_OPEN_SECONDS - 60 < client.ttl(key) <= LONGEST_OPEN_SECONDS


def test_that_it_opened_is_logged_once_with_the_time_that_the_provider_named(
    valkey_url: str,
) -> None:
    breakers = worker(valkey_url)
    with capture_logs() as logs:
        passages = [entered(breakers) for _ in range(LASTING.failures + 2)]
        for passage in passages:
            passage.fail(ModelFailed("provider_error"))
        opened = {"event": "circuit_opened", "log_level": "warning", "model": MODEL}
        assert logs == [{**opened, "retry_after": None}]
        other = entered(breakers, "openai:other")
        other.fail(ModelFailed("rate_limited", retry_after=300))
        assert logs[1:] == [{**opened, "model": "openai:other", "retry_after": 300}]


def test_without_redis_it_is_closed(valkey: ValkeyServer) -> None:
    breakers = worker("redis://127.0.0.1:1/0")
    fail(breakers, 5)
    passage = entered(breakers)
    passage.succeed()
    passage.leave()


def test_it_is_closed_while_redis_is_away_and_open_when_it_is_back(valkey: ValkeyServer) -> None:
    valkey.flush()
    breakers = worker(valkey.url)
    fail(breakers, 3)
    assert enter(breakers) is None
    valkey.stop()
    try:
        entered(breakers).succeed()
    finally:
        valkey.start()
    assert wait_for(lambda: enter(breakers) is None, what="the link to Redis to be used again")
