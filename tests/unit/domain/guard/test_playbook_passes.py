"""Everything that the playbook says passes: a false block would be a mistake in one of the two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import check, rules_for, split
from backend.domain.advice.playbook import compose
from backend.domain.advice.talking_points import talking_points
from backend.locales import LANGUAGES
from tests.unit.domain.arbitrary import briefs

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


@given(told=briefs())
@settings(max_examples=300)
def test_every_sentence_of_the_playbook_passes(language: str, told: Brief) -> None:
    told = replace(told, language=language)
    rules = rules_for(told)
    before = ""
    for sentence in split(compose(told)):
        assert (sentence, check(sentence, rules, before)) == (sentence, None)
        before = sentence


@given(told=briefs())
@settings(max_examples=150)
def test_every_talking_point_passes(language: str, told: Brief) -> None:
    told = replace(told, language=language)
    rules = rules_for(told)
    for point in talking_points(told):
        assert (point, check(point, rules)) == (point, None)
