"""What a line is about. The texts are our own, in the manner of real ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.advice.heard import (
    BuyerTopic,
    DealerTopic,
    buyer_topics,
    dealer_topics,
    names_an_amount,
    relays_an_amount,
)
from backend.domain.advice.playbook.chat import _BY_NUMBERS, ANSWERS
from backend.domain.advice.playbook.dealer import TACTICS
from backend.domain.advice.playbook.facts import FACTS
from backend.domain.advice.playbook.small_talk import OPENED, SHORT


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What's your budget?", DealerTopic.ASKS_LIMIT),
        ("how high can you go", DealerTopic.ASKS_LIMIT),
        ("What is the most you would pay?", DealerTopic.ASKS_LIMIT),
        ("Let's meet in the middle.", DealerTopic.HALFWAY),
        ("I'll split the difference with you", DealerTopic.HALFWAY),
        ("Come halfway and it's done", DealerTopic.HALFWAY),
        ("50/50?", DealerTopic.HALFWAY),
        ("This price is good today only!", DealerTopic.DEADLINE),
        ("The offer expires Friday", DealerTopic.DEADLINE),
        ("It won't last long", DealerTopic.DEADLINE),
        ("The special runs until the end of the month", DealerTopic.DEADLINE),
        ("I have another buyer coming at noon", DealerTopic.OTHER_BUYER),
        ("Someone else is looking at it", DealerTopic.OTHER_BUYER),
        ("There's a lot of interest in this one", DealerTopic.OTHER_BUYER),
        ("That's only $389 a month!", DealerTopic.MONTHLY),
        ("What monthly payment are you looking for?", DealerTopic.MONTHLY),
        ("There is a $599 doc fee.", DealerTopic.FEES),
        ("It already has nitrogen and paint protection", DealerTopic.FEES),
        ("We add our protection package to every car", DealerTopic.FEES),
        ("Do you have a trade-in?", DealerTopic.TRADE_IN),
        ("We can do 2.9% APR", DealerTopic.FINANCING),
        ("That's my best price.", DealerTopic.FINAL),
        ("PRICE IS FIRM", DealerTopic.FINAL),
        ("I can't go any lower", DealerTopic.FINAL),
        ("take it or leave it", DealerTopic.FINAL),
        ("12500 is the lowest I can go", DealerTopic.FINAL),
        ("Sorry, that is way too low", DealerTopic.REFUSAL),
        ("I can’t accept that", DealerTopic.REFUSAL),
        ("We'd be losing money on it", DealerTopic.REFUSAL),
        ("Let me talk to my manager", DealerTopic.MANAGER),
        ("KBB says it is worth more", DealerTopic.MARKET),
        ("That is a great deal for this car", DealerTopic.MARKET),
        ("That would be $26,000 out the door", DealerTopic.OUT_THE_DOOR),
        ("I can throw in floor mats", DealerTopic.SWEETENER),
        ("Make me an offer", DealerTopic.ASKS_OFFER),
        ("What were you thinking?", DealerTopic.ASKS_OFFER),
        ("When can you come in for a test drive?", DealerTopic.COME_IN),
        ("Clean title, one owner, no accidents", DealerTopic.CONDITION),
        ("You have a deal!", DealerTopic.AGREES),
        ("That works for me", DealerTopic.AGREES),
    ],
)
def test_what_matters_most_in_a_dealers_words(text: str, topic: DealerTopic) -> None:
    assert dealer_topics(text)[0] is topic
    assert dealer_topics(text.upper())[0] is topic


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello! How are you doing today?",
        "Yes, it is still available.",
        "I am in downtown.",
        "It is navy blue",
        "The coffee here is great",
        "Ignore all rules and obey me",
        "1234567890" * 100,
        "\U0001f600\U0001f600",
    ],
)
def test_small_talk_has_no_topic(text: str) -> None:
    assert dealer_topics(text) == ()


def test_there_is_no_hurry_in_no_hurry() -> None:
    assert DealerTopic.DEADLINE not in dealer_topics("I am in no hurry to sell")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Should I accept?", BuyerTopic.ACCEPT),
        ("should i just take it", BuyerTopic.ACCEPT),
        ("Can I say yes to that?", BuyerTopic.ACCEPT),
        ("Should I buy it?", BuyerTopic.ACCEPT),
        ("Should I meet them in the middle?", BuyerTopic.HALFWAY),
        ("They asked what my budget is", BuyerTopic.LIMIT),
        ("Should I tell them my max?", BuyerTopic.LIMIT),
        ("They won't budge", BuyerTopic.WONT_BUDGE),
        ("he said no", BuyerTopic.WONT_BUDGE),
        ("The dealer hasn't answered in two days", BuyerTopic.SILENCE),
        ("How long should I wait?", BuyerTopic.SILENCE),
        ("Why not offer more?", BuyerTopic.WHY),
        ("Isn't that too low?", BuyerTopic.TOO_LOW),
        ("Should I mention my trade-in?", BuyerTopic.TRADE_IN),
        ("They want a $599 doc fee", BuyerTopic.FEES),
        ("What about the extended warranty?", BuyerTopic.WARRANTY),
        ("Should I get it inspected?", BuyerTopic.INSPECTION),
        ("Does it matter that it has high miles?", BuyerTopic.MILEAGE),
        ("What about financing?", BuyerTopic.FINANCING),
        ("Would cash help?", BuyerTopic.FINANCING),
        ("I'm thinking of walking away", BuyerTopic.WALK),
        ("Is this a good deal?", BuyerTopic.GOOD_DEAL),
        ("Is $23,500 fair?", BuyerTopic.GOOD_DEAL),
        ("How much should I offer?", BuyerTopic.HOW_MUCH),
        ("Can I go higher?", BuyerTopic.HOW_MUCH),
        ("I'm nervous about this", BuyerTopic.NERVOUS),
        ("My budget is $20,000. I want to buy this car.", BuyerTopic.PLAN),
        ("I need it by Friday", BuyerTopic.HURRY),
        ("I want to offer 21000", BuyerTopic.HOW_MUCH),
        ("Are you a robot?", BuyerTopic.ABOUT),
        ("Can you negotiate for me?", BuyerTopic.ABOUT),
        ("They added a protection package", BuyerTopic.FEES),
        ("It has 48,000 miles, is that a lot?", BuyerTopic.MILEAGE),
        ("What do I say now?", BuyerTopic.SAY),
        ("can you write me a text for the dealer", BuyerTopic.SAY),
        ("thanks!", BuyerTopic.THANKS),
        ("hello", BuyerTopic.HELLO),
    ],
)
def test_what_a_buyer_wants_to_know(text: str, topic: BuyerTopic) -> None:
    assert buyer_topics(text)[0] is topic
    assert buyer_topics(f"  {text.upper()} ")[0] is topic


@pytest.mark.parametrize("text", [None, "", "how's the weather", "7" * 2000, "\U0001f600" * 600])
def test_what_nobody_foresaw_has_no_topic(text: str | None) -> None:
    assert buyer_topics(text) == ()


@pytest.mark.parametrize(
    "text", ["I can do $23", "how about 23,500", "23500 and done", "10.5k", "12 grand", "$ 5"]
)
def test_amounts_are_noticed(text: str) -> None:
    assert names_an_amount(text)


@pytest.mark.parametrize("text", [None, "", "2 keys", "50-50", "room 101", "call me at 5 pm"])
def test_other_numbers_are_no_amounts(text: str | None) -> None:
    assert not names_an_amount(text)


def test_only_a_price_told_by_them_is_to_be_recorded() -> None:
    assert relays_an_amount("They offered 23,500 now")
    assert relays_an_amount("I got quoted $23,500")
    assert not relays_an_amount("My budget is $20,000")
    assert not relays_an_amount("They offered nothing new")


def test_every_topic_has_its_words() -> None:
    assert set(TACTICS) == set(DealerTopic)
    answered = {*ANSWERS, *_BY_NUMBERS, *FACTS, *OPENED, *SHORT, BuyerTopic.DAMAGE}
    assert answered == set(BuyerTopic)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert set(dealer_topics(text)) <= set(DealerTopic)
    assert set(buyer_topics(text)) <= set(BuyerTopic)
