"""Tokens: JWTs that name a login. In HttpOnly cookies for browsers, as bearer for programs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Flask, Response, current_app
from flask_jwt_extended import (
    JWTManager,
    create_access_token,
    create_refresh_token,
    decode_token,
    get_jwt,
    set_access_cookies,
    set_refresh_cookies,
    unset_jwt_cookies,
    verify_jwt_in_request,
)
from flask_jwt_extended.exceptions import CSRFError, JWTExtendedException
from jwt.exceptions import PyJWTError

from backend.actions.accounts import Identity, identify
from backend.actions.services import Services
from backend.domain.errors import CsrfFailed, NotAuthenticated
from backend.settings import Settings

LOGIN_CLAIM = "login"
AUTH_PATH = "/api/v1/auth"
MAX_TOKEN_LENGTH = 2048


def configure_tokens(app: Flask, settings: Settings) -> None:
    """Set the cookies and lifetimes of the contract."""
    app.config.update(
        JWT_SECRET_KEY=settings.secret_key,
        JWT_TOKEN_LOCATION=["headers", "cookies"],
        JWT_ACCESS_TOKEN_EXPIRES=settings.access_token_ttl,
        JWT_REFRESH_TOKEN_EXPIRES=settings.refresh_token_ttl,
        JWT_ACCESS_COOKIE_NAME="access_token",
        JWT_REFRESH_COOKIE_NAME="refresh_token",
        JWT_REFRESH_COOKIE_PATH=AUTH_PATH,
        JWT_COOKIE_SECURE=settings.uses_tls,
        JWT_COOKIE_SAMESITE="Lax",
        JWT_COOKIE_CSRF_PROTECT=True,
        JWT_SESSION_COOKIE=False,
    )
    JWTManager(app)


def access_token(identity: Identity) -> str:
    """A token that gives access for the login's next while."""
    token: str = create_access_token(
        str(identity.user_id), additional_claims={LOGIN_CLAIM: str(identity.login_id)}
    )
    return token


def set_login_cookies(response: Response, identity: Identity) -> None:
    """Log the browser in."""
    lasts = int(current_app.config["JWT_ACCESS_TOKEN_EXPIRES"].total_seconds())
    set_access_cookies(response, access_token(identity), max_age=lasts)
    claims = {LOGIN_CLAIM: str(identity.login_id)}
    token = create_refresh_token(str(identity.user_id), additional_claims=claims)
    lasts = int(current_app.config["JWT_REFRESH_TOKEN_EXPIRES"].total_seconds())
    set_refresh_cookies(response, token, max_age=lasts)


def unset_login_cookies(response: Response) -> None:
    """Log the browser out."""
    unset_jwt_cookies(response)


def identify_request(services: Services, *, refresh: bool = False) -> Identity:
    """Who sends the current request, by its access token, or by its refresh cookie.

    Raises:
        NotAuthenticated: no token, or one that does not count (any more).
        CsrfFailed: a cookie without its CSRF header on an unsafe call.
    """
    try:
        if refresh:
            verify_jwt_in_request(refresh=True, locations=["cookies"])
        else:
            verify_jwt_in_request()
    except CSRFError as error:
        raise CsrfFailed from error
    except (JWTExtendedException, PyJWTError) as error:
        raise NotAuthenticated from error
    return _identity(services, get_jwt())


def identify_token(services: Services, token: object) -> Identity:
    """Who an access token belongs to; for sockets, which have no CSRF header.

    Raises:
        NotAuthenticated: it does not count.
    """
    if not isinstance(token, str) or not 0 < len(token) <= MAX_TOKEN_LENGTH:
        raise NotAuthenticated
    try:
        claims = decode_token(token)
    except (JWTExtendedException, PyJWTError) as error:
        raise NotAuthenticated from error
    if claims.get("type") != "access":
        raise NotAuthenticated
    return _identity(services, claims)


def _identity(services: Services, claims: dict[str, Any]) -> Identity:
    try:
        login_id = UUID(str(claims.get(LOGIN_CLAIM)))
    except ValueError as error:
        raise NotAuthenticated from error
    identity = identify(services, login_id)
    if identity is None or str(identity.user_id) != claims.get("sub"):
        raise NotAuthenticated
    return identity
