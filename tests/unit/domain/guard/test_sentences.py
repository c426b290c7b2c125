"""A stream cut into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.advice.guard.sentences import LONGEST, Sentences, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One. ", "Two! ", "Three?"]),
        ("It is $17.4k now. Wait.", ["It is $17.4k now. ", "Wait."]),
        ("Ask, e.g. for tires. Then go.", ["Ask, e.g. for tires. ", "Then go."]),
        ("Mr. Smith said no. Fine.", ["Mr. Smith said no. ", "Fine."]),
        ("Say: “I wait. You call.” Then go.", ["Say: “I wait. You call.” ", "Then go."]),
        ('Say: "I wait. You call." Then go.', ['Say: "I wait. You call." ', "Then go."]),
        ("First\n\nSecond", ["First\n\n", "Second"]),
        ("- one\n- two", ["- one\n", "- two"]),
        ("1. Wait for them. 2. Go.", ["1. Wait for them. ", "2. Go."]),
        ("No end", ["No end"]),
        ("What?! Really… Yes.", ["What?! ", "Really… ", "Yes."]),
        (
            "Open “ and never closed.\n\nNext. One.",
            ["Open “ and never closed.\n\n", "Next. ", "One."],
        ),
        ("", []),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(st.sampled_from('ab .!?\n“”"$1.,-'), max_size=120), st.integers(1, 7))
def test_nothing_is_lost_and_pieces_make_no_difference(text: str, size: int) -> None:
    sentences = Sentences()
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    found = [sentence for piece in pieces for sentence in sentences.feed(piece)]
    found += sentences.finish()
    assert "".join(found) == text
    assert found == split(text)


def test_no_sentence_is_endless() -> None:
    assert all(len(sentence) <= LONGEST + 1 for sentence in split("word " * 5_000))
