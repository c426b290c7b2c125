"""What the guard reads in every labelled sentence, and what each rule by itself says of it, is as
approved: a change of a phrase shows in every sentence that it touches, for better or worse.

``python -m tests.unit.domain.guard.test_as_read`` approves what is read now; the difference is for
people to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from backend.domain.advice.guard import Rules, check, check_for_dealer, folded, rules_for
from backend.domain.advice.guard.figure import Figure, Kind
from backend.domain.advice.guard.reading_figures import read_figures
from tests.unit.domain.guard.corpus import LANGUAGES, Labelled, blind, sentences
from tests.unit.domain.guard.situations import SITUATIONS
from tests.unit.domain.guard.test_each_rule import RULES

SHOWN = 60


def as_read(language: str) -> Iterator[str]:
    """A line for each sentence: its beginning, its figures, the rules that object, the verdicts."""
    rules = {name: rules_for(replace(told, language=language)) for name, told in SITUATIONS.items()}
    for each in chain(sentences(language), blind(language)):
        yield " | ".join(_parts(each, rules[each.situation]))


def _parts(each: Labelled, rules: Rules) -> Iterator[str]:
    said = folded(each.text)
    figures = read_figures(said, rules.language, rules.names)
    amounts = tuple(figure for figure in figures if figure.kind is Kind.AMOUNT)
    yield f"{each.situation}: {each.text[:SHOWN]}"
    yield " ".join(map(_shown, figures))
    yield " ".join(name for name, rule in RULES.items() if rule(said, amounts, rules) is not None)
    for verdict in (check(each.text, rules), check_for_dealer(each.text, rules)):
        yield verdict.reason if verdict else "-"


def _shown(figure: Figure) -> str:
    return f"{figure.kind}:{figure.value}@{figure.start}-{figure.end}"


def _file(language: str) -> Path:
    return Path(__file__).with_name(f"approved_{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_read_as_it_was_approved(language: str) -> None:
    approved = _file(language).read_text(encoding="utf-8").splitlines()
    now = list(as_read(language))
    changed = [
        f"- {was}\n+ {is_now}" for was, is_now in zip(approved, now, strict=True) if was != is_now
    ]
    assert not changed, "\n".join([f"{len(changed)} sentences are read otherwise:", *changed[:20]])


if __name__ == "__main__":
    for spoken in LANGUAGES:
        _file(spoken).write_text("".join(f"{line}\n" for line in as_read(spoken)), encoding="utf-8")
