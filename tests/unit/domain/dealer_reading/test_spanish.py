"""Dealers who write Spanish, by labelled messages of our own."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.dealer_reading import Role, read_dealer_message, verify
from backend.domain.dealer_reading.english import ENGLISH
from backend.domain.dealer_reading.folding import fold
from backend.domain.dealer_reading.languages import language_of
from backend.domain.dealer_reading.spanish import SPANISH
from tests.unit.domain.dealer_reading.examples import EXAMPLES, Example
from tests.unit.domain.dealer_reading.spanish_corpus import CONTEXT, Labelled, corpus

LEAST_RIGHT = 95
LONG = 5_000
MOST_SECONDS = 2
CORPUS = corpus()
developed = [each for each in CORPUS if not each.is_held_out]
every_message = pytest.mark.parametrize("message", CORPUS, ids=lambda each: each.text[:40])


def test_more_than_95_percent_of_the_offers_are_right_in_each_half() -> None:
    later = [each for each in CORPUS if each.is_later]
    held_out = [each for each in CORPUS if each.is_held_out]
    assert len(CORPUS) >= 80
    for half in (developed, held_out, later):
        assert 100 * sum(each.is_offer_right for each in half) >= LEAST_RIGHT * len(half)


def test_fees_payments_and_intentions_are_read_as_well() -> None:
    assert [(each.text, list(each.mistakes())) for each in developed if list(each.mistakes())] == []


@every_message
def test_everything_stands_in_the_text_and_survives_the_check(message: Labelled) -> None:
    reading = message.read
    parts = (reading.figures, reading.fees, reading.payments, reading.signals)
    for quote in [each.quote for part in parts for each in part]:
        assert message.text[quote.start : quote.end] == quote.text
    assert verify(reading, message.text) == reading


@every_message
def test_accents_and_capitals_change_nothing(message: Labelled) -> None:
    plain = message.text.upper().translate(str.maketrans("ÁÉÍÓÚÜÑ", "AEIOUUN"))
    offer = read_dealer_message(plain, CONTEXT, SPANISH).offer
    own = message.read.offer
    assert (offer and offer.amount) == (own and own.amount)


@every_message
def test_each_is_taken_for_spanish(message: Labelled) -> None:
    if len(message.text.split()) > 4:
        assert language_of(fold(message.text)) is SPANISH


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.text[:40] or "empty")
def test_english_is_taken_for_english(example: Example) -> None:
    assert language_of(fold(example.text)) is ENGLISH


@pytest.mark.parametrize(
    ("text", "amount", "role"),
    [
        ("17,000 es muy bajo", 17_000, Role.REFUSED),
        ("Yo pagué 18,800 por él", 18_800, Role.ELSEWHERE),
        ("Estaba en 21,500, ahora está en 19,900", 21_500, Role.OTHER_PRICE),
        ("El precio es 18,900 más $499 de trámites", 499, Role.FEE),
        ("Le queda en $389 al mes", 389, Role.MONTHLY),
        ("con 3,000 de enganche", 3_000, Role.DOWN_PAYMENT),
        ("No puedo quitarle 500", 500, Role.DIFFERENCE),
    ],
)
def test_what_the_other_amounts_are(text: str, amount: int, role: Role) -> None:
    figures = read_dealer_message(text, CONTEXT).figures
    assert (amount * 100, role) in {(figure.amount, figure.role) for figure in figures}


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("18.500", 18_500),
        ("18.500,00", 18_500),
        ("$18,500.00", 18_500),
        ("dieciocho mil quinientos cincuenta", 18_550),
        ("diecinueve mil doscientos treinta y cinco", 19_235),
        ("veintiún mil", 21_000),
        ("18 mil 250", 18_250),
        ("18 y medio", 18_500),
    ],
)
def test_how_amounts_are_written(text: str, dollars: int) -> None:
    offer = read_dealer_message(f"Se lo dejo en {text}, y es suyo.", CONTEXT).offer
    assert offer is not None
    assert offer.amount == dollars * 100


@pytest.mark.parametrize(
    "text",
    [
        "no puedo " * (LONG // 9),
        "18.500 " * (LONG // 7),
        "mil quinientos y " * (LONG // 17),
        "lo menos el mejor ultimo precio " * (LONG // 32),
        "título y placas y " * (LONG // 18),
        "al mes de enganche 389 " * (LONG // 23),
        "se lo puedo dejar en por a " * (LONG // 27),
        "sin cargos de los impuestos y " * (LONG // 30),
        "¿cuánto me da usted " * (LONG // 20),
        "más $1 de la " * (LONG // 13),
    ],
)
def test_time_is_bounded(text: str) -> None:
    started = time.process_time()
    reading = read_dealer_message(text, CONTEXT, SPANISH)
    assert time.process_time() - started < MOST_SECONDS
    assert verify(reading, text, SPANISH) == reading


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    reading = read_dealer_message(text, CONTEXT, SPANISH)
    assert verify(reading, text, SPANISH) == reading
