"""E-mail addresses."""

from __future__ import annotations


def normalised_email(email: str) -> str:
    """The form in which e-mail addresses are kept and compared."""
    return email.strip().casefold()
