"""The languages that the guard reads."""

from backend.domain.advice.guard.language import Language
from backend.domain.advice.guard.languages.english import ENGLISH
from backend.domain.advice.guard.languages.spanish import SPANISH

__all__ = ["ENGLISH", "LANGUAGES", "SPANISH", "language_of"]

LANGUAGES: tuple[Language, ...] = (ENGLISH, SPANISH)


def language_of(code: str) -> Language:
    """How the guard reads a language; English where it cannot read that one.

    Sentences of an unknown language are then held back as foreign: a model's answer in it is never
    shown unread, and the playbook answers instead.
    """
    return next((each for each in LANGUAGES if each.code == code), ENGLISH)
