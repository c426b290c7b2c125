"""The count of tokens that suits every model: never too low for ordinary texts, and bounding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.llm.tokens import beginning, most_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("car", 1),
        ("offer", 2),
        ("the car", 2),
        ("$18,500", 7),
        ("a  b", 4),
        ("no\n", 2),
        ("\N{AUTOMOBILE}", 4),
        ("año", 4),
        ("価格", 6),
    ],
)
def test_it_counts_finely(text: str, tokens: int) -> None:
    assert most_tokens(text) == tokens


@given(st.text(max_size=200), st.text(max_size=20))
def test_more_text_never_takes_fewer_tokens(text: str, more: str) -> None:
    assert most_tokens(text) <= most_tokens(text + more)


@given(st.text(max_size=200), st.integers(0, 100))
def test_a_beginning_is_as_long_as_it_may_be(text: str, tokens: int) -> None:
    cut = beginning(text, tokens)
    assert text.startswith(cut)
    assert most_tokens(cut) <= tokens or not cut
    if cut != text:
        assert most_tokens(text[: len(cut) + 3]) > tokens or cut + text[len(cut) :][:3] == text


@given(st.text(max_size=200))
def test_a_text_that_fits_stays_whole(text: str) -> None:
    assert beginning(text, most_tokens(text)) == text
