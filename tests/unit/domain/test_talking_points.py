"""Points fit what is advised, are true, and are not told twice."""

from __future__ import annotations

import re

import pytest

from backend.domain.advice.brief import Speaker, Utterance
from backend.domain.advice.talking_points import talking_points
from backend.domain.negotiation import Status, Terms
from backend.domain.pricing import Action
from backend.locales import LANGUAGES
from tests.unit.domain.briefs import brief

NEAR = Terms(2_500_000, 2_400_000)


def test_nothing_more_is_asked_of_a_dealer_whose_price_is_to_be_taken() -> None:
    told = brief("dealer_price", "b18000 d19900")
    assert told.suggestion.action is Action.ACCEPT
    points = " ".join(talking_points(told))
    assert "worth another" not in points
    assert "their turn" not in points
    assert "fee" in points


def test_an_offer_that_went_down_is_no_move_of_the_buyers() -> None:
    told = brief("buyer_offer", "b24600 b24500", NEAR)
    assert told.suggestion.action is Action.LOWER
    points = " ".join(talking_points(told))
    assert "You have moved" not in points
    assert "worth another" not in points
    assert "$24,010" in points


def test_it_is_their_turn_only_after_a_step_up_that_got_no_answer() -> None:
    def points(told: str) -> str:
        return " ".join(talking_points(brief("buyer_offer", told)))

    assert "You have moved and $25,000 has not" in points("b17400 b18000")
    assert "You have moved" not in points("b18000 b17400")
    assert "You have moved" not in points("b17400 d24000 b18000")
    assert "They have come down $1,000" in points("b17400 d24000 b18000")
    assert "They asked $24,000 before" in points("b17400 d24000 d24500 b18000")


@pytest.mark.parametrize(
    "said", ["ok", "thanks", "no", "\U0001f600", "a a a", "hello", "You are wrong", "¿qué?", ""]
)
@pytest.mark.parametrize("told", ["", "b18000 d24000", "b18000 d19900"])
def test_small_talk_has_none(said: str, told: str) -> None:
    assert talking_points(brief("chat", told, said=said)) == ()


@pytest.mark.parametrize("status", [Status.AGREED, Status.WALKED_AWAY, Status.EXPIRED])
def test_a_closed_negotiation_has_none(status: Status) -> None:
    assert talking_points(brief("chat", "b18000 d24000", said="And now?", status=status)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_point_is_told_in_two_advices_in_a_row(language: str) -> None:
    steps = [
        ("opening", ""),
        ("buyer_offer", "b17000"),
        ("dealer_price", "b17000 d24500"),
        ("buyer_offer", "b17000 d24500 b17400"),
        ("chat", "b17000 d24500 b17400"),
        ("dealer_price", "b17000 d24500 b17400 d24000"),
    ]
    talk: list[Utterance] = []
    before: set[str] = set()
    for trigger, told in steps:
        asked = brief(trigger, told, said="How much?", talk=tuple(talk), language=language)
        points = talking_points(asked)
        blotted = {re.sub(r"\d[\d,.]*", "#", point) for point in points}
        assert blotted
        assert not blotted & before
        before = blotted
        talk.append(Utterance(Speaker.ADVISER, "Advice.", points=points))


def test_a_question_gets_points_on_what_it_asks_about() -> None:
    told = "b18000 d24000"
    assert "out-the-door" in " ".join(talking_points(brief("chat", told, said="Which fees?")))
    assert "48,000 miles" in " ".join(talking_points(brief("chat", told, said="High mileage?")))
    assert len(talking_points(brief("chat", told, said="How much?"))) <= 2


def test_at_the_sticker_no_number_is_to_be_defended() -> None:
    points = " ".join(talking_points(brief("opening", "", Terms(2_500_000, 3_000_000))))
    assert "below the sticker" in points
    assert "can decide" not in points
