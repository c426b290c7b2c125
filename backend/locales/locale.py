"""A language's texts from its gettext catalogue, and its numbers by Babel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from babel import Locale as Formats
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent

DEFAULT = "en"
_ENGLISH = Formats.parse("en_US")
_PLACE = ("LC_MESSAGES", "adviser.po")


def translatable(text: str) -> str:
    """``text`` itself: marks it as a text for the catalogues, to be looked up where it is used."""
    return text


@dataclass(frozen=True)
class Locale:
    """One language.

    Attributes:
        code: as a buyer's setting has it, e.g. ``es``.
        formats: how numbers are written.
        texts: the catalogue, by the English text.
    """

    code: str
    formats: Formats = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)

    def text(self, english: str) -> str:
        """The text in this language; English where the catalogue has none."""
        return self.texts.get(english) or english

    def money(self, cents: int) -> str:
        """US dollars, exact: ``$17,400``, or ``$18,180.50`` where there are cents."""
        return _money(cents, self.formats)

    def number(self, number: int) -> str:
        """A whole number: ``48,000``."""
        return format_decimal(number, locale=self.formats)

    def percent(self, percent: str) -> str:
        """A percentage that is given as a decimal string, exact: ``28%`` for ``"28.00"``."""
        share = (Decimal(percent) / 100).normalize()
        return format_percent(share, locale=self.formats, decimal_quantization=False)


@lru_cache(maxsize=1024)
def _money(cents: int, formats: Formats) -> str:
    """An advice shows the same few amounts again and again."""
    pattern = formats.currency_formats["standard"].pattern
    if cents % 100 == 0:
        pattern = pattern.replace(".00", "")
    dollars = Decimal(cents).scaleb(-2)
    return format_currency(dollars, "USD", pattern, formats, currency_digits=False)


@lru_cache(maxsize=32)
def locale_of(code: str) -> Locale:
    """The language with this code.

    Raises:
        LookupError: there is no catalogue for it.
    """
    if code == DEFAULT:
        return Locale(DEFAULT, _ENGLISH, MappingProxyType({}))
    if code not in LANGUAGES:
        raise LookupError(f"There is no catalogue for {code!r}.")
    with _catalogue(files(__package__).joinpath(code)).open("rb") as file:
        catalogue = read_po(file)
    texts = {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
    return Locale(code, Formats.parse(str(catalogue.locale_identifier)), MappingProxyType(texts))


def _catalogue(folder: Traversable) -> Traversable:
    for part in _PLACE:
        folder = folder.joinpath(part)
    return folder


def _languages() -> tuple[str, ...]:
    found = (folder.name for folder in files(__package__).iterdir() if _catalogue(folder).is_file())
    return (DEFAULT, *sorted(found))


LANGUAGES = _languages()
"""The codes that a buyer can choose from; English first."""


def preferred(wanted: Iterable[str]) -> str:
    """The first of the language tags (``es-MX``, best first) that is spoken here, else English."""
    spoken = (tag.partition("-")[0].casefold() for tag in wanted)
    return next((code for code in spoken if code in LANGUAGES), DEFAULT)
