"""Moves, rounds and states."""

from __future__ import annotations

import pytest
from hypothesis import given

from backend.domain.advice.brief import Brief
from backend.domain.errors import NegotiationClosed, RoundsExhausted
from backend.domain.negotiation import (
    Position,
    Status,
    Terms,
    check_open,
    check_rounds_left,
    position_after,
)
from backend.domain.pricing.discount_tiers import is_acceptable, last_step
from backend.domain.vehicle import Vehicle
from tests.unit.domain.arbitrary import briefs
from tests.unit.domain.briefs import TERMS, brief, moves


def test_a_negotiation_begins_in_round_one_at_the_asking_price() -> None:
    position = Position(TERMS)
    assert (position.round, position.buyer_offer, position.dealer_ask) == (1, None, TERMS.asking)


def test_each_buyer_offer_opens_a_round_and_a_dealer_price_does_not() -> None:
    position = position_after(TERMS, moves("b17400 d24000 d23500 b18000"))
    assert position.round == 3
    assert position.buyer_offer == 1_800_000
    assert position.dealer_price == position.dealer_ask == 2_350_000


def test_making_a_move_leaves_the_position_before_it_as_it_was() -> None:
    before = Position(TERMS)
    before.after(moves("b17400")[0])
    assert before == Position(TERMS)


@pytest.mark.parametrize(("round_", "last"), [(9, False), (10, True), (11, True)])
def test_the_last_round(round_: int, last: bool) -> None:
    assert Position(TERMS, round_).is_last_round is last


def test_ten_rounds_allow_nine_offers() -> None:
    position = Position(TERMS)
    for _ in range(9):
        check_rounds_left(position.round, TERMS.max_rounds)
        position = position.after(moves("b17400")[0])
    assert position.is_last_round
    with pytest.raises(RoundsExhausted):
        check_rounds_left(position.round, TERMS.max_rounds)


@pytest.mark.parametrize("status", Status)
def test_only_an_active_negotiation_is_open(status: Status) -> None:
    if status is Status.ACTIVE:
        check_open(status)
        return
    with pytest.raises(NegotiationClosed):
        check_open(status)


def test_a_target_above_the_asking_price_is_warned_of() -> None:
    assert Terms(100, 101).warnings == ("target_above_asking",)
    assert Terms(100, 100).warnings == ()


def test_a_car_has_the_name_that_people_use() -> None:
    assert Vehicle(2019, "Toyota", "Camry", "SE", 48_000).name == "2019 Toyota Camry"


def test_the_brief_tells_the_prices_in_order() -> None:
    told = brief("dealer_price", "b17400 d24000 b18000 d23600")
    assert told.dealer_prices == (2_500_000, 2_400_000, 2_360_000)
    assert told.buyer_offers == (1_740_000, 1_800_000)
    assert told.concessions == (100_000, 40_000)
    assert told.gap == 560_000
    assert told.offers_left == 7


@pytest.mark.parametrize(
    ("told", "less"),
    [
        ("d24000 d23600", True),
        ("d24000 d23000", False),
        ("d24000", False),
        ("d24000 d24000", False),
        ("d25500 d25400", False),
        ("d24000 d24400", False),
    ],
)
def test_shrinking_concessions_are_seen(told: str, less: bool) -> None:
    assert brief("dealer_price", told).is_conceding_less is less


@pytest.mark.parametrize(
    ("told", "against"),
    [
        ("b17400 b18000", True),
        ("b18000 b17400", False),
        ("b17400 d24000 b18000", False),
        ("b17400", False),
        ("", False),
    ],
)
def test_bidding_against_oneself_is_seen(told: str, against: bool) -> None:
    assert brief("chat", told).bids_against_itself is against


@given(briefs())
def test_a_price_has_worth_exactly_when_the_strategy_advises_to_accept_it(told: Brief) -> None:
    """The brief's reasons and the strategy's rule are the same rule."""
    position = told.position
    acceptable = is_acceptable(position, last_step(position)[0])
    assert (told.worth is not None) is acceptable
    assert told.worth is None or position.dealer_price is not None
