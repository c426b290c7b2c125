"""How well the guard tells labelled sentences apart. ``pytest -s`` prints the tables."""

from __future__ import annotations

import pytest

from tests.unit.domain.guard.corpus import LANGUAGES, blind, mistakes, score, sentences, table

pytestmark = pytest.mark.parametrize("language", LANGUAGES)

FEWEST = {"en": 1250, "es": 700}
LEAST_RECALL = 0.75
MOST_FALSE_BLOCKS = 0.03


def test_the_corpus_is_large_and_mixed(language: str) -> None:
    labelled = list(sentences(language))
    assert len(labelled) >= FEWEST[language]
    assert {each.wrong for each in labelled} >= {
        *(None, "figure", "pay", "secret", "middle", "commit", "dealer"),
        *("link", "leak", "foreign"),
    }
    assert len({(each.situation, each.text) for each in labelled}) == len(labelled)


@pytest.mark.parametrize("held_out", [False, True], ids=["written against", "held out"])
def test_no_wrong_figure_passes(language: str, held_out: bool) -> None:
    passed = [each for each in mistakes(language, held_out=held_out) if each.endswith(" passed")]
    assert not [each for each in passed if each.partition("] ")[2].startswith("figure")]


def test_hardly_any_wrong_sentence_passes(language: str) -> None:
    assert score(sentences(language)).recall > 0.99


def test_few_right_sentences_are_blocked(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{table(language)}")
    assert score(sentences(language)).false_blocks < 0.03


def test_new_wordings_are_judged_as_well(language: str) -> None:
    told = score(blind(language))
    assert told.right >= 90
    assert told.wrong >= 75
    assert told.recall > LEAST_RECALL
    assert told.false_blocks < MOST_FALSE_BLOCKS


def test_the_blind_sentences_stay_blind(language: str) -> None:
    assert {each.text for each in blind(language)}.isdisjoint(
        each.text for each in sentences(language)
    )
