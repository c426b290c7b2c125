"""What figures are read from a text, of which kind, and which digits are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.advice.guard.figure import Kind, signed
from backend.domain.advice.guard.languages import ENGLISH
from backend.domain.advice.guard.reading_figures import read_figures
from backend.domain.advice.guard.text import folded
from backend.domain.money import to_display

NAMES = ("ford f-150", "f-150", "mazda 3", "3", "model 3", "328i", "2.5 s")


def read(text: str) -> list[tuple[Kind, Decimal | None]]:
    figures = read_figures(folded(text), ENGLISH, NAMES)
    return [(each.kind, each.value) for each in figures if each.kind is not Kind.COUNT]


@pytest.mark.parametrize(
    "text",
    [
        *("$17,400", "$17400", "$17.4k", "17.4k", "17.4 grand", "$17 400", "17,400 dollars"),
        *("USD 17,400", "US$17,400", "17400 bucks", "17,400", "17.4 thousand", "$17,400.00"),
        *("seventeen thousand four hundred", "seventeen thousand, four hundred dollars"),
        *("seventeen four", "seventeen point four thousand", "Seventeen-thousand-four-hundred"),
        *("17 thousand four hundred", "17 thousand, four hundred dollars"),
        *("＄１７，４００", "$١٧٤٠٠", "$𝟭𝟳,𝟰𝟬𝟬", "17'400 dollars"),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str) -> None:
    assert read(f"Offer {text} and wait.") == [(Kind.AMOUNT, Decimal(17400))]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("between $17,000-$18,000", Kind.AMOUNT, (17000, 18000)),
        ("around 17–18k", Kind.AMOUNT, (17000, 18000)),
        ("$17 to $18k", Kind.AMOUNT, (17000, 18000)),
        ("a thousand dollars", Kind.AMOUNT, (1000,)),
        ("$3.459 a gallon", Kind.AMOUNT, ("3.459",)),
        ("17 thousand four hundred, then 18 thousand", Kind.AMOUNT, (17400, 18000)),
        ("half a grand", Kind.AMOUNT, (None,)),
        ("a few hundred", Kind.AMOUNT, (None,)),
        ("a couple of thousand", Kind.AMOUNT, (None,)),
        ("450 dollars and two cents", Kind.AMOUNT, ("450.02",)),
        ("13%", Kind.PERCENT, (13,)),
        ("13 percent off", Kind.PERCENT, (13,)),
        ("thirteen percent", Kind.PERCENT, (13,)),
        ("10 to 15 percent", Kind.PERCENT, (10, 15)),
        ("at 6.9% APR", Kind.RATE, (Decimal("6.9"),)),
        ("an interest of six point nine percent", Kind.RATE, ("6.9",)),
        ("60 months", Kind.TERM, (60,)),
        ("a five-year loan", Kind.TERM, (60,)),
        ("a 72-month term", Kind.TERM, (72,)),
        ("with 42k miles", Kind.MILEAGE, (42000,)),
        ("48,000 on the clock", Kind.MILEAGE, (48000,)),
        ("forty-two thousand miles", Kind.MILEAGE, (42000,)),
        ("the 2019 one", Kind.YEAR, (2019,)),
        ("a twenty-nineteen model", Kind.YEAR, (2019,)),
        ("from nineteen ninety-eight", Kind.YEAR, (1998,)),
        ("built in two thousand nineteen", Kind.YEAR, (2019,)),
        ("twenty thousand and twenty-five thousand", Kind.AMOUNT, (20_000, 25_000)),
        ("two thousand down", Kind.AMOUNT, (2000,)),
        ("in the low nineteens", Kind.AMOUNT, (None,)),
        ("a tenth off", Kind.UNREAD, (None,)),
        ("18 for the car", Kind.UNREAD, (18,)),
        ("round 4 of 10", Kind.ROUND, (4, 10)),
        ("round four of ten", Kind.ROUND, (4, 10)),
        ("call 415-555-0123", Kind.PHONE, (4155550123,)),
    ],
)
def test_other_figures_are_read_with_their_kind(
    text: str, kind: Kind, values: tuple[int | str | None, ...]
) -> None:
    expected = [(kind, None if value is None else Decimal(value)) for value in values]
    assert read(f"They say {text} there.") == expected


def test_each_of_two_ranges_has_its_own_unit() -> None:
    figures = read("Ask for 10 to 15 percent off, or for $17k to $18k.")
    percents = [(Kind.PERCENT, Decimal(10)), (Kind.PERCENT, Decimal(15))]
    assert figures == [*percents, (Kind.AMOUNT, Decimal(17000)), (Kind.AMOUNT, Decimal(18000))]


def test_cents_belong_to_their_dollars_whatever_figure_stands_before_them() -> None:
    figures = read("13% off comes to 450 dollars and two cents.")
    assert figures == [(Kind.PERCENT, Decimal(13)), (Kind.AMOUNT, Decimal("450.02"))]


@pytest.mark.parametrize(
    "text",
    [
        *("Ask for 2 keys.", "There are 3 other buyers.", "Wait 48 hours.", "One thing first."),
        *("The Ford F-150 tows.", "A Mazda 3 is small.", "The Model 3 is quick.", "A V6 drinks."),
        *("Look at the 328i.", "It is a 4x4.", "The 2.5 S is enough.", "It was a 2-day wait."),
        *("No one knows.", "They are open 24/7.", "Come at 5 pm or 17:30.", "1. Wait."),
        *("Hundreds of other cars are for sale.", "Not one dollar more.", "A second key."),
    ],
)
def test_what_only_holds_digits_is_no_figure(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    "text",
    [
        *("$17,4OO", "1O,000", "Offer 18.2 now.", "Offer $.", "17½", "9" * 40),
        "Offer nineteen point twenty thousand.",
    ],
)
def test_what_cannot_be_read_is_said_to_be_unread(text: str) -> None:
    assert Kind.UNREAD in {kind for kind, _ in read(text)}


@given(st.integers(1, 1_000_000_000))
def test_every_amount_that_the_product_shows_is_read_back(cents: int) -> None:
    expected = (Kind.AMOUNT, Decimal(cents) / 100)
    assert read(f"They want {to_display(cents)} for it.") == [expected]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    clean = folded(text)
    for figure in read_figures(clean, ENGLISH, NAMES):
        assert 0 <= figure.start < figure.end <= len(clean)


@given(st.text(st.sampled_from("0123456789,. $%"), max_size=60))
def test_no_digit_is_overlooked(text: str) -> None:
    clean = folded(f"it {text}")
    figures = read_figures(clean, ENGLISH)
    for place, character in enumerate(clean):
        if character.isdigit() or character in "$%":
            assert any(each.start <= place < each.end for each in figures)


def test_a_stance_is_judged_without_the_words_of_figures() -> None:
    text = folded("Open at seventeen thousand dollars for all four tires, $400 a tire.")
    told = signed(text, read_figures(text, ENGLISH))
    assert told == "open at # for all four tires, $400 a tire."
