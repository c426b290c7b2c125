"""Fees, add-ons, payments and intentions."""

from __future__ import annotations

import pytest

from backend.domain.dealer_reading import Intent, read_dealer_message
from tests.unit.domain.dealer_reading.examples import bargain

CONTEXT = bargain(20_000, 19_200, 17_000)


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("There is a doc fee of $499.", [("doc fee", 499)]),
        ("$499 documentation fee applies", [("doc fee", 499)]),
        ("$300 handling, and tax on top", [("processing fee", 300), ("taxes", None)]),
        ("It adds up: $300 handling.", [("processing fee", 300)]),
        ("Great handling, and only 20,000 miles", []),
        ("$1,200 for the protection package", [("protection package", 1200)]),
        ("paint protection is 799", [("protection package", 799)]),
        ("Extended warranty runs 2,400", [("extended warranty", 2400)]),
        ("dealer prep: $350", [("dealer fee", 350)]),
        ("destination charge $1,095", [("destination fee", 1095)]),
        ("a $3,000 market adjustment", [("market adjustment", 3000)]),
        ("VIN etching 299 and nitrogen 199", [("VIN etching", 299), ("nitrogen", 199)]),
        ("$250 for title and registration", [("title and registration", 250)]),
        ("GAP insurance would be $900", [("gap insurance", 900)]),
        ("ceramic coating is 995", [("coating", 995)]),
        ("processing fee 1.2k", [("processing fee", 1200)]),
        ("$18,900 plus tax and a $499 doc fee", [("taxes", None), ("doc fee", 499)]),
        ("18,900 plus fees", [("fees", None)]),
        ("No doc fee! We waive all fees.", []),
        ("Taxes and fees included", []),
        ("I'll throw in an extended warranty", []),
        ("The title is clean", []),
    ],
)
def test_fees_by_name_and_amount(text: str, fees: list[tuple[str, int | None]]) -> None:
    reading = read_dealer_message(text, CONTEXT)
    found = [(fee.name, fee.amount and fee.amount // 100) for fee in reading.fees]
    assert found == fees
    for fee in reading.fees:
        assert fee.quote.text in text


@pytest.mark.parametrize(
    ("text", "monthly", "months", "down"),
    [
        ("$389/mo for 72 months with 3,000 down", 389, 72, 3000),
        ("389 a month", 389, None, None),
        ("Only $389 per month, 60 mo, zero down", 389, 60, 0),
        ("payments as low as 299 with $2,500 due at signing", 299, None, 2500),
        ("$350 monthly on a 6 year loan", 350, 72, None),
        ("Monthly: $310. Term 72 months. Down $2,000.", 310, 72, 2000),
        ("with a down payment of $4k", None, None, 4000),
    ],
)
def test_payments(text: str, monthly: int | None, months: int | None, down: int | None) -> None:
    reading = read_dealer_message(text, CONTEXT)
    (payment,) = reading.payments
    assert payment.monthly == (monthly and monthly * 100)
    assert payment.months == months
    assert payment.down == (down if down is None else down * 100)
    assert reading.offer is None


def test_several_payments_are_told_apart() -> None:
    text = "$389 a month for 72 months or $455 a month for 60 months"
    found = [(each.monthly, each.months) for each in read_dealer_message(text, CONTEXT).payments]
    assert found == [(389_00, 72), (455_00, 60)]


@pytest.mark.parametrize("text", ["60 months old", "it has 36 months of warranty", "call 389"])
def test_no_payment(text: str) -> None:
    assert read_dealer_message(text, CONTEXT).payments == ()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("This price is only good today.", Intent.DEADLINE),
        ("The offer expires Friday", Intent.DEADLINE),
        ("I need an answer by 5pm", Intent.DEADLINE),
        ("It won't last long!", Intent.DEADLINE),
        ("There's another buyer coming tonight", Intent.DEADLINE),
        ("Can you sign today?", Intent.DEADLINE),
        ("Sorry, that's way too low", Intent.REFUSAL),
        ("I can’t accept that.", Intent.REFUSAL),
        ("We'd be losing money on it", Intent.REFUSAL),
        ("No deal", Intent.REFUSAL),
        ("That won't work", Intent.REFUSAL),
        ("18,500 is my best and final offer", Intent.FINAL),
        ("Take it or leave it.", Intent.FINAL),
        ("THE PRICE IS FIRM", Intent.FINAL),
        ("I can't go any lower", Intent.FINAL),
        ("You've got a deal!", Intent.AGREEMENT),
        ("That works for me", Intent.AGREEMENT),
        ("OK, 17,000 it is", Intent.AGREEMENT),
        ("Alright, deal", Intent.AGREEMENT),
        ("What's your budget?", Intent.QUESTION),
        ("what were you hoping to pay", Intent.QUESTION),
        ("Nice to hear. Are you paying cash", Intent.QUESTION),
        ("Make me an offer", Intent.QUESTION),
    ],
)
def test_intentions(text: str, intent: Intent) -> None:
    for written in (text, text.upper()):
        assert read_dealer_message(written, CONTEXT).has(intent)


@pytest.mark.parametrize(
    "text", ["Hello there.", "It is navy blue.", "I drove it downtown.", "", "The car is a 2016."]
)
def test_no_intentions(text: str) -> None:
    assert read_dealer_message(text, CONTEXT).signals == ()


def test_each_question_is_quoted_whole() -> None:
    text = "Sure. Are you paying cash? Also, do you have a trade-in? Thanks."
    reading = read_dealer_message(text, CONTEXT)
    questions = [each.quote.text for each in reading.signals if each.intent is Intent.QUESTION]
    assert questions == ["Are you paying cash?", "Also, do you have a trade-in?"]
