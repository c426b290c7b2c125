"""The languages that buyers are spoken to in: their texts, and how they write numbers.

A language is one catalogue, ``<code>/LC_MESSAGES/adviser.po``, whose ``Language`` header names the
locale of its numbers. English has none: the texts in the code are English.
"""

from backend.locales.locale import LANGUAGES, Locale, locale_of, preferred, translatable

__all__ = ["LANGUAGES", "Locale", "locale_of", "preferred", "translatable"]
