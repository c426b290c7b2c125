"""Tokens, prices and limits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.spending import (
    NO_LIMIT,
    Limit,
    Price,
    Prices,
    Tokens,
    dollars,
    to_micro_dollars,
)

PRICE = st.decimals(0, 1000, places=4)
COUNT = st.integers(0, 10_000_000)


@given(PRICE, PRICE, COUNT, COUNT)
def test_a_cost_is_exact_and_rounded_up(
    input_price: Decimal, output_price: Decimal, read: int, written: int
) -> None:
    cost = Price(input_price, output_price).of(Tokens(read, written))
    exact = Fraction(input_price) * read + Fraction(output_price) * written
    assert isinstance(cost, int)
    assert 0 <= cost - exact < 1


def test_a_million_tokens_cost_their_price() -> None:
    price = Price(Decimal("0.15"), Decimal("0.60"))
    assert price.of(Tokens(1_000_000, 0)) == 150_000
    assert price.of(Tokens(0, 1_000_000)) == 600_000
    assert price.of(Tokens(1, 0)) == 1


def test_prices_are_read() -> None:
    prices = Prices.parse(" openai:gpt-4o-mini=0.15/0.60 ,ollama:a=b=0/0,")
    assert prices.of("openai:gpt-4o-mini") == Price(Decimal("0.15"), Decimal("0.60"))
    assert prices.of("ollama:a=b") == prices.of("another") == Price(Decimal(0), Decimal(0))
    assert Prices.parse("") == Prices()


@pytest.mark.parametrize(
    "text",
    ["x", "openai:a", "=1/2", "openai:a=1", "openai:a=1/", "a=-1/2", "a=nan/1", "a=1/2/3"],
)
def test_wrong_prices_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        Prices.parse(text)


def test_dollars_become_micro_dollars() -> None:
    assert to_micro_dollars(dollars("0.5")) == 500_000
    assert to_micro_dollars(dollars(" 0.0000001 ")) == 1
    for wrong in ("", "1e99", "inf", "-0.01", "a dollar"):
        with pytest.raises(ValueError, match="is not"):
            dollars(wrong)


@given(COUNT, COUNT, COUNT, COUNT, st.booleans(), st.booleans())
def test_tokens_add_up(a: int, b: int, c: int, d: int, first: bool, second: bool) -> None:
    both = Tokens(a, b, first) + Tokens(c, d, second)
    assert both == Tokens(a + c, b + d, first or second)
    assert both.total == a + b + c + d


def test_a_limit_may_be_reached_and_not_passed() -> None:
    assert NO_LIMIT.allows(10**9, 10**9)
    assert Limit(tokens=10).allows(10, 10**9)
    assert not Limit(tokens=10).allows(11, 0)
    assert not Limit(tokens=10, cost=5).allows(1, 6)
