"""Whatever is pasted in: no error, bounded time, and nothing that does not stand in the text."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.dealer_reading import (
    Context,
    Fee,
    Figure,
    Payment,
    Quote,
    Reading,
    Role,
    Signal,
    find_quote,
    read_dealer_message,
    verify,
)
from backend.domain.dealer_reading.folding import fold
from backend.domain.money import MAX_CENTS
from tests.unit.domain.dealer_reading.examples import EXAMPLES, bargain

CONTEXT = bargain(20_000, 19_200, 17_000)
LONG = 5_000
MOST_SECONDS = 2
"""A generous bound for a shared machine; a rule that is not linear takes minutes."""

HOSTILE = [
    "1" * LONG,
    "1," * (LONG // 2),
    "1.1" * (LONG // 3),
    "$" * LONG,
    "$1 " * (LONG // 3),
    "18,500 " * (LONG // 7),
    "1-" * (LONG // 2),
    "eighteen " * (LONG // 9),
    "a hundred and a half " * (LONG // 21),
    "a" * LONG,
    "a@" * (LONG // 2),
    " " * LONG,
    "\n" * LONG,
    "?" * LONG,
    "can't " * (LONG // 6),
    "way so " * (LONG // 7),
    "title " * (LONG // 6),
    "the best lowest final " * (LONG // 22),
    "it is not not the lowest i can go do " * (LONG // 37),
    "72 months " * (LONG // 10),
    "389 a month down payment " * (LONG // 25),
    "doc fee " * (LONG // 8),
    "what is are you " * (LONG // 16),
    "٣" * LONG,
    "\u200b\u202e" * (LONG // 2),
    "\ud800\x00" * (LONG // 2),
    "ﷺ" * LONG,
    "½⅓①" * (LONG // 3),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_time_is_bounded(text: str) -> None:
    started = time.process_time()
    reading = read_dealer_message(text, CONTEXT)
    assert time.process_time() - started < MOST_SECONDS
    assert verify(reading, text) == reading


def test_forty_prices_in_capitals() -> None:
    prices = range(18_000, 22_000, 100)
    text = " ".join(f"ONLY ${price:,} TODAY!!!" for price in prices)
    reading = read_dealer_message(text, CONTEXT)
    assert [figure.amount for figure in reading.figures] == [price * 100 for price in prices]
    assert reading.offer is not None


def test_digits_of_other_scripts_and_hidden_characters() -> None:
    for text in (
        "I can do ١٨٥٠٠",
        "I can do １８，５００",
        "I can do $18\u200b,5\u200d00",
        "\u202eI can do 18,500",
    ):
        offer = read_dealer_message(text, CONTEXT).offer
        assert offer is not None
        assert offer.amount == 18_500_00
        assert text[offer.quote.start : offer.quote.end] == offer.quote.text


_PIECES = """
18,500 18.5k 95 $500 17000 1.5 eighteen five hundred grand off more less doc fee month down can't
do is too low lowest I'll take it how about between and - to ? . , ! $ % miles 2016 \u200b with plus
tax deal you paid owe firm out the door
"""
_words = st.sampled_from(_PIECES.split())
_texts = st.text(max_size=200) | st.lists(_words, max_size=25).map(" ".join)
_cents = st.integers(1, MAX_CENTS)
_contexts = st.builds(
    Context,
    asking=_cents,
    ask=_cents,
    buyer_offer=st.none() | _cents,
    year=st.none() | st.integers(1900, 2030),
    mileage=st.none() | st.integers(0, 2_000_000),
)


@given(_texts, _contexts)
def test_never_raises_and_all_that_is_read_stands_there(text: str, context: Context) -> None:
    reading = read_dealer_message(text, context)
    assert verify(reading, text) == reading
    quotes = [
        *(item.quote for item in reading.figures),
        *(item.quote for item in reading.fees),
        *(item.quote for item in reading.payments),
        *(item.quote for item in reading.signals),
    ]
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
    for figure in reading.figures:
        assert 0 < figure.amount <= 2 * MAX_CENTS
    assert sum(figure.role is Role.OFFER for figure in reading.figures) <= 1


@given(_texts)
def test_folding_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)


@given(_texts, _texts)
def test_nothing_passes_that_stands_in_another_text(text: str, other: str) -> None:
    kept = verify(read_dealer_message(text, CONTEXT), other)
    for figure in kept.figures:
        assert figure.quote.text in other


@given(_texts, st.integers(-5, 300), st.integers(-5, 300), st.text(max_size=20), _cents)
def test_an_invented_reading_never_raises(
    text: str, start: int, end: int, words: str, cents: int
) -> None:
    quote = Quote(start, end, words)
    invented = Reading(
        CONTEXT,
        (Figure(quote, cents, Role.OFFER), Figure(quote, cents, Role.OFFER, step=-cents)),
        (Fee(quote, "doc fee", cents),),
        (Payment(quote, cents, 72, 0),),
    )
    assert verify(verify(invented, text), text) == verify(invented, text)


def test_what_a_model_makes_up_is_dropped() -> None:
    text = "I could do 18,500 plus a $499 doc fee, or $389 a month for 72 months."
    quote, fee, monthly = (
        find_quote(text, words)
        for words in ("18,500", "a $499 doc fee", "$389 a month for 72 months")
    )
    assert quote
    assert fee
    assert monthly
    true = Reading(
        CONTEXT,
        (Figure(quote, 18_500_00, Role.OFFER),),
        (Fee(fee, "doc fee", 499_00),),
        (Payment(monthly, 389_00, 72),),
    )
    assert verify(true, text) == true
    part = Quote(quote.start, quote.end - 1, quote.text[:-1])
    for figure in (
        Figure(quote, 17_500_00, Role.OFFER),
        Figure(part, 1_850_00, Role.OFFER),
        Figure(part, 18_500_00, Role.OFFER),
        Figure(replace(quote, start=quote.start - 1), 18_500_00, Role.OFFER),
        Figure(quote, 700_00, Role.OFFER, step=-18_500_00),
        Figure(Quote(-3, len(text) + 5, text), 18_500_00, Role.OFFER),
    ):
        assert verify(replace(true, figures=(figure,)), text).figures == ()
    for made_up in (
        Fee(fee, "doc fee", 599_00),
        Fee(replace(fee, text="a $599 doc fee"), "doc fee"),
    ):
        assert verify(replace(true, fees=(made_up,)), text).fees == ()
    for payment in (
        Payment(monthly, 299_00, 72),
        Payment(monthly, 389_00, 60),
        Payment(monthly, 389_00, 72, 3_000_00),
        Payment(monthly, 389_00, 72, 0),
    ):
        assert verify(replace(true, payments=(payment,)), text).payments == ()


def test_only_one_offer_passes() -> None:
    text = "18,500 or 18,900"
    quotes = [find_quote(text, words) for words in ("18,500", "18,900")]
    figures = tuple(
        Figure(quote, int(quote.text.replace(",", "")) * 100, Role.OFFER)
        for quote in quotes
        if quote
    )
    kept = verify(Reading(CONTEXT, figures), text)
    assert [figure.amount for figure in kept.figures] == [18_500_00]


def test_a_signal_passes_only_with_its_words() -> None:
    (signal, *_) = read_dealer_message("Take it or leave it.", CONTEXT).signals
    reading = Reading(CONTEXT, signals=(signal, Signal(Quote(0, 4, "Keep"), signal.intent)))
    assert verify(reading, "Take it or leave it.").signals == (signal,)
    assert verify(reading, "Keep it or leave it.").signals == (reading.signals[1],)


def test_quotes_are_found_literally() -> None:
    assert find_quote("I can do 18,500", "18,500") == Quote(9, 15, "18,500")
    assert find_quote("I can do 18,500", "19,000") is None
    assert find_quote("I can do 18,500", "") is None


def test_there_are_enough_examples() -> None:
    assert len({example.text for example in EXAMPLES}) >= 80
