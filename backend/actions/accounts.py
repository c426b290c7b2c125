"""Accounts and log-ins. Tokens name a login; the login's row says whether they still count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from backend.actions.passwords import hash_password, password_matches
from backend.actions.services import Services, Transaction
from backend.contract.objects import UserOut
from backend.contract.serializing import serializer
from backend.contract.shapes import UserObject
from backend.domain.email_address import normalised_email
from backend.domain.errors import EmailTaken, NotAuthenticated
from backend.storage import people, subscriptions
from backend.storage.models import Login, User


@dataclass(frozen=True)
class Identity:
    """Who is calling, by which login, and until when the access lasts."""

    user_id: UUID
    login_id: UUID
    email: str
    language: str
    created_at: datetime
    access_expires_at: datetime


user_object: Callable[[Identity], UserObject] = serializer(UserOut)
"""The contract's ``user``."""


def register(services: Services, email: str, password: str, language: str = "en") -> Identity:
    """Make an account and log it in. ``language`` is one of ``backend.locales.LANGUAGES``.

    Raises:
        EmailTaken: there is an account with that e-mail address.
    """
    password_hash = hash_password(services, password)
    try:
        with services.transaction() as transaction:
            user = User(
                id=transaction.new_id(),
                email=normalised_email(email),
                password_hash=password_hash,
                language=language,
                created_at=transaction.now,
            )
            transaction.session.add(user)
            transaction.session.flush()
            return start_login(services, transaction, user)
    except IntegrityError as error:
        raise EmailTaken from error


def log_in(services: Services, email: str, password: str) -> Identity:
    """Start a login.

    Raises:
        NotAuthenticated: unknown e-mail or wrong password; which of them is not told.
    """
    with services.database.read() as session:
        user = people.user_by_email(session, normalised_email(email))
    known_hash = user.password_hash if user else None
    if not password_matches(services, known_hash, password) or user is None:
        raise NotAuthenticated("Wrong e-mail or password.")
    with services.transaction() as transaction:
        return start_login(services, transaction, user)


def start_login(services: Services, transaction: Transaction, user: User) -> Identity:
    """Write the row that the new login's tokens and sockets hang on."""
    login = Login(
        id=transaction.new_id(),
        user_id=user.id,
        access_expires_at=transaction.now + services.settings.access_token_ttl,
        expires_at=transaction.now + services.settings.refresh_token_ttl,
        created_at=transaction.now,
    )
    transaction.session.add(login)
    return _identity(login, user)


def extend_login(services: Services, login_id: UUID) -> Identity:
    """Let a login's access, and with it its live sockets, last for another token's life.

    Raises:
        NotAuthenticated: the login was ended.
    """
    with services.transaction() as transaction:
        found = people.live_login(transaction.session, login_id, transaction.now)
        if found is None:
            raise NotAuthenticated
        login, user = found
        login.access_expires_at = transaction.now + services.settings.access_token_ttl
        return _identity(login, user)


def set_language(services: Services, identity: Identity, language: str) -> Identity:
    """Speak to the user in another language from now on; returns the identity with it.

    What was said before stays as it is.
    """
    with services.transaction() as transaction:
        transaction.session.execute(
            update(User).where(User.id == identity.user_id).values(language=language)
        )
    return replace(identity, language=language)


def end_login(services: Services, login_id: UUID) -> None:
    """Revoke a login: its tokens no longer count and its sockets are closed soon."""
    with services.transaction() as transaction:
        login = transaction.session.scalar(select(Login).where(Login.id == login_id))
        if login is not None and login.revoked_at is None:
            login.revoked_at = transaction.now


def identify(services: Services, login_id: UUID) -> Identity | None:
    """Who a login belongs to; None once it was revoked or has ended."""
    with services.database.read() as session:
        owner = people.login_owner(session, login_id, services.clock())
    if owner is None:
        return None
    user_id, email, language, created_at, access_expires_at = owner
    return Identity(user_id, login_id, email, language, created_at, access_expires_at)


def lasting_logins(services: Services, login_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the logins whose sockets may stay open."""
    if not login_ids:
        return set()
    with services.database.read() as session:
        return people.live_login_ids(session, login_ids, services.clock())


def forget_ended_logins(services: Services) -> int:
    """Delete the logins whose tokens have all run out; returns how many."""
    with services.transaction() as transaction:
        subscriptions.forget_of_logins(transaction.session, transaction.now)
        ended = transaction.session.execute(
            delete(Login).where(Login.expires_at <= transaction.now).returning(Login.id)
        )
        return len(ended.all())


def _identity(login: Login, user: User) -> Identity:
    return Identity(
        user.id, login.id, user.email, user.language, user.created_at, login.access_expires_at
    )
