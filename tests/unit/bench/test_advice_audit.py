"""The second reading of what a buyer was shown, which must be able to find something."""

from __future__ import annotations

import pytest

from backend.domain.advice.playbook import compose
from backend.domain.vehicle import Vehicle
from backend.llm.lines import Lines
from bench.advice_audit import Counts, answer, inspect, opening, unfounded
from demo.ads import Listing
from tests.support.model_server import ModelServer, Script

BRIEF = opening(Listing(Vehicle(2005, "Toyota", "Prius", mileage=169_000), 490_000), variation=1)
"""Asking $4,900, target $4,410, suggested $3,836.70."""


@pytest.mark.parametrize(
    "text",
    [
        "Open at $3,836.70 and stay there.",
        "They ask $4,900 for a 2005 Prius with 169,000 miles.",
        "Ask 2 questions, and look for 3 other ads.",
        "Say nothing more.",
    ],
)
def test_numbers_of_the_brief_and_plain_counts_are_founded(text: str) -> None:
    assert unfounded(text, BRIEF) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Open at $3,800.", ["3800"]),
        ("Ask for 20% off, or $500.", ["20", "500"]),
        ("It has 160,000 miles.", ["160000"]),
        ("Pay $12 for it.", ["12"]),
    ],
)
def test_any_other_number_is_found(text: str, numbers: list[str]) -> None:
    assert unfounded(text, BRIEF) == numbers


def test_what_the_playbook_says_is_founded() -> None:
    counts = Counts()
    inspect(compose(BRIEF), BRIEF, counts)
    assert counts.shown > 3
    assert counts.unfounded == counts.failing == []


def test_a_wrong_sentence_that_was_shown_is_told() -> None:
    counts = Counts()
    inspect("Open at $3,836.70. Then pay them $4,700 in cash.", BRIEF, counts)
    assert counts.shown == 2
    assert counts.unfounded == counts.failing == ["Then pay them $4,700 in cash."]
    assert list(counts.lines())[-1] == "SHOWN: Then pay them $4,700 in cash."


def test_what_a_model_invents_is_counted_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Start at $3,836.70 and wait for their answer. They will surely take $2,000 today."
    counts = Counts()
    with ModelServer(Script(text)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "none-is-needed")
        lines = Lines("openai:test-model", 10)
        shown = answer(lines, BRIEF, counts)
        lines.close()
    assert counts.said == 2
    assert counts.wrong.total() == 1
    assert "2,000" not in shown
    inspect(shown, BRIEF, counts)
    assert counts.unfounded == counts.failing == []
