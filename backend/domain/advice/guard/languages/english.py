"""English, as the guard reads it."""

from __future__ import annotations

from backend.domain.advice.guard.language import Language
from backend.domain.advice.guard.languages.english_clauses import CLAUSES
from backend.domain.advice.guard.languages.english_numbers import NUMBERS, UNITS
from backend.domain.advice.guard.languages.english_phrases import PHRASES
from backend.domain.advice.guard.languages.english_prices import PRICES
from backend.domain.advice.guard.languages.english_words import COMMON, ELSEWHERE, HARMLESS

ENGLISH = Language(
    "en", "car", "your limit", NUMBERS, UNITS, CLAUSES, PHRASES, PRICES, COMMON, ELSEWHERE, HARMLESS
)
