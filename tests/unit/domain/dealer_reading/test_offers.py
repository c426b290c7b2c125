"""The dealer's offer: in our own sentences always, in real ones where they lie beside the checkout.

The real dialogues may not be committed; ``python -m bench.dealer_reading`` reports on them.
"""

from __future__ import annotations

import json

import pytest

from backend.domain.dealer_reading import Reading, Role, read_dealer_message, verify
from bench.dealer_reading import DIALOGUES, LABELS, is_held_out, measure
from tests.unit.domain.dealer_reading.examples import EXAMPLES, Example, bargain

LEAST_RIGHT = 95


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50] or "empty")
def test_the_offer_in_our_own_sentences(example: Example) -> None:
    reading = read_dealer_message(example.text, example.context)
    assert _dollars(reading) == example.offer
    assert verify(reading, example.text) == reading


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50] or "empty")
def test_shouting_and_odd_spaces_change_nothing(example: Example) -> None:
    loud = "\u00a0 " + example.text.upper().replace(" ", " \u2009") + "\n\n"
    assert _dollars(read_dealer_message(loud, example.context)) == example.offer


def test_more_than_95_percent_are_right_in_each_half() -> None:
    own = [
        _dollars(read_dealer_message(each.text, each.context)) == each.offer for each in EXAMPLES
    ]
    real = measure(DIALOGUES) if DIALOGUES.exists() else []
    halves = [
        own,
        [each.is_right for each in real if each.held_out],
        [each.is_right for each in real if not each.held_out],
    ]
    for half in halves:
        assert 100 * sum(half) >= LEAST_RIGHT * len(half)


def test_labels_are_keys_and_amounts_and_nothing_that_was_said() -> None:
    labels = json.loads(LABELS.read_text())
    rows = [*labels["dealer_offers"], *labels["buyer_offers"]]
    assert len({(row["dialogue"], row["event"]) for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() - {"note"} == {"dialogue", "event", "offer"}
        assert row["offer"] is None or row["offer"] % 100 == 0
    assert len(labels["dealer_offers"]) >= 150
    assert any(is_held_out(row["dialogue"]) for row in rows)


@pytest.mark.parametrize(
    ("text", "amount", "role"),
    [
        ("16,500 is too low. How about 18,800?", 16_500, Role.REFUSED),
        ("I paid 19,800 for it. I need at least 19,000.", 19_800, Role.ELSEWHERE),
        ("It was listed at 21,500, now it's 19,900.", 21_500, Role.OTHER_PRICE),
        ("I could do 19,200, or 18,000 if you have a trade", 18_000, Role.OTHER_PRICE),
        ("It's 19,900 with the $499 doc fee", 499, Role.FEE),
        ("That's $389 a month", 389, Role.MONTHLY),
        ("with $3,000 down", 3_000, Role.DOWN_PAYMENT),
        ("I can't take $500 off", 500, Role.DIFFERENCE),
    ],
)
def test_what_the_other_amounts_are(text: str, amount: int, role: Role) -> None:
    reading = read_dealer_message(text, bargain(20_000, 20_000, 16_500))
    assert (amount * 100, role) in {(figure.amount, figure.role) for figure in reading.figures}


def test_a_computed_price_says_what_it_was_computed_from() -> None:
    off, more = (
        read_dealer_message(text, bargain(20_000, 19_200, 17_000)).offer
        for text in ("I can take $500 off.", "Give me $200 more and it's yours")
    )
    assert off is not None
    assert (off.quote.text, off.amount, off.step) == ("$500", 18_700_00, -500_00)
    assert more is not None
    assert (more.quote.text, more.amount, more.step) == ("$200", 17_200_00, 200_00)


def test_more_than_nothing_is_no_price() -> None:
    reading = read_dealer_message("Give me $200 more and it's yours", bargain(20_000))
    assert reading.offer is None
    assert [figure.role for figure in reading.figures] == [Role.DIFFERENCE]


@pytest.mark.parametrize(
    ("text", "all_in"),
    [
        ("$18,900 out the door", True),
        ("Out the door you'd be at 18,900", True),
        ("18,900 OTD", True),
        ("18,900, all in", True),
        ("$18,900. Tax and fees included.", True),
        ("$18,900 plus tax and title", False),
        ("$18,900 + TTL", False),
        ("18,900 before taxes", False),
        ("18,900 plus $499 doc fee", False),
        ("18,900 plus a $499 doc fee", False),
        ("I can do 18,900", None),
    ],
)
def test_whether_taxes_and_fees_are_in_the_price(text: str, all_in: bool | None) -> None:
    offer = read_dealer_message(text, bargain(20_000)).offer
    assert offer is not None
    assert (offer.amount, offer.all_in) == (18_900_00, all_in)


@pytest.mark.parametrize(
    ("text", "bid", "counters"),
    [
        ("How about 18,500?", 17_000, True),
        ("Deal at 17,000", 17_000, False),
        ("How about 18,500?", None, False),
        ("17,000 is too low", 17_000, False),
    ],
)
def test_a_counteroffer_is_another_price_than_the_buyers(
    text: str, bid: int | None, counters: bool
) -> None:
    assert read_dealer_message(text, bargain(20_000, bid=bid)).is_counteroffer is counters


def test_the_cars_own_year_and_mileage_are_no_prices() -> None:
    cheap = bargain(2_300, year=2016)
    for text in ("2016", "It's a 2016", "in 2016"):
        assert read_dealer_message(text, cheap).offer is None
    assert _dollars(read_dealer_message("I can do 2016", cheap)) == 2016
    dear = bargain(70_000)
    assert read_dealer_message("it has about 64,210 now", dear).offer is None
    assert _dollars(read_dealer_message("I'd take $64,210", dear)) == 64_210


def _dollars(reading: Reading) -> int | None:
    return reading.offer.amount // 100 if reading.offer else None
