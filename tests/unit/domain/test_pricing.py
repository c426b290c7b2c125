"""``discount_tiers``, exactly as the contract gives it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from backend.domain.money import parse_amount, to_json
from backend.domain.negotiation import Position, Terms, Trigger
from backend.domain.pricing import DEFAULT_STRATEGY, STRATEGIES, Action, Suggestion
from backend.domain.pricing.discount_tiers import DiscountTiers
from tests.unit.domain.arbitrary import positions
from tests.unit.domain.briefs import TERMS, brief

RULE = STRATEGIES["discount_tiers"]
OPEN_ENDED = Terms(asking=2_500_000, target=2_000_000)


def after_offer(offer: str, terms: Terms = OPEN_ENDED) -> Suggestion:
    position = Position(terms, round=2, buyer_offer=parse_amount(offer))
    return RULE.suggest(position, Trigger.BUYER_OFFER)


def test_the_seeds_rule_is_the_default() -> None:
    assert DEFAULT_STRATEGY == "discount_tiers"
    assert isinstance(RULE, DiscountTiers)


def test_a_target_of_20000_opens_at_17400() -> None:
    suggestion = RULE.suggest(Position(OPEN_ENDED), Trigger.OPENING)
    assert to_json(suggestion.price) == "17400.00"
    assert suggestion.action is Action.OPEN
    assert suggestion.discount_percent is None


@pytest.mark.parametrize(
    ("offer", "price", "action", "percent"),
    [
        ("18000", "18180.00", Action.HOLD, "28.00"),
        ("22500", "22725.00", Action.HOLD, "10.00"),
        ("22501", "22951.02", Action.RAISE, "9.99"),
        ("23750", "24225.00", Action.RAISE, "5.00"),
        ("23751", "23275.98", Action.LOWER, "4.99"),
        ("22500.01", "22950.01", Action.RAISE, "9.99"),
        ("23750.01", "23275.01", Action.LOWER, "4.99"),
        ("25000", "24500.00", Action.LOWER, "0.00"),
        ("0.01", "0.01", Action.HOLD, "99.99"),
    ],
)
def test_the_tiers_at_an_asking_price_of_25000(
    offer: str, price: str, action: Action, percent: str
) -> None:
    suggestion = after_offer(offer)
    assert to_json(suggestion.price) == price
    assert suggestion.action is action
    assert suggestion.discount_percent == percent


def test_an_offer_above_the_asking_price_is_capped_by_it() -> None:
    suggestion = after_offer("26000")
    assert to_json(suggestion.price) == "25000.00"
    assert suggestion.discount_percent == "-4.00"


@pytest.mark.parametrize(
    ("limit", "price"), [("18100", "18100.00"), ("18180", "18180.00"), ("19000", "18180.00")]
)
def test_the_walk_away_price_caps(limit: str, price: str) -> None:
    terms = replace(OPEN_ENDED, target=1_800_000, walk_away=parse_amount(limit))
    assert to_json(after_offer("18000", terms).price) == price


def test_the_dealers_latest_ask_caps() -> None:
    suggestion = brief("buyer_offer", "d18100 b18000").suggestion
    assert to_json(suggestion.price) == "18100.00"


def test_a_target_above_the_asking_price_opens_at_most_at_it() -> None:
    terms = Terms(asking=2_000_000, target=2_400_000)
    assert RULE.suggest(Position(terms), Trigger.OPENING).price == 2_000_000


@pytest.mark.parametrize("trigger", [Trigger.CHAT, Trigger.DEALER_MESSAGE])
def test_talk_without_a_price_keeps_the_last_step(trigger: Trigger) -> None:
    position = Position(OPEN_ENDED, round=2, buyer_offer=1_800_000)
    suggestion = RULE.suggest(position, trigger)
    assert suggestion.price == 1_818_000
    assert suggestion.action is Action.ANSWER


def test_a_dealers_price_keeps_the_last_step_capped_anew() -> None:
    suggestion = brief("dealer_price", "b18000 d24000").suggestion
    assert (suggestion.price, suggestion.action) == (1_818_000, Action.HOLD)


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("d20000", Action.ACCEPT),
        ("d20000.01", Action.HOLD),
        ("b18000 d18180", Action.ACCEPT),
        ("b21000 d21210", Action.ACCEPT),
        ("b21000 d21210.01", Action.HOLD),
        ("b21400 d21500", Action.ACCEPT),
        ("b21400 d21500.01", Action.HOLD),
        ("b18000 d21500", Action.HOLD),
    ],
)
def test_when_a_dealers_price_is_to_be_accepted(told: str, action: Action) -> None:
    """Target $20,000, limit $21,500; from $21,000 the next offer would be $21,210."""
    assert brief("dealer_price", told).suggestion.action is action


@pytest.mark.parametrize(("price", "action"), [("21500", "accept"), ("21500.01", "hold")])
def test_the_last_round_accepts_up_to_the_walk_away_price(price: str, action: str) -> None:
    last = replace(TERMS, max_rounds=2)
    assert brief("dealer_price", f"b18000 d{price}", last).suggestion.action == action
    assert brief("dealer_price", f"b18000 d{price}", TERMS).suggestion.action == "hold"


def test_the_last_round_without_a_walk_away_price_accepts_nothing_more() -> None:
    last = replace(OPEN_ENDED, max_rounds=2)
    assert brief("dealer_price", "b18000 d20000.01", last).suggestion.action == "hold"


def test_the_asking_price_alone_is_never_accepted() -> None:
    cheap = Terms(asking=1_000_000, target=2_000_000)
    for trigger in Trigger:
        assert RULE.suggest(Position(cheap), trigger).action is not Action.ACCEPT


@given(positions())
def test_a_suggestion_is_exact_and_within_its_caps(position: Position) -> None:
    for trigger in Trigger:
        suggestion = RULE.suggest(position, trigger)
        assert type(suggestion.price) is int
        assert suggestion.price >= 1
        assert suggestion.price <= position.dealer_ask
        assert suggestion.price <= (position.terms.walk_away or suggestion.price)
        assert to_json(suggestion.price).count(".") == 1


@given(positions())
def test_the_tier_is_that_of_the_exact_discount(position: Position) -> None:
    offer = position.buyer_offer
    if offer is None:
        return
    discount = Decimal(position.terms.asking - offer) / Decimal(position.terms.asking)
    expected = Action.LOWER
    if discount >= Decimal("0.05"):
        expected = Action.RAISE
    if discount >= Decimal("0.10"):
        expected = Action.HOLD
    assert RULE.suggest(position, Trigger.BUYER_OFFER).action is expected


@given(positions())
def test_the_percentage_is_rounded_down(position: Position) -> None:
    suggestion = RULE.suggest(position, Trigger.CHAT)
    if position.buyer_offer is None:
        assert suggestion.discount_percent is None
        return
    shown, asking = suggestion.discount_percent, position.terms.asking
    assert shown is not None
    saved = Decimal(asking - position.buyer_offer) * 100
    assert Decimal(shown) * asking <= saved < (Decimal(shown) + Decimal("0.01")) * asking
    assert len(shown.rsplit(".", 1)[1]) == 2


@given(positions())
def test_acceptance_never_goes_beyond_what_the_buyer_would_pay(position: Position) -> None:
    suggestion = RULE.suggest(position, Trigger.DEALER_PRICE)
    if suggestion.action is not Action.ACCEPT:
        return
    price, limit = position.dealer_price, position.terms.walk_away
    assert price is not None
    assert limit is None or price <= limit


def test_what_a_strategy_tells_about_itself_is_what_it_does() -> None:
    assert RULE.parameters == {
        "opening_factor": "0.87",
        "hold_from_percent": "10",
        "hold_factor": "1.01",
        "raise_from_percent": "5",
        "raise_factor": "1.02",
        "lower_factor": "0.98",
    }
    assert RULE.name in STRATEGIES
    assert RULE.description
