"""Questions get their own answers; where things stand comes after them, and not every time."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.playbook import compose
from backend.domain.negotiation import Status, Terms
from tests.unit.domain.briefs import TERMS, brief

TOLD = "b18000 d24000"
WORTH = "b18000 d19900"
SPEECH = re.compile(r"press accept|your call, and yours alone|only not let a good price go stale")
"""How the speech for a price worth taking ends."""

ANYTHING = range(6)


def answer(said: str, told: str = TOLD, **fields: Any) -> str:
    return compose(brief("chat", told, said=said, **fields))


def first(text: str) -> str:
    return text.split("\n\n", 1)[0]


@pytest.mark.parametrize("variation", ANYTHING)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("What is my walk-away price?", r"\$21,500"),
        ("What is my target?", r"\$20,000"),
        ("What did I offer?", r"\$18,000"),
        ("What are they asking?", r"\$24,000.*\$1,000|\$1,000.*\$24,000"),
        ("How many offers do I have left?", r"2 of 10"),
        ("How far apart are we?", r"\$6,000"),
        ("Could I go to my limit of 21500?", r"\$21,500.*limit|limit.*\$21,500"),
        ("Should I buy the extended warranty?", r"warranty|sign for it"),
        ("What is the best day of the month to buy?", r"day|month"),
        ("When should I call them?", r"weekday|day"),
        ("Should I call or text them?", r"writing|[Ww]rite|message"),
        ("Can I trust the dealer?", r"honest|[Tt]rust|lie"),
        ("How many miles is too many?", r"[Mm]iles|mileage"),
        ("Is a salvage title a problem?", r"title"),
        ("Has it been in an accident?", r"cannot see|know nothing"),
        ("Should I leave a deposit?", r"[Dd]eposit|leave one"),
        ("I found one cheaper at another lot", r"ad|another one"),
        ("What should I say about the color?", r"no facts|nothing I know|general way"),
        ("What should I say about the rust on the frame?", r"rust on the frame"),
        ("How do I ask about the accident?", r"the accident"),
        ("The tires are bald", r"the tires"),
    ],
)
def test_the_first_paragraph_answers(said: str, expected: str, variation: int) -> None:
    text = answer(said, variation=variation)
    assert re.search(expected, first(text)), text


@pytest.mark.parametrize("variation", ANYTHING)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("¿Cuál es mi límite?", r"\$21,500"),
        ("¿Cuál es mi meta?", r"\$20,000"),
        ("¿Qué le digo del golpe en la puerta?", r"el golpe en la puerta"),
        ("¿Cómo pregunto por el accidente?", r"el accidente"),
        ("¿Debería comprar la garantía extendida?", r"garantía|firmaría"),
        ("¿Puedo confiar en el vendedor?", r"honestos|[Cc]onfíe|mentir"),
        ("¿Cuándo los llamo?", r"día|mes|semana"),
        ("¿Qué les digo del color?", r"datos|no sé nada|regla general"),
    ],
)
def test_the_first_paragraph_answers_in_spanish(said: str, expected: str, variation: int) -> None:
    text = answer(said, variation=variation, language="es")
    assert re.search(expected, first(text)), text
    assert not re.search(r"\b(de|a) el\b", text)


@pytest.mark.parametrize("variation", ANYTHING)
def test_a_fault_stands_in_the_words_for_the_dealer_as_well(variation: int) -> None:
    text = answer("What do I say about the dent in the door?", variation=variation)
    quote = text[text.index("“") : text.index("”")]
    assert "the dent on the door" in quote


@pytest.mark.parametrize("variation", ANYTHING)
@pytest.mark.parametrize(
    "said",
    [
        "Should I buy the extended warranty?",
        "When should I call them?",
        "What is the best day of the month to buy?",
        "You are wrong",
        "No",
        "asdf",
        "ok",
        "thanks",
        "My wife likes the blue one",
        "What is my target?",
        "What about the rust?",
        "¿Cuándo los llamo?",
        "gracias",
    ],
)
def test_no_speech_for_who_did_not_ask_whether_to_take_it(said: str, variation: int) -> None:
    assert not SPEECH.search(answer(said, WORTH, variation=variation))


@pytest.mark.parametrize("variation", ANYTHING)
@pytest.mark.parametrize(
    "said", ["Should I take it?", "What do I do now?", "19,900?", "Should I buy the Camry?"]
)
def test_the_speech_for_who_asks_whether_to_take_it(said: str, variation: int) -> None:
    assert SPEECH.search(answer(said, WORTH, variation=variation))


@pytest.mark.parametrize("told", ["", "b18000", TOLD, WORTH])
@pytest.mark.parametrize("said", ["ok", "No", "thanks!", "You are wrong", "sí", "gracias"])
def test_a_short_line_gets_a_short_line(said: str, told: str) -> None:
    for variation in ANYTHING:
        text = answer(said, told, variation=variation)
        assert len(text.split()) <= 35
        assert "$" not in text


def test_ok_is_not_thanked_for() -> None:
    assert not any("welcome" in answer("ok", variation=number) for number in range(12))


@pytest.mark.parametrize("variation", ANYTHING)
@pytest.mark.parametrize("said", ["asdf", "مرحبا كيف حالك", "\U0001f600\U0001f697", "a a a", ""])
def test_what_was_not_understood_is_said_to_be(said: str, variation: int) -> None:
    text = answer(said, variation=variation)
    assert re.search(r"did not catch|make sense|did not understand", first(text))
    assert re.search(r"ask me|Ask about|a question like", first(text))
    assert "$18,000" in text  # and what is best to do now


def _in_a_row(lines: list[str], told: str = TOLD) -> list[str]:
    """The answers to lines that are written one after the other."""
    talk: list[Utterance] = []
    texts = []
    for number, said in enumerate(lines):
        texts.append(answer(said, told, talk=tuple(talk), variation=number))
        talk += [Utterance(Speaker.BUYER, said), Utterance(Speaker.ADVISER, texts[-1])]
    return texts


def test_where_things_stand_is_not_told_twice_in_a_row() -> None:
    texts = _in_a_row(
        [
            "Can I trust the dealer?",
            "Should I call or text?",
            "What about the extended warranty?",
            "What is the best day to buy?",
            "the tires are bald",
            "What is my limit?",
        ]
    )
    told = ["$18,000" in text for text in texts]
    assert told[0]
    assert not any(one and two for one, two in pairwise(told))


def test_who_asks_what_to_offer_is_told_every_time() -> None:
    assert all("$18,180" in text for text in _in_a_row(["How much should I offer?"] * 4))


def test_two_matters_in_one_line_are_both_answered() -> None:
    text = answer("What about the doc fee and the extended warranty?")
    assert re.search(r"warranty", text)
    assert re.search(r"fee|add-on|total", text, re.IGNORECASE)


@pytest.mark.parametrize("variation", ANYTHING)
def test_a_good_price_is_not_haggled_away(variation: int) -> None:
    text = answer("Should I try 19,000?", WORTH, variation=variation)
    assert "$900" in text
    assert "$18,180" not in text


def test_who_jokes_is_not_told_of_a_refusal() -> None:
    for said in ("tell me a joke", "I love it, no problems so far"):
        assert not re.search(r"said no|refus|Nice things", answer(said)), said


def test_without_a_limit_the_target_is_told() -> None:
    terms = Terms(TERMS.asking, TERMS.target)
    text = answer("What is my limit?", TOLD, terms=terms)
    assert "$20,000" in first(text)


@pytest.mark.parametrize("status", [Status.AGREED, Status.WALKED_AWAY, Status.EXPIRED])
def test_after_the_end_a_line_is_answered_too(status: Status) -> None:
    assert len(answer("thanks", WORTH, status=status).split()) < 20
    assert "$21,500" in answer("What was my limit?", WORTH, status=status)
    assert re.search(r"catch|sense|understand", answer("asdf", WORTH, status=status))


def test_a_fault_found_between_deal_and_signature_is_brought_up() -> None:
    text = answer("I found a dent on the hood", WORTH, status=Status.AGREED)
    assert "the dent on the hood" in text
    assert "sign" in text


HIGH = Terms(2_500_000, 3_000_000)
EQUAL = Terms(2_700_000, 2_700_000)


def opening(terms: Terms, **fields: Any) -> Brief:
    return brief("opening", "", terms, **fields)


@pytest.mark.parametrize("variation", range(12))
def test_a_target_above_the_sticker_asks_for_reasons_to_go_below_it(variation: int) -> None:
    told = opening(HIGH, variation=variation)
    assert told.suggestion.price == 2_500_000
    text = compose(told)
    assert "sticker" in text or "price" in text
    assert not re.search(r"call it low|sigh or a laugh|question and not a number|It is low", text)
    assert "$25,000" in text


@pytest.mark.parametrize("variation", range(12))
def test_a_target_at_the_sticker_is_not_set_against_itself(variation: int) -> None:
    text = compose(opening(EQUAL, variation=variation))
    assert not re.search(r"budgeted|but the sticker|ready to pay", text)
    assert "$27,000" in first(text)


@pytest.mark.parametrize("variation", range(12))
def test_a_first_offer_near_the_sticker_is_not_called_low(variation: int) -> None:
    text = compose(opening(Terms(2_500_000, 2_750_000), variation=variation))
    assert not re.search(r"call it low|sigh or a laugh|does not have to be liked", text)


def test_a_car_is_named_in_the_order_of_each_language() -> None:
    spanish = [answer("hola", "", language="es", variation=number) for number in range(6)]
    assert any("Toyota Camry de 2019" in text for text in spanish)
    assert not any("2019 Toyota" in text for text in spanish)
    assert any("2019 Toyota Camry" in answer("hi", "", variation=number) for number in range(6))


def test_the_answer_does_not_depend_on_what_the_buyer_calls_the_price() -> None:
    """Words of the buyer decide what is answered and never what is offered."""
    told = brief("chat", TOLD, said="What about the rust?")
    assert told.suggestion == replace(told, said="ok").suggestion
