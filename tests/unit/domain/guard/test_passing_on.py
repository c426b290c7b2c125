"""A secret that is passed on by a word that only points back to it."""

from __future__ import annotations

import pytest

from backend.domain.advice.guard import Reason, check, folded, rules_for, sayings
from backend.domain.advice.guard.figure import Kind
from backend.domain.advice.guard.reading_figures import read_figures
from tests.unit.domain.briefs import brief


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("en", "", "Your limit is twenty-one thousand five hundred dollars; tell the salesman."),
        ("en", "Your limit is $21,500.", "Tell them so."),
        ("en", "You pay 21.5k at the most.", "Let the dealer know right away!"),
        ("en", "Your budget is what it is.", "Share it with them."),
        ("es", "", "Su límite es de veintiun mil quinientos dolares, digaselo al vendedor."),
        ("es", "Su límite es de $21,500.", "Dígaselo."),
        ("es", "Llega como mucho a 21 mil quinientos.", "Hágaselo saber al concesionario."),
        ("es", "Su tope es el que es.", "Avíseles ya."),
    ],
)
def test_a_secret_is_not_passed_on(language: str, before: str, text: str) -> None:
    found = check(text, rules_for(brief("opening", language=language)), before)
    assert found is not None
    assert found.reason is Reason.SECRET


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("en", "They ask $25,000.", "Tell them so."),
        ("en", "Never name your limit of $21,500.", "Tell them so."),
        ("en", "Your limit is $21,500.", "Never tell them so."),
        ("es", "Piden $25,000.", "Dígaselo."),
        ("es", "No revele su límite de $21,500.", "Dígaselo."),
        ("es", "Su límite es de $21,500.", "Nunca se lo diga."),
        ("en", "", "Your limit is $21,500; never say so."),
        ("en", "", "Your limit is $21,500, and they say so to everybody."),
        ("en", "", "Your limit is $21,500, so say that $17,400 is your offer."),
        ("es", "", "Su límite es de $21,500; no se lo diga."),
    ],
)
def test_anything_else_may_be(language: str, before: str, text: str) -> None:
    rules = rules_for(brief("opening", language=language))
    said = folded(text)
    amounts = [each for each in read_figures(said, rules.language) if each.kind is Kind.AMOUNT]
    assert sayings.passes_on(said, folded(before), amounts, rules) is None
