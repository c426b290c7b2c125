"""langchain-anthropic and langchain-ollama over a real socket, by each provider's own protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from backend.domain.spending import Tokens
from backend.llm.adviser import Adviser, Call, Candidate, ModelFailed, ModelTimeouts
from tests.support.clock import SettableClock
from tests.support.model_server import ModelServer, Script
from tests.unit.domain.briefs import brief
from tests.unit.llm.conftest import LONG

BRIEF = brief("opening")
TEXT = "Stay where you are. They have more room than they show, and you have time."
MODELS = ("anthropic:claude-test", "ollama:llama-test")
SOON = ModelTimeouts(0.5, 0.5, LONG)
"""Of the machine's time for Anthropic's own client, which nobody can hang up."""


def never() -> bool:
    return False


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(Script(TEXT, usage=(120, 30))) as running:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", running.root_url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "test")
        monkeypatch.setenv("OLLAMA_HOST", running.root_url)
        yield running


@pytest.fixture(params=MODELS)
def candidate(request: pytest.FixtureRequest, server: ModelServer) -> Candidate:
    return Adviser(request.param, ModelTimeouts(LONG, LONG, LONG)).candidates[0]


def failure(candidate: Candidate, call: Call | None = None) -> ModelFailed:
    with pytest.raises(ModelFailed) as failed:
        list(candidate.stream(BRIEF, never, call))
    return failed.value


def test_the_answer_streams_and_the_provider_counts(candidate: Candidate) -> None:
    call = Call()
    pieces = list(candidate.stream(BRIEF, never, call))
    assert "".join(pieces) == TEXT
    assert len(pieces) > 2
    assert call.tokens == Tokens(120, 30)
    assert call.first_token_seconds is not None


def test_the_brief_reaches_the_model(candidate: Candidate, server: ModelServer) -> None:
    list(candidate.stream(BRIEF, never))
    [asked] = server.requests
    assert "$17,400" in str(asked)
    assert "21,500" not in str(asked)
    assert asked["stream"] is True


def test_a_question_after_the_other_goes_over_kept_lines(
    candidate: Candidate, server: ModelServer
) -> None:
    for _ in range(3):
        assert "".join(candidate.stream(BRIEF, never)) == TEXT
    assert len(server.requests) == 3


@pytest.mark.parametrize("fault", ["cut", "no_end", "malformed", "error"])
def test_a_stream_that_breaks_is_no_answer_and_its_count_an_estimate(
    candidate: Candidate, server: ModelServer, fault: str
) -> None:
    server.script = Script(TEXT, fault=fault, usage=(120, 30))  # type: ignore[arg-type]
    call = Call()
    reasons = {"cut_off", "malformed", "provider_error"}
    assert failure(candidate, call).reason in reasons
    assert call.tokens.is_estimated
    assert call.tokens.input > 100
    assert call.tokens.output > 0


def test_half_a_character_is_survived(candidate: Candidate, server: ModelServer) -> None:
    server.script = Script(TEXT, fault="half_character")
    try:
        text = "".join(candidate.stream(BRIEF, never))
    except ModelFailed:
        return
    text.encode()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (Script(TEXT, finish_reason="length"), "unfinished"),
        (Script(""), "empty_answer"),
        (Script(status=400), "rejected"),
        (Script(status=500), "provider_error"),
        (Script(status=429, retry_after="7"), "rate_limited"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_refusals_and_ends(
    candidate: Candidate, server: ModelServer, script: Script, reason: str
) -> None:
    server.script = script
    call = Call()
    failed = failure(candidate, call)
    assert failed.reason == reason
    if script.status != 200:
        assert call.tokens == Tokens()
        assert len(server.requests) == 1, "a provider's library tried again by itself"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("hang", "timeout_first_token"), ("hang_midway", "timeout_between_tokens")],
)
@pytest.mark.parametrize("model", MODELS)
def test_time_outs(
    server: ModelServer, clock: SettableClock, model: str, fault: str, reason: str
) -> None:
    server.script = Script(TEXT, fault=fault)  # type: ignore[arg-type]
    assert failure(Adviser(model, SOON).candidates[0], Call(clock=clock)).reason == reason
    assert server.wait_until(lambda each: each.hung_up == 1)


def test_where_ollama_does_not_count_it_is_estimated(server: ModelServer) -> None:
    server.script = Script(TEXT, usage=None)
    call = Call()
    model = Adviser("ollama:llama-test", ModelTimeouts(LONG, LONG, LONG)).candidates[0]
    assert "".join(model.stream(BRIEF, never, call)) == TEXT
    assert call.tokens.is_estimated
    assert call.tokens.output == -(-len(TEXT) // 4)


def test_a_chain_of_three_providers(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", "test")
    chain = Adviser(",".join(("openai:gpt-test", *MODELS)), ModelTimeouts(LONG, LONG, LONG))
    answers: list[Callable[[], str]] = [
        lambda each=each: "".join(each.stream(BRIEF, never))  # type: ignore[misc]
        for each in chain.candidates[:3]
    ]
    assert [answer() for answer in answers] == [TEXT] * 3
    assert [each["model"] for each in server.requests] == ["gpt-test", "claude-test", "llama-test"]
