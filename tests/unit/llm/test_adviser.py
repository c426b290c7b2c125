"""The chain that ``ADVISER_MODEL`` names."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose
from backend.llm.adviser import Adviser, Cancelled, ModelFailed, ModelTimeouts, phrases
from tests.support.model_server import ModelServer, Script
from tests.unit.domain.briefs import brief

TIMEOUTS = ModelTimeouts(first_token=30, between_tokens=30, total=30)
BRIEF = brief("buyer_offer", "b18000")
BRIEFS = [
    BRIEF,
    brief("opening"),
    brief("dealer_price", "b18000 d19900"),
    brief("chat", said="Is it a good deal?"),
]


@pytest.mark.parametrize(
    ("spec", "models"),
    [
        ("playbook", ["playbook"]),
        ("", ["playbook"]),
        (" , ", ["playbook"]),
        ("openai:a", ["openai:a", "playbook"]),
        ("openai:a, anthropic:b ,playbook", ["openai:a", "anthropic:b", "playbook"]),
        ("openai:a,openai:a", ["openai:a", "playbook"]),
        ("playbook,openai:never", ["playbook"]),
    ],
)
def test_the_playbook_ends_every_chain(spec: str, models: list[str]) -> None:
    candidates = Adviser(spec, TIMEOUTS).candidates
    assert [each.model for each in candidates] == models
    assert [each.source for each in candidates] == ["model"] * (len(models) - 1) + ["playbook"]


@pytest.mark.parametrize("asked", BRIEFS)
def test_the_playbook_streams_what_it_composes(asked: Brief) -> None:
    (playbook,) = Adviser("playbook", TIMEOUTS).candidates
    pieces = list(playbook.stream(asked, lambda: False))
    assert "".join(pieces) == compose(asked)
    assert len(pieces) > 10
    assert all(pieces)


@pytest.mark.parametrize("text", ["", " ", "\n\nA  b\n\n c d e f g.  ", "one"])
def test_phrases_lose_nothing(text: str) -> None:
    assert "".join(phrases(text)) == text


def test_the_playbook_stops_when_it_is_told_to() -> None:
    (playbook,) = Adviser("playbook", TIMEOUTS).candidates
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        list(playbook.stream(BRIEF, lambda: next(answers)))


@pytest.mark.parametrize("spec", ["openai:gpt-x", "nobody:x", "nonsense"])
def test_what_is_not_configured_fails_when_it_is_asked_and_not_before(
    spec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ADMIN_KEY"):
        monkeypatch.delenv(name, raising=False)
    model = Adviser(spec, TIMEOUTS).candidates[0]
    with capture_logs() as logs, pytest.raises(ModelFailed) as failed:
        list(model.stream(BRIEF, lambda: False))
    assert failed.value.reason == "not_configured"
    assert [(line["event"], line["model"]) for line in logs] == [("model_not_configured", spec)]


def test_a_key_is_never_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "not an address")
    model = Adviser("openai:gpt-x", TIMEOUTS).candidates[0]
    with capture_logs() as logs, pytest.raises(ModelFailed) as failed:
        list(model.stream(BRIEF, lambda: False))
    assert "sk-very-secret" not in f"{logs}{failed.value!r}{failed.value.__cause__!r}"


@pytest.mark.parametrize("spec", ["playbook", "openai:gpt-x", "nobody:x"])
def test_what_cannot_get_ready_is_left_to_its_first_question(
    spec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    adviser = Adviser(spec, TIMEOUTS)
    adviser.get_ready()
    assert "".join(adviser.candidates[-1].stream(BRIEF, lambda: False)) == compose(BRIEF)


def test_one_that_got_ready_builds_nothing_for_its_first_answer(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser = Adviser("openai:test-model", TIMEOUTS)
    adviser.get_ready()
    monkeypatch.delenv("OPENAI_API_KEY")  # without it none can be built any more
    server.script = Script(compose(BRIEF))
    assert "".join(adviser.candidates[0].stream(BRIEF, lambda: False)) == compose(BRIEF)
