"""Telling an unknown user takes as long as telling a wrong password."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from backend.actions.passwords import HASHINGS, hash_password, password_matches
from backend.settings import PasswordHashing
from tests.integration.parts import House, house

NOWHERE = "redis://127.0.0.1:1/0"
Offloads = list[tuple[Callable[..., Any], tuple[Any, ...]]]

pytestmark = pytest.mark.parametrize("hashing", HASHINGS)


@pytest.fixture
def home(hashing: PasswordHashing, tmp_path: Path) -> Iterator[House]:
    with house(f"sqlite:///{tmp_path / 'none.db'}", NOWHERE, password_hashing=hashing) as made:
        yield made


def test_the_hash_of_nobody_costs_as_much_as_one_made_now(hashing: PasswordHashing) -> None:
    made = HASHINGS[hashing]
    assert not made.hasher.check_needs_rehash(made.unknown_user)


def test_where_it_matters_a_hash_costs_what_argon2_advises(hashing: PasswordHashing) -> None:
    needs = PasswordHasher().check_needs_rehash(HASHINGS[hashing].unknown_user)
    assert needs is (hashing == "cheap")


def test_only_the_right_password_matches(home: House) -> None:
    services = home.services
    kept = hash_password(services, "correct horse")
    assert password_matches(services, kept, "correct horse")
    assert not password_matches(services, kept, "correct horsf")
    assert not password_matches(services, None, "correct horse")


def test_an_unknown_user_and_a_wrong_password_take_the_same_work(
    home: House, hashing: PasswordHashing
) -> None:
    """Each checks one hash, and both hashes have the parameters of those that are made now."""
    asked: Offloads = []

    def offload(function: Callable[..., Any], *arguments: Any) -> Any:
        asked.append((function, arguments))
        return function(*arguments)

    services = replace(home.services, offload=offload)
    kept = hash_password(home.services, "correct horse")
    assert not password_matches(services, kept, "wrong")
    assert not password_matches(services, None, "wrong")
    known, unknown = asked
    assert known[0] == unknown[0]
    hasher = HASHINGS[hashing].hasher
    assert not [each for _, (each, _) in asked if hasher.check_needs_rehash(each)]
