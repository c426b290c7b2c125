"""Time passing for logins: their rows are changed, so that no test waits for an access to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
from sqlalchemy import select

from backend.storage.engine import Database
from backend.storage.models import Login


def end_access_in(database_url: str, access_token: str, lasting: timedelta) -> None:
    """Have the access of a login, named by a token of it, end so much later than now."""
    with _logins(database_url, [access_token]) as [login]:
        login.access_expires_at = datetime.now(UTC) + lasting


def let_pass(database_url: str, access_tokens: Iterable[str], time: timedelta) -> None:
    """Have the access of some logins, each named by a token of it, end so much earlier."""
    with _logins(database_url, access_tokens) as logins:
        for login in logins:
            login.access_expires_at -= time


@contextmanager
def _logins(database_url: str, access_tokens: Iterable[str]) -> Iterator[list[Login]]:
    claims = [jwt.decode(each, options={"verify_signature": False}) for each in access_tokens]
    ids = [UUID(each["login"]) for each in claims]
    database = Database(database_url)
    try:
        with database.write() as session:
            yield list(session.scalars(select(Login).where(Login.id.in_(ids))))
    finally:
        database.close()
