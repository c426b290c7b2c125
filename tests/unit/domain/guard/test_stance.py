"""What a sentence stands for beyond its figures."""

from __future__ import annotations

from importlib.resources import files
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.advice.guard import check, folded, rules_for, stance
from backend.domain.advice.guard.stance import Stance, judge
from backend.domain.advice.guard.stance.features import Concepts, features
from backend.domain.advice.guard.stance.judging import SCALE, STANCES, Weights, weigh, written
from tests.unit.domain.briefs import brief
from tests.unit.domain.guard.corpus import LANGUAGES

MOST_BYTES = 300_000
WRONG = frozenset(STANCES) - {Stance.RIGHT}
CONCEPTS = Concepts("not: don't never\nthey: they\nsay: want say*\nif: if\nsplit: split*\nand: and")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("split it", ""),
        ("don't split it", "n"),
        ("if you split it", "i"),
        ("they want to split it", "a"),
        ("say “split it”", "q"),
        ("don't wait and split it", ""),
        ("never. split it", ""),
    ],
)
def test_a_word_is_read_as_it_is_meant(text: str, meant: str) -> None:
    assert f"ssplit|{meant}" in features(folded(text), CONCEPTS)
    assert f"ksplit|{meant}" in features(folded(text), CONCEPTS)


def test_figures_are_read_as_one_sign() -> None:
    assert features("pay $17,400", CONCEPTS) == features("pay 18.1k", CONCEPTS)


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en", "Split the difference with them.", "Don't split the difference with them."),
        ("en", "Tell them your limit.", "Never tell them your limit."),
        ("en", "You should accept their price.", "You should not accept their price."),
        ("en", "Go above your budget.", "If they ask you to go above your budget, say no."),
        ("en", "I told the dealer that you accept.", "I have not told the dealer anything."),
        ("en", "Skip the inspection.", "They will tell you to skip the inspection."),
        ("es", "Parta la diferencia con ellos.", "No parta la diferencia con ellos."),
        ("es", "Dígales su límite.", "Nunca les diga su límite."),
        ("es", "Debería aceptar su precio.", "No debería aceptar su precio."),
        ("es", "Pásese de su presupuesto.", "Si le piden pasarse de su presupuesto, diga que no."),
        ("es", "Le dije al vendedor que usted acepta.", "No le he dicho nada al vendedor."),
        ("es", "Sáltese la inspección.", "Le van a decir que se salte la inspección."),
    ],
)
def test_one_word_turns_a_stance_around(language: str, wrong: str, right: str) -> None:
    likelihoods = []
    for text in (wrong, right):
        judgement = judge(folded(text), language)
        assert judgement is not None
        likelihoods.append(judgement.likelihood(WRONG))
    assert likelihoods[0] > 0.5 > likelihoods[1]


@given(text=st.text(max_size=300))
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_has_shares_that_add_up(language: str, text: str) -> None:
    judgement = judge(folded(text), language)
    if judgement is not None:
        assert isclose(judgement.likelihood(frozenset(STANCES)), 1)
        assert judgement.likeliest(WRONG) in WRONG


def test_a_language_without_weights_is_not_judged() -> None:
    assert judge("teilen", "de") is None


@given(
    rows=st.dictionaries(
        st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9),
        st.lists(st.floats(-1.4, 1.4), min_size=len(STANCES), max_size=len(STANCES)),
        max_size=5,
    )
)
def test_weights_are_read_as_they_were_written(rows: dict[str, list[float]]) -> None:
    read = Weights.read("", written(rows)).of_features
    for feature, row in rows.items():
        found = read.get(feature, (0,) * len(STANCES))
        assert all(abs(a / SCALE - b) <= 0.5 / SCALE for a, b in zip(found, row, strict=True))


def test_what_is_not_known_is_not_judged() -> None:
    assert weigh("anything", Weights.read("", "")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_unknown_words_is_not_stopped(language: str) -> None:
    rules = rules_for(brief("opening", language=language))
    assert check("Zxqvaa🚗.", rules) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_files_are_small(language: str) -> None:
    weights = files(stance.__name__) / f"{language}.weights.txt"
    assert 0 < len(weights.read_bytes()) < MOST_BYTES
