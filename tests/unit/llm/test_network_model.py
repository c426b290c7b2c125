"""langchain-openai over a real socket: what the adviser makes of a provider and its faults."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from backend.llm.adviser import Call, Cancelled, Candidate, ModelFailed
from backend.llm.streaming import MAX_CHARACTERS
from tests.support.clock import SettableClock
from tests.support.model_server import ModelServer, Script
from tests.unit.domain.briefs import brief
from tests.unit.llm.conftest import network_model

BRIEF = brief("opening")


def never() -> bool:
    return False


def failure(candidate: Candidate, call: Call | None = None) -> str:
    with pytest.raises(ModelFailed) as failed:
        list(candidate.stream(BRIEF, never, call))
    return failed.value.reason


def until_it_fails(candidate: Candidate, cancelled: Callable[[], bool] = never) -> list[str]:
    """The pieces that came before the answer failed."""
    shown: list[str] = []
    with contextlib.suppress(ModelFailed, Cancelled):
        shown.extend(candidate.stream(BRIEF, cancelled))
        pytest.fail("the answer did not fail")
    return shown


def readers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "model-reader"}


@pytest.fixture(autouse=True)
def no_reader_stays_behind() -> Iterator[None]:
    before = readers()
    yield
    for thread in readers() - before:
        thread.join(timeout=60)
        assert not thread.is_alive(), "a reader is still waiting for its model"


def test_the_answer_comes_in_pieces_and_whole(server: ModelServer) -> None:
    pieces = list(network_model().stream(BRIEF, never))
    assert "".join(pieces) == server.script.text
    assert len(pieces) > 5
    assert all(pieces)


def test_the_model_is_asked_with_the_computed_numbers(server: ModelServer) -> None:
    list(network_model().stream(BRIEF, never))
    (request,) = server.requests
    assert request["model"] == "test-model"
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert "$17,400" in request["messages"][0]["content"]


def test_a_line_that_was_read_to_its_end_is_used_again(server: ModelServer) -> None:
    candidate = network_model()
    for _ in range(3):
        assert "".join(candidate.stream(BRIEF, never)) == server.script.text
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (Script(status=500), "provider_error"),
        (Script(status=503), "provider_error"),
        (Script(status=401), "provider_error"),
        (Script(status=429), "rate_limited"),
        (Script(status=400), "rejected"),
        (Script(status=413), "rejected"),
        (Script(status=422), "rejected"),
        (Script(fault="cut"), "provider_error"),
        (Script(fault="no_end"), "cut_off"),
        (Script(fault="malformed"), "malformed"),
        (Script(finish_reason="length"), "unfinished"),
        (Script(text=""), "empty_answer"),
        (Script(text=" \n\t "), "empty_answer"),
        (Script(text="day " * 25_000), "too_long"),
    ],
)
def test_each_fault_has_its_reason(server: ModelServer, script: Script, reason: str) -> None:
    server.script = script
    assert failure(network_model()) == reason


def test_a_fault_is_not_retried(server: ModelServer) -> None:
    server.script = Script(status=500)
    failure(network_model())
    assert len(server.requests) == 1


def test_the_next_answer_is_sound_after_a_fault(server: ModelServer) -> None:
    candidate = network_model()
    server.script = Script(fault="cut")
    failure(candidate)
    server.script = Script(text="Hold.")
    assert "".join(candidate.stream(BRIEF, never)) == "Hold."


def test_an_endless_answer_is_cut(server: ModelServer) -> None:
    server.script = Script(text="word " * 20_000)
    assert 0 < len("".join(until_it_fails(network_model()))) <= MAX_CHARACTERS


def test_an_emoji_sent_in_two_halves_is_whole(server: ModelServer) -> None:
    server.script = Script(pieces=('"Hold \\ud83d"', '"\\ude97 now"'))
    assert "".join(network_model().stream(BRIEF, never)) == "Hold \N{AUTOMOBILE} now"


def test_half_an_emoji_and_control_characters_do_no_harm(server: ModelServer) -> None:
    server.script = Script(pieces=('"  Hold\\u0000 \\ud83d"', '"now\\u0007"', '" \\ud83d"'))
    answer = "".join(network_model().stream(BRIEF, never))
    assert answer == "Hold \ufffdnow \ufffd"
    answer.encode()


@pytest.mark.parametrize(
    ("script", "candidate", "reason"),
    [
        (Script(fault="hang"), lambda: network_model(first_token=2.0), "timeout_first_token"),
        (
            Script(fault="hang_midway"),
            lambda: network_model(between_tokens=0.3),
            "timeout_between_tokens",
        ),
        (Script(token_delay=0.2), lambda: network_model(total=2.0), "timeout_total"),
    ],
)
def test_slow_models_are_given_up_and_hung_up_on(
    server: ModelServer,
    clock: SettableClock,
    script: Script,
    candidate: Callable[[], Candidate],
    reason: str,
) -> None:
    server.script = script
    assert failure(candidate(), Call(clock=clock)) == reason
    assert server.wait_until(lambda it: it.hung_up == 1)


def test_cancelling_ends_a_model_that_hangs(server: ModelServer) -> None:
    server.script = Script(fault="hang")
    cancelled = threading.Event()
    outcome: list[BaseException] = []

    def ask() -> None:
        try:
            list(network_model().stream(BRIEF, cancelled.is_set))
        except Cancelled as ended:
            outcome.append(ended)

    asking = threading.Thread(target=ask)
    asking.start()
    assert server.wait_until(lambda it: len(it.requests) == 1)
    cancelled.set()
    asking.join(timeout=60)
    assert not asking.is_alive()
    assert len(outcome) == 1
    assert server.wait_until(lambda it: it.hung_up == 1)


def test_a_silent_model_keeps_nobody_who_stops_it_waiting(
    server: ModelServer, clock: SettableClock
) -> None:
    """Whether to go on is asked ten times a second."""
    server.script = Script(fault="hang")
    asked_at: list[float] = []

    def note() -> bool:
        asked_at.append(clock.monotonic())
        return False

    with pytest.raises(ModelFailed):
        list(network_model(first_token=2.0).stream(BRIEF, note, Call(clock=clock)))
    rests = [later - earlier for earlier, later in pairwise(asked_at)]
    assert max(rests) < 0.11


def test_cancelling_midway_ends_the_model(server: ModelServer) -> None:
    server.script = Script(fault="hang_midway")
    cancelled = threading.Event()
    pieces = network_model().stream(BRIEF, cancelled.is_set)
    assert server.script.text.startswith(next(pieces))
    cancelled.set()
    with pytest.raises(Cancelled):
        next(pieces)
    assert server.wait_until(lambda it: it.hung_up == 1)


def test_closing_the_iterator_ends_the_model_too(server: ModelServer) -> None:
    server.script = Script(fault="hang_midway")
    pieces = network_model().stream(BRIEF, never)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]  # a generator, as the docstring says
    assert server.wait_until(lambda it: it.hung_up == 1)


def test_a_model_that_nobody_serves_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer() as gone:
        address = gone.base_url
    monkeypatch.setenv("OPENAI_BASE_URL", address)
    monkeypatch.setenv("OPENAI_API_KEY", "test")
    assert failure(network_model()) == "provider_error"
