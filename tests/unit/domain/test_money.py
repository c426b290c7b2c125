"""Money: read strictly, kept as integer cents, shown as people and programs expect it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain import money
from backend.domain.money import MAX_CENTS, InvalidAmount, parse_amount

cents = st.integers(1, MAX_CENTS)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ("17400", 1_740_000),
        ("17400.00", 1_740_000),
        ("17400.5", 1_740_050),
        ("0.01", 1),
        ("10000000", MAX_CENTS),
        ("10000000.00", MAX_CENTS),
        ("00017", 1_700),
        (17400, 1_740_000),
        (10_000_000, MAX_CENTS),
        (Decimal("17400.50"), 1_740_050),
        (Decimal("1.5E+3"), 150_000),
        (Decimal("0.010"), 1),
        (Decimal("18000." + "0" * 60), 1_800_000),
    ],
)
def test_amounts_are_read_as_cents(given_value: object, expected: int) -> None:
    read = parse_amount(given_value)
    assert read == expected
    assert type(read) is int


@pytest.mark.parametrize(
    "given_value",
    [
        "",
        " ",
        "0",
        "0.00",
        "-1",
        "+1",
        "1e3",
        "1E3",
        "12,000",
        "$12000",
        "12000 ",
        " 12000",
        "12000\n",
        "12.345",
        "12.",
        ".5",
        "1_000",
        "NaN",
        "Infinity",
        "١٢٣",
        "１２",
        "10000000.01",
        "99999999999999999999",
        0,
        -5,
        10_000_001,
        True,
        False,
        None,
        1.5,
        17400.0,
        float("nan"),
        [],
        {},
        b"100",
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        Decimal("-0.01"),
        Decimal(0),
        Decimal("0.001"),
        Decimal("1E+308"),
        Decimal("1E-308"),
        Decimal("1E-999999999"),
        Decimal("0.00" + "9" * 40),
        Decimal("18000." + "0" * 40 + "1"),
        Decimal("10000000.001"),
    ],
)
def test_anything_else_is_refused(given_value: object) -> None:
    with pytest.raises(InvalidAmount):
        parse_amount(given_value)


@given(cents)
def test_what_is_written_for_programs_is_read_back(amount: int) -> None:
    text = money.to_json(amount)
    assert money.from_json(text) == amount
    assert parse_amount(text) == amount
    assert type(money.from_json(text)) is int


@given(st.text(max_size=12))
def test_no_text_is_read_as_an_amount_out_of_bounds(text: str) -> None:
    try:
        read = parse_amount(text)
    except InvalidAmount:
        return
    assert 0 < read <= MAX_CENTS
    assert Decimal(text) * 100 == read


@given(st.integers(-(10**12), 10**12) | st.decimals(allow_nan=True, allow_infinity=True))
def test_no_number_is_read_as_an_amount_out_of_bounds(number: int | Decimal) -> None:
    try:
        read = parse_amount(number)
    except InvalidAmount:
        return
    assert 0 < read <= MAX_CENTS
    assert Decimal(number) * 100 == read


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (1, "$0.01"),
        (100, "$1"),
        (99_999, "$999.99"),
        (1_740_000, "$17,400"),
        (1_818_050, "$18,180.50"),
        (1_818_005, "$18,180.05"),
        (MAX_CENTS, "$10,000,000"),
    ],
)
def test_amounts_are_shown_to_people(amount: int, shown: str) -> None:
    assert money.to_display(amount) == shown


@pytest.mark.parametrize(
    ("dollars", "expected"),
    [("0.005", 1), ("0.0049", 0), ("17400.125", 1_740_013), ("17400.124", 1_740_012)],
)
def test_dollars_are_rounded_half_up(dollars: str, expected: int) -> None:
    assert money.to_cents(Decimal(dollars)) == expected


@pytest.mark.parametrize(
    ("amount", "factor", "expected"),
    [
        (2_000_000, "0.87", 1_740_000),
        (50, "1.01", 51),
        (49, "1.01", 49),
        (25, "0.98", 25),
        (150, "1.01", 152),
    ],
)
def test_scaling_rounds_half_up(amount: int, factor: str, expected: int) -> None:
    assert money.scale(amount, Decimal(factor)) == expected


@given(cents, st.decimals(Decimal("0.5"), Decimal(2), places=2))
def test_scaling_is_exact_to_half_a_cent(amount: int, factor: Decimal) -> None:
    scaled = money.scale(amount, factor)
    assert type(scaled) is int
    assert -Decimal("0.5") < amount * factor - scaled <= Decimal("0.5") or (
        scaled - amount * factor == Decimal("0.5")
    )
