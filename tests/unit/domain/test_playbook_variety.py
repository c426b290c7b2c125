"""The playbook does not repeat itself."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.playbook import compose
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.wording import wordings
from backend.locales import LANGUAGES
from tests.unit.domain.briefs import brief


def sentences(text: str) -> set[str]:
    """The sentences of a text, numbers blotted out: only the wording counts."""
    blotted = re.sub(r"\$?\d[\d,.]*%?", "#", text)
    return {part.strip() for part in re.split(r"[.?!:]\s+", blotted) if len(part.split()) > 3}


@pytest.mark.parametrize(
    ("trigger", "told", "said"),
    [
        ("opening", "", None),
        ("buyer_offer", "b18000", None),
        ("dealer_price", "b18000 d24000", None),
        ("dealer_message", "b18000", "Only today!"),
        ("chat", "b18000 d24000", "Should I accept?"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_variations_differ(language: str, trigger: str, told: str, said: str | None) -> None:
    texts = {
        compose(brief(trigger, told, said=said, variation=number, language=language))
        for number in range(3)
    }
    assert len(texts) == 3


def conversation(
    variation: int, steps: list[tuple[str, str, str | None]], language: str = "en"
) -> list[str]:
    """The adviser's texts over a whole negotiation, each told what was said before."""
    talk: list[Utterance] = []
    made, texts = "", []
    for trigger, move, said in steps:
        made = f"{made} {move}".strip()
        told = brief(
            trigger, made, said=said, talk=tuple(talk), variation=variation, language=language
        )
        texts.append(compose(told))
        talk.append(Utterance(Speaker.ADVISER, texts[-1]))
    return texts


OFFERS = ["b17000", "b17400", "b17800", "b18100", "b18300"]
ASKS = ["d24500", "d24000", "d23700", "d23500", "d23400"]


@pytest.mark.parametrize("variation", range(8))
@pytest.mark.parametrize("language", LANGUAGES)
def test_consecutive_rounds_share_no_sentence(language: str, variation: int) -> None:
    steps: list[tuple[str, str, str | None]] = []
    for offer, ask in zip(OFFERS, ASKS, strict=True):
        steps += [("buyer_offer", offer, None), ("dealer_price", ask, None)]
    texts = conversation(variation, steps, language)
    for before, after in zip(texts, texts[2:], strict=False):
        assert not sentences(before) & sentences(after)
    for before, after in pairwise(texts):
        assert not sentences(before) & sentences(after)


def test_the_same_question_twice_gets_other_words() -> None:
    one, two = conversation(1, [("chat", "", "What do I say?"), ("chat", "", "What do I say?")])
    assert not sentences(one) & sentences(two)


def test_rounds_differ_even_without_the_talk() -> None:
    one = compose(brief("buyer_offer", "b17000"))
    two = compose(brief("buyer_offer", "b17000 d24500 b17400"))
    assert not sentences(one) & sentences(two)


def test_wordings_are_read_as_prose() -> None:
    assert wordings("\n    One\n    line.\n\n    Two.\n") == ("One line.", "Two.")


def test_a_voice_prefers_what_was_not_said_and_then_what_was_said_longest_ago() -> None:
    choices = ("This is the first wording.", "This is the second one.", "This is the third one.")
    talk = (Utterance(Speaker.ADVISER, " ".join(choices[1:])),)
    voice = Voice(brief("opening", talk=talk))
    assert [voice.line(choices) for _ in range(5)] == [*choices, choices[0], choices[1]]


def test_lines_of_others_do_not_count_as_said() -> None:
    choices = ("This is the first wording.", "This is the second one.")
    silent: Brief = brief("opening")
    talk = tuple(Utterance(Speaker.DEALER, choice) for choice in choices[:1])
    assert Voice(silent).line(choices) == Voice(brief("opening", talk=talk)).line(choices)
