"""Telling an unknown user takes as long as telling a wrong password."""

from __future__ import annotations

from backend.actions.passwords import (
    UNKNOWN_USER_HASH,
    has_current_parameters,
    hash_password,
    password_matches,
)
from backend.actions.services import call_here


def test_the_hash_of_nobody_costs_as_much_as_one_made_now() -> None:
    assert has_current_parameters(UNKNOWN_USER_HASH)


def test_only_the_right_password_matches() -> None:
    kept = hash_password(call_here, "correct horse")
    assert password_matches(call_here, kept, "correct horse")
    assert not password_matches(call_here, kept, "correct horsf")
    assert not password_matches(call_here, None, "correct horse")
