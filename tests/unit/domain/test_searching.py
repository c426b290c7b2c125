"""Words are found whatever their case and accents, and in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.searching import folded, search_text, search_words
from backend.domain.vehicle import Vehicle

CAR = Vehicle(2021, "Citroën", "C4 Cactus", "Größe", 12_000, "1HGCM82633A004352")


@pytest.mark.parametrize(
    "typed", ["citroen", "CITROËN", "2021", "cactus 2021", "grösse", "GROSSE", "ﬁne print"]
)
def test_what_is_found(typed: str) -> None:
    looked_through = search_text(CAR, "Fine Print Motors")
    assert all(word in looked_through for word in search_words(typed))


def test_the_number_of_the_car_and_its_miles_are_not_looked_through() -> None:
    assert search_text(CAR, None) == "2021 citroen c4 cactus grosse"


@pytest.mark.parametrize("typed", ["f150", "F-150", "f-150,", "hs.", "h/s"])
@pytest.mark.parametrize("model", ["F-150 H/S", "F150 HS"])
def test_punctuation_is_nothing_to_search_by(typed: str, model: str) -> None:
    looked_through = search_text(Vehicle(2020, "Ford", model), None)
    assert all(word in looked_through for word in search_words(typed))


def test_punctuation_alone_leaves_no_word() -> None:
    assert search_words("- / ...") == ()


def test_words_count_once() -> None:
    assert search_words("  Camry camry\tSE ") == ("camry", "se")
    assert search_words(" ") == ()


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_word_of_a_car_finds_it(make: str, label: str) -> None:
    looked_through = search_text(Vehicle(2020, make, "X"), label)
    for word in (*search_words(make), *search_words(label)):
        assert word in looked_through
