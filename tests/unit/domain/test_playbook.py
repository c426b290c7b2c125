"""The playbook in the situations that buyers are in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from backend.domain.advice.playbook import compose
from backend.domain.negotiation import Status, Terms
from backend.domain.pricing import Action
from backend.domain.vehicle import Vehicle
from tests.unit.domain.briefs import TERMS, brief

SHORT = Terms(asking=2_500_000, target=2_000_000, walk_away=2_150_000, max_rounds=2)


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def quoted(text: str) -> str:
    return " ".join(re.findall(r"“([^”]*)”", text))


def test_the_opening_names_the_car_the_number_and_the_reason() -> None:
    text = compose(brief("opening"))
    assert "$17,400" in paragraphs(text)[0]
    assert "$25,000" in text or "$20,000" in text
    assert "48,000 miles" in text or "Camry" in text


def test_the_seeds_counteroffer() -> None:
    """Asking $25,000, offer $18,000: solid, 28 % off, hold, at most $18,180."""
    text = compose(brief("buyer_offer", "b18000"))
    assert "$18,000" in paragraphs(text)[0]
    assert "28%" in paragraphs(text)[0]
    assert "$18,180" in paragraphs(text)[1]


@pytest.mark.parametrize("variation", range(12))
def test_hold_says_to_stay_at_the_offer(variation: int) -> None:
    first = paragraphs(compose(brief("buyer_offer", "b18000", variation=variation)))[0]
    assert "$18,000" in first
    assert "$18,180" not in first


@pytest.mark.parametrize("variation", range(12))
def test_raise_names_the_small_step(variation: int) -> None:
    told = brief("buyer_offer", "b23000", Terms(2_500_000, 2_400_000), variation=variation)
    assert told.suggestion.action is Action.RAISE
    assert "$23,460" in paragraphs(compose(told))[0]


@pytest.mark.parametrize("variation", range(12))
def test_lower_names_the_lower_number_first(variation: int) -> None:
    told = brief("buyer_offer", "b24500", Terms(2_500_000, 2_400_000), variation=variation)
    assert told.suggestion.action is Action.LOWER
    assert "$24,010" in paragraphs(compose(told))[0]


@pytest.mark.parametrize("variation", range(6))
@pytest.mark.parametrize(
    ("told", "terms", "reason"),
    [
        ("b18000 d19900", TERMS, "target"),
        ("b18000 d20000", TERMS, "target"),
        ("b21000 d21200", TERMS, "next"),
        ("b18000 d21400", SHORT, "limit"),
    ],
)
def test_accept_says_the_price_and_why(
    told: str, terms: Terms, reason: str, variation: int
) -> None:
    words = {
        "target": ("you hoped for", "came for", "target"),
        "next": ("next",),
        "limit": ("limit", "last round"),
    }[reason]
    made = brief("dealer_price", told, terms, variation=variation)
    assert made.suggestion.action is Action.ACCEPT
    text = compose(made)
    price = told.rsplit("d", 1)[1]
    assert f"${int(price):,}" in paragraphs(text)[0]
    assert any(word in paragraphs(text)[0].lower() for word in words)
    assert "in writing" in text


def test_a_dealer_who_went_up_is_not_chased() -> None:
    text = compose(brief("dealer_price", "b18000 d24000 d24400"))
    assert "$24,400" in text
    assert "$24,000" in text or "$400" in text
    assert re.search(r"went up|rose|Going up", text)


def test_shrinking_concessions_are_named_with_their_sizes() -> None:
    first = paragraphs(compose(brief("dealer_price", "b18000 d24000 d23600")))[0]
    assert "$400" in first
    assert "$1,000" in first


def test_a_repeated_price_is_no_step() -> None:
    text = compose(brief("dealer_price", "b18000 d24000 d24000"))
    assert re.search(r"not moved|No step|twice", paragraphs(text)[0])


def test_bidding_against_oneself_is_pointed_out() -> None:
    text = compose(brief("buyer_offer", "b17400 b18000"))
    assert "$17,400" in text
    assert re.search(r"against yourself|lift a finger|Two offers in a row", text)


@pytest.mark.parametrize("variation", range(6))
def test_after_the_last_round_no_further_offer_is_advised(variation: int) -> None:
    for told in (
        brief("buyer_offer", "b18000", SHORT, variation=variation),
        brief("dealer_price", "b18000 d23000", SHORT, variation=variation),
        brief("chat", "b18000 d23000", SHORT, said="How much next?", variation=variation),
    ):
        text = compose(told)
        assert "$18,180" not in text
        assert re.search(r"2 of 2|last round", text)


def test_an_offer_above_the_dealers_ask_is_called_back() -> None:
    text = compose(brief("buyer_offer", "b18000 d17900 b18500"))
    assert "$17,900" in text
    assert "$18,500" not in quoted(text)


def test_an_offer_above_the_walk_away_price_is_called_back() -> None:
    text = compose(brief("buyer_offer", "b22000"))
    assert "$21,500" in text
    assert "$22,000" not in quoted(text)
    assert "$21,500" not in quoted(text)


def test_walking_away_is_worded() -> None:
    told = brief("dealer_price", "b18000 d24900")
    told = replace(told, suggestion=replace(told.suggestion, action=Action.WALK_AWAY))
    assert "$24,900" in compose(told)
    assert "number" in quoted(compose(told)) or "Call me" in quoted(compose(told))


@pytest.mark.parametrize("status", [Status.AGREED, Status.WALKED_AWAY, Status.EXPIRED])
def test_after_the_end_no_price_is_advised(status: Status) -> None:
    text = compose(brief("chat", "b18000 d19900", said="And now?", status=status))
    assert "$" not in text


def test_no_mileage_is_asked_for() -> None:
    car = Vehicle(2019, "Toyota", "Camry")
    texts = {compose(brief("opening", vehicle=car, variation=number)) for number in range(3)}
    assert all("mileage" in text or "odometer" in text for text in texts)


@pytest.mark.parametrize(
    ("vehicle", "word"),
    [
        (Vehicle(2015, "Nissan", "Leaf", mileage=50_000), "battery"),
        (Vehicle(2015, "Toyota", "Prius", mileage=50_000), "battery"),
        (Vehicle(2015, "Toyota", "Camry", "Hybrid", 50_000), "battery"),
        (Vehicle(2015, "Ford", "F-150", mileage=50_000), "tow"),
        (Vehicle(2015, "Toyota", "Camry", mileage=190_000), "190,000 miles"),
        (Vehicle(2015, "Toyota", "Camry", mileage=90_000), "90,000 miles"),
    ],
)
def test_the_advice_is_about_this_car(vehicle: Vehicle, word: str) -> None:
    texts = [compose(brief("opening", vehicle=vehicle, variation=number)) for number in range(6)]
    assert any(word in text for text in texts)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Should I accept?", r"not|No"),
        ("What do I say now?", r"“"),
        ("Is this a good deal?", r"target|yardstick"),
        ("They won't budge", r"move|rest|sticks"),
        ("How much should I offer next?", r"\$18,180"),
        ("What about financing?", r"loan|bank|financ"),
        ("They asked about my trade-in", r"trade-in|Two deals"),
        ("I want to walk away", r"[Ww]alk|leave|go\b"),
        ("I'm nervous", r"Nerves|tough|say no"),
        ("Should I get an inspection?", r"mechanic|inspect"),
        ("They want a doc fee", r"fee|total|Add-ons"),
        ("Should I meet them in the middle?", r"[Nn]o|not|Compromise"),
        ("They asked for my budget", r"yourself|figure|limit"),
        ("Is my offer too low?", r"low|offend"),
        ("No answer for two days", r"[Qq]uiet|silence|not a no"),
        ("Why so low?", r"[Bb]ecause|discount|[Pp]atience|does the work|first number"),
        ("I need it by Friday", r"soon|fast|date"),
    ],
)
def test_a_question_is_answered_at_once(said: str, expected: str) -> None:
    for variation in range(6):
        text = compose(brief("chat", "b18000 d24000", said=said, variation=variation))
        assert re.search(expected, text), text


def test_a_dealers_tactic_is_answered_with_the_price_as_well() -> None:
    for variation in range(6):
        text = compose(
            brief("dealer_price", "b18000 d24000", said="24,000 today only", variation=variation)
        )
        assert "$24,000" in paragraphs(text)[0]
        assert re.search(r"[Dd]eadline|[Hh]urry|clock", text)


def test_a_yes_to_a_price_that_is_too_high_is_not_cheered() -> None:
    text = compose(brief("dealer_price", "b18000 d24000", said="Deal! 24,000 and it's yours"))
    assert "sounds like a yes" not in text
    assert "Good signs" not in text


def test_a_price_in_a_message_is_to_be_recorded() -> None:
    text = compose(brief("dealer_message", "b18000", said="How about 22,750?"))
    assert "dealer's offer" in text
    assert "22,750" not in text


def test_without_an_offer_none_is_spoken_of() -> None:
    """Nobody who has not named a number is told to stand by it."""
    for said in ("They won't budge", "No reply in days", "What now?", "I want to walk away"):
        for variation in range(6):
            words = quoted(compose(brief("chat", said=said, variation=variation)))
            assert not re.search(r"[Mm]y (offer|number) (stands|stays)|I stay at", words), words
    for said in ("Meet in the middle?", "Another buyer is coming", "Final price", "No way"):
        for variation in range(6):
            words = quoted(compose(brief("dealer_message", said=said, variation=variation)))
            assert not re.search(r"[Mm]y (offer|number) (stands|stays)|I stay at", words), words
