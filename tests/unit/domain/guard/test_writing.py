"""How a sentence may be written, whatever it says."""

from __future__ import annotations

import pytest

from backend.domain.advice.guard import LONGEST, Reason, check, rules_for, writing
from tests.unit.domain.briefs import brief

PRIVATE = "You work for the buyer alone, and nobody else gets to read these lines."


def test_seven_words_in_a_row_of_a_private_text_are_not_shown() -> None:
    rules = rules_for(brief("opening"), private_texts=(PRIVATE,))
    violation = check("It says that nobody else gets to read these lines.", rules)
    assert violation is not None
    assert violation.reason is Reason.LEAK
    assert writing.check("Nobody gets to read these lines before you do.", rules) is None


@pytest.mark.parametrize("text", ["¡Espere! (Y no firme.)", "Diga: “Espere…”."])
def test_punctuation_is_no_word_of_another_language(text: str) -> None:
    assert writing.check(text, rules_for(brief("opening", language="es"))) is None


def test_what_is_longer_than_any_sentence_is_not_shown() -> None:
    rules = rules_for(brief("opening"))
    text = "Wait for them. " * 100
    assert check(text[:LONGEST], rules) is None
    violation = check(text, rules)
    assert violation is not None
    assert violation.reason is Reason.TOO_LONG
