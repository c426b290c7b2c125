"""Logins last as long as their tokens, and are forgotten afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from backend.actions import accounts
from backend.domain.errors import NotAuthenticated
from backend.storage.models import Login
from tests.integration.parts import House


def test_a_login_is_forgotten_once_its_last_token_has_run_out(home: House) -> None:
    lifetime = home.services.settings.refresh_token_ttl
    old = accounts.register(home.services, "old@example.com", "correct horse")
    home.clock.advance(seconds=lifetime.total_seconds() - 1)
    new = accounts.log_in(home.services, "old@example.com", "correct horse")

    assert accounts.forget_ended_logins(home.services) == 0
    home.clock.advance(seconds=1)
    assert accounts.forget_ended_logins(home.services) == 1

    assert accounts.identify(home.services, old.login_id) is None
    assert accounts.identify(home.services, new.login_id) is not None
    with home.services.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Login)) == 1


def test_access_ends_with_its_time_and_goes_on_with_a_refresh(home: House) -> None:
    lifetime = home.services.settings.access_token_ttl
    login = accounts.register(home.services, "buyer@example.com", "correct horse")
    home.clock.advance(seconds=lifetime.total_seconds() - 1)
    accounts.extend_login(home.services, login.login_id)

    home.clock.advance(seconds=2)
    assert accounts.lasting_logins(home.services, [login.login_id]) == {login.login_id}
    home.clock.now += lifetime - timedelta(seconds=1)
    assert accounts.lasting_logins(home.services, [login.login_id]) == set()
    assert accounts.lasting_logins(home.services, []) == set()


def test_only_a_live_login_is_extended_and_no_other_with_it(home: House) -> None:
    first = accounts.register(home.services, "one@example.com", "correct horse")
    second = accounts.register(home.services, "two@example.com", "correct horse")
    assert accounts.extend_login(home.services, second.login_id).user_id == second.user_id
    accounts.end_login(home.services, first.login_id)
    with pytest.raises(NotAuthenticated):
        accounts.extend_login(home.services, first.login_id)
    home.clock.advance(seconds=home.services.settings.refresh_token_ttl.total_seconds())
    with pytest.raises(NotAuthenticated):
        accounts.extend_login(home.services, second.login_id)
