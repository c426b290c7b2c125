"""How the guard's weights are learnt."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from backend.domain.advice.guard import folded
from backend.domain.advice.guard.stance import Stance
from backend.domain.advice.guard.stance.features import Concepts
from backend.domain.advice.guard.stance.judging import Weights, weigh
from bench.stance.corpus import FILES, playbook
from bench.stance.learning import learn
from bench.stance.patterns import Example, act_forms, examples, one_of

WORDS = "not: don't never"
TOLD = [
    Example(text, frozenset({stance}))
    for stance, texts in {
        Stance.MIDDLE: ("Split it with them.", "Just split it now.", "Please split it."),
        Stance.RIGHT: ("Don't split it.", "Never split it with them.", "Just wait now.", "Wait."),
    }.items()
    for text in texts
] * 8


def test_what_was_told_is_learnt_and_nothing_else_is_needed() -> None:
    text = learn(TOLD, Concepts(WORDS), 200, random.Random(1))
    weights = Weights.read(WORDS, text)
    for each in TOLD:
        judgement = weigh(folded(each.text), weights)
        assert judgement is not None
        assert judgement.likelihood(each.stances) > 0.5
    assert text == learn(TOLD, Concepts(WORDS), 200, random.Random(1))


def test_only_so_many_features_are_kept() -> None:
    assert len(learn(TOLD, Concepts(WORDS), 5, random.Random(1)).splitlines()) <= 5


def test_a_pattern_is_one_of_its_wordings() -> None:
    made = {one_of("[a|b [c|d]] e[|!]", random.Random(seed)) for seed in range(50)}
    assert made == {"a e", "a e!", "b c e", "b c e!", "b d e", "b d e!"}


@pytest.mark.parametrize(
    ("act", "acting"),
    [
        ("take it", "taking it"),
        ("split the gap", "splitting the gap"),
        ("agree", "agreeing"),
        ("be open", "being open"),
        ("show them", "showing them"),
        ("not wait", "not waiting"),
    ],
)
def test_english_verbs_have_their_forms(act: str, acting: str) -> None:
    assert act_forms(act, "en") == {"act": act, "acting": acting}


def test_spanish_verbs_stand_in_both_forms() -> None:
    assert act_forms("partir/parta la diferencia", "es") == {
        "act": "partir la diferencia",
        "haga": "parta la diferencia",
    }


@pytest.mark.parametrize("language", FILES)
def test_the_patterns_make_whole_sentences_of_every_stance(language: str) -> None:
    file = Path("bench/stance") / FILES[language]
    made = list(examples(file, language, random.Random(1)))
    assert {stance for each in made for stance in each.stances} == set(Stance)
    assert not [each.text for each in made if any(sign in each.text for sign in "[]{}|")]


@pytest.mark.parametrize("language", FILES)
def test_the_playbook_is_learnt_from(language: str) -> None:
    told = list(playbook(language))
    assert len(told) > 500
    assert not [each.text for each in told if "{" in each.text]
