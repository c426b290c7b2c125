"""Text in pieces, made whole."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend.llm.wire_text import WireText


def shown(pieces: list[str]) -> str:
    wire = WireText()
    return "".join([*(wire.feed(piece) for piece in pieces), wire.finish()])


def test_halves_of_a_character_are_joined() -> None:
    assert shown(["a\ud83d", "\ude97b"]) == "a\N{AUTOMOBILE}b"


def test_a_lone_half_becomes_a_replacement_character() -> None:
    assert shown(["a\ud83d", "b"]) == "a\ufffdb"
    assert shown(["a\ude97b"]) == "a\ufffdb"
    assert shown(["a\ud83d"]) == "a\ufffd"


def test_control_characters_go_and_line_breaks_stay() -> None:
    assert shown(["a\x00b\x1b[0m\n\n", "c\td\r\n\x85"]) == "ab[0m\n\nc\td\n"


def test_blanks_before_the_first_word_go() -> None:
    assert shown([" \n", " ", " a ", " b"]) == "a  b"


@given(st.text(max_size=50), st.lists(st.integers(0, 60), max_size=6))
def test_ordinary_text_is_left_as_it_is_however_it_is_cut(text: str, cuts: list[int]) -> None:
    clean = "".join(character for character in text if character.isprintable()).strip()
    edges = [0, *sorted(cuts), len(clean)]
    pieces = [clean[start:end] for start, end in pairwise(edges)]
    assert shown(pieces) == clean


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=5), max_size=8))
def test_what_is_shown_can_always_be_stored(pieces: list[str]) -> None:
    text = shown(pieces)
    text.encode("utf-8")
    assert "\x00" not in text
