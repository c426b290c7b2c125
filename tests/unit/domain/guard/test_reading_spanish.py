"""Figures in Spanish, and figures of one language in a text of the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import check, rules_for
from backend.domain.advice.guard.figure import Kind
from backend.domain.advice.guard.languages import SPANISH
from backend.domain.advice.guard.reading_figures import read_figures
from backend.domain.advice.guard.text import folded
from tests.unit.domain.briefs import brief


def read(text: str) -> list[tuple[Kind, Decimal | None]]:
    figures = read_figures(folded(text), SPANISH)
    return [(each.kind, each.value) for each in figures if each.kind is not Kind.COUNT]


@pytest.mark.parametrize(
    "text",
    [
        *("$17,400", "$17.400", "17.400,00", "17.400,00 dólares", "17.400 dolares", "17,400.00"),
        *("17 mil 400", "17.4 mil", "17,4 mil", "17.4k", "17 400 dólares", "17,400"),
        *("diecisiete mil cuatrocientos", "diecisiete mil cuatrocientos dólares"),
        *(
            "diecisiete cuatrocientos",
            "diecisiete punto cuatro mil",
            "DIECISIETE MIL CUATROCIENTOS",
        ),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str) -> None:
    assert read(f"Ofrezca {text} y espere.") == [(Kind.AMOUNT, Decimal(17400))]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("veintitrés mil quinientos", Kind.AMOUNT, (23500,)),
        ("treinta y cinco mil", Kind.AMOUNT, (35000,)),
        ("ciento cincuenta dólares", Kind.AMOUNT, (150,)),
        ("mil doscientos", Kind.AMOUNT, (1200,)),
        ("cien mil", Kind.AMOUNT, (100_000,)),
        ("un millón", Kind.AMOUNT, (1_000_000,)),
        ("unos cuantos miles", Kind.AMOUNT, (None,)),
        ("un par de miles", Kind.AMOUNT, (None,)),
        ("diecisiete mil y pico", Kind.AMOUNT, (None,)),
        ("13 por ciento", Kind.PERCENT, (13,)),
        ("13%", Kind.PERCENT, (13,)),
        ("trece por ciento", Kind.PERCENT, (13,)),
        ("6,9% de interés", Kind.RATE, ("6.9",)),
        ("60 meses", Kind.TERM, (60,)),
        ("cinco años", Kind.TERM, (60,)),
        ("48 mil millas", Kind.MILEAGE, (48000,)),
        ("cuarenta y ocho mil millas", Kind.MILEAGE, (48000,)),
        ("el 2019", Kind.YEAR, (2019,)),
        ("el dos mil diecinueve", Kind.YEAR, (2019,)),
        ("17 mil cuatrocientos", Kind.AMOUNT, (17400,)),
        ("veintiun mil quinientos dolares", Kind.AMOUNT, (21500,)),
        ("un millar", Kind.AMOUNT, (None,)),
        ("una décima parte", Kind.UNREAD, (None,)),
        ("18 por el carro", Kind.UNREAD, (18,)),
        ("la ronda 4 de 10", Kind.ROUND, (4, 10)),
        ("entre 17 y 18 mil", Kind.AMOUNT, (17000, 18000)),
    ],
)
def test_other_figures_are_read_with_their_kind(
    text: str, kind: Kind, values: tuple[int | str | None, ...]
) -> None:
    expected = [(kind, None if value is None else Decimal(value)) for value in values]
    assert read(f"Dicen {text} ahí.") == expected


@pytest.mark.parametrize(
    "text",
    [
        *("Pida 2 llaves.", "Hay otros 3 compradores.", "Espere 48 horas.", "Mil gracias."),
        *(
            "Ni un dólar más.",
            "Uno de ellos llamará.",
            "Una cosa primero.",
            "Cientos de otros carros.",
        ),
    ],
)
def test_what_only_counts_is_no_figure(text: str) -> None:
    assert not read(text)


def in_language(language: str) -> Brief:
    return replace(brief("opening"), language=language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You could open at diecisiete mil quinientos and wait for them."),
        ("en", "Ask them for trece por ciento off and wait."),
        ("en", "Open at 17 mil and wait for what they say."),
        ("es", "Puede abrir con seventeen thousand five hundred y esperar a que contesten."),
        ("es", "Pida thirteen percent de descuento y espere con calma."),
        ("es", "Puede abrir con 17 grand y esperar a que contesten."),
    ],
)
def test_a_figure_of_another_language_is_read_as_well(language: str, sentence: str) -> None:
    assert check(sentence, rules_for(in_language(language))) is not None


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_dealer_wrote_is_read_in_any_language(language: str) -> None:
    spoken = {"en": "They say $23,500 now.", "es": "Ahora dicen $23,500."}[language]
    for said in ("It is twenty-three thousand five hundred.", "Son veintitrés mil quinientos."):
        told = replace(brief("dealer_message", said=said), language=language)
        assert check(spoken, rules_for(told)) is None


def test_a_language_that_the_guard_cannot_read_is_held_back() -> None:
    rules = rules_for(brief("opening"))
    french = "Ouvrez avec votre prix et attendez que le vendeur vous réponde."
    assert check(french, rules) is not None
