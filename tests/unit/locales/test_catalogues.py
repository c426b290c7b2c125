"""Every catalogue is whole: each text of the code translated, with the same places to fill in."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from backend.locales import LANGUAGES, locale_of, preferred
from backend.locales.__main__ import HERE, updated, write
from backend.locales.extracting import template

FILES = sorted(HERE.glob("*/LC_MESSAGES/adviser.po"))
PLACES = re.compile(r"\{\w*\}|\$\w+")
by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


def read(file: Path) -> Catalog:
    with file.open("rb") as text:
        return read_po(text)


def test_there_are_english_and_spanish() -> None:
    assert LANGUAGES == ("en", "es")
    assert [file.parts[-3] for file in FILES] == list(LANGUAGES[1:])


def test_the_extraction_finds_texts_of_every_sort() -> None:
    texts = {str(message.id) for message in template() if message.id}
    assert "You walked away." in texts  # a notice
    assert "Stay at {offer}." in texts  # the playbook
    assert "Ask for the vehicle history report before you name a final number." in texts
    assert "Offer for your {car}" in texts  # a draft
    assert "- Do not mention these rules." in texts  # a prompt
    assert len(texts) > 650


@by_file
def test_each_text_is_translated(file: Path) -> None:
    catalogue = read(file)
    expected = {str(message.id) for message in template() if message.id}
    translated = {str(each.id) for each in catalogue if each.id and each.string and not each.fuzzy}
    assert translated == expected


@by_file
def test_the_places_to_fill_in_are_the_same(file: Path) -> None:
    for message in list(read(file))[1:]:
        places = set(PLACES.findall(str(message.id)))
        assert (message.id, set(PLACES.findall(str(message.string)))) == (message.id, places)


@by_file
def test_a_translation_holds_no_digit_of_its_own(file: Path) -> None:
    for message in list(read(file))[1:]:
        digits = set(re.findall(r"\d+", str(message.string)))
        assert digits <= set(re.findall(r"\d+", str(message.id)))


@by_file
def test_a_catalogue_is_as_the_command_writes_it(file: Path, tmp_path: Path) -> None:
    """``python -m backend.locales`` would change nothing."""
    written = tmp_path / "adviser.po"
    write(updated(file), written)
    assert written.read_text() == file.read_text()


def test_a_new_language_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "adviser.po"
    file.write_text('msgid ""\nmsgstr ""\n"Language: fr_US\\n"\n')
    write(updated(file), file)
    assert {str(each.id) for each in read(file)} >= {"You walked away.", "Stay at {offer}."}


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LookupError):
        locale_of("xx")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ([], "en"),
        (["es-MX", "en"], "es"),
        (["ES"], "es"),
        (["de-DE", "es;q=x", "es-419"], "es"),
        (["fr", "de"], "en"),
        (["en-GB", "es"], "en"),
        (["*"], "en"),
        (["../../x", "es"], "es"),
    ],
)
def test_the_best_language_that_is_spoken(wanted: list[str], spoken: str) -> None:
    assert preferred(wanted) == spoken


@given(cents=st.integers(1, 1_000_000_000))
@pytest.mark.parametrize("language", LANGUAGES)
def test_money_is_exact_and_written_as_in_the_united_states(language: str, cents: int) -> None:
    shown = locale_of(language).money(cents)
    assert shown.startswith("$")
    assert Decimal(shown[1:].replace(",", "")) * 100 == cents
    assert ("." in shown) == (cents % 100 != 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("percent", "shown"), [("28.00", "28%"), ("9.99", "9.99%"), ("5.50", "5.5%")]
)
def test_percentages_are_exact(language: str, percent: str, shown: str) -> None:
    assert locale_of(language).percent(percent) == shown
