"""A figure that only the dealer named: the buyer may be told to do something about it, no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backend.domain.advice.guard import Reason, check, rules_for
from tests.unit.domain.guard.situations import SITUATIONS

RULES = {
    "en": rules_for(SITUATIONS["payments"]),
    "es": rules_for(replace(SITUATIONS["payments"], language="es")),
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fight the $499."),
        ("en", "Ignore the $389 a month."),
        ("en", "Keep disputing the $499."),
        ("en", "Keep comparing the $389 with what your bank wants."),
        ("en", "Negotiating the $499 away is worth more than it looks."),
        ("en", "Ask why there is a fee of $499."),
        ("en", "Ask them what the $499 is for."),
        ("en", "Never accept the $499 without asking what it is for."),
        ("en", "Do not sign without asking about the $499."),
        ("en", "Do not pay the $499 before you question it."),
        ("en", "Never ignore the $499."),
        ("es", "Ignore los $389 al mes."),
        ("es", "No acepte los $499 sin preguntar por qué."),
        ("es", "No firme sin preguntar por los $499."),
        ("es", "Cuestione los $499."),
        ("es", "Pregunte por los $499."),
        ("es", "Siga comparando los $389 con lo que pide su banco."),
    ],
)
def test_the_buyer_may_be_told_to_do_something_about_it(language: str, text: str) -> None:
    assert check(text, RULES[language]) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pay the $499."),
        ("en", "A fair fee is $499."),
        ("en", "Ignore their words, and pay $499."),
        ("en", "Offer $499 less and push for it."),
        ("es", "Pague los $499."),
        ("es", "Ignore lo que dicen, y pague $499."),
    ],
)
def test_it_is_not_taken_for_ours(language: str, text: str) -> None:
    found = check(text, RULES[language])
    assert found is not None
    assert found.reason in (Reason.DEALER_FIGURE, Reason.OVER_CAP)
