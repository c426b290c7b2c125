"""Spanish, as the guard reads it. All patterns are without accents, as folded text is."""

from __future__ import annotations

from backend.domain.advice.guard.language import Language
from backend.domain.advice.guard.languages.spanish_clauses import CLAUSES
from backend.domain.advice.guard.languages.spanish_numbers import NUMBERS, UNITS
from backend.domain.advice.guard.languages.spanish_phrases import PHRASES
from backend.domain.advice.guard.languages.spanish_prices import PRICES
from backend.domain.advice.guard.languages.spanish_words import COMMON, ELSEWHERE, HARMLESS

SPANISH = Language(
    "es",
    "carro",
    "su limite",
    NUMBERS,
    UNITS,
    CLAUSES,
    PHRASES,
    PRICES,
    COMMON,
    ELSEWHERE,
    HARMLESS,
)
