"""``/auth``: sign-up, log-in and log-out, and the tokens of programs."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request

from backend.actions import accounts
from backend.actions.accounts import Identity
from backend.api.bodies import JsonBlueprint
from backend.api.callers import author, caller, check_auth_limit, public, services
from backend.api.schemas import Credentials, NewCredentials, Nothing, SettingsIn
from backend.contract.objects import TokenAnswer, UserAnswer
from backend.locales import preferred
from backend.login_tokens import (
    AUTH_PATH,
    access_token,
    identify_request,
    set_login_cookies,
    unset_login_cookies,
)

blueprint = JsonBlueprint("auth", __name__, url_prefix=AUTH_PATH, description="Accounts")


@blueprint.post("/register")
@public
@blueprint.doc(security=[])
@blueprint.arguments(NewCredentials)
@blueprint.response(201, UserAnswer)
def register(credentials: dict[str, Any]) -> Response:
    """Make an account and log in. Its language is the browser's, where it is one of ours."""
    check_auth_limit()
    identity = accounts.register(
        services(),
        credentials["email"],
        credentials["password"],
        preferred(request.accept_languages.values()),
    )
    return _logged_in(identity, 201)


@blueprint.post("/login")
@public
@blueprint.doc(security=[])
@blueprint.arguments(Credentials)
@blueprint.response(200, UserAnswer)
def log_in(credentials: dict[str, Any]) -> Response:
    """Log in: sets the cookies."""
    check_auth_limit()
    return _logged_in(_checked(credentials), 200)


@blueprint.post("/token")
@public
@blueprint.doc(security=[])
@blueprint.arguments(Credentials)
@blueprint.response(200, TokenAnswer)
def issue_token(credentials: dict[str, Any]) -> Response:
    """Get a bearer token, for programs."""
    check_auth_limit()
    identity = _checked(credentials)
    lifetime = services().settings.access_token_ttl
    return jsonify(
        access_token=access_token(identity),
        token_type="Bearer",  # noqa: S106  the token's type, not a secret
        expires_in=int(lifetime.total_seconds()),
    )


@blueprint.post("/refresh")
@public
@blueprint.doc(security=[])
@blueprint.arguments(Nothing, required=False)
@blueprint.response(200, UserAnswer)
def refresh(_body: dict[str, Any]) -> Response:
    """Get a new access token by the refresh cookie; live sockets of the login last on."""
    identity = identify_request(services(), refresh=True)
    return _logged_in(accounts.extend_login(services(), identity.login_id), 200)


@blueprint.post("/logout")
@blueprint.arguments(Nothing, required=False)
@blueprint.response(204)
def log_out(_body: dict[str, Any]) -> Response:
    """End the login: its tokens no longer count, its sockets are closed."""
    accounts.end_login(services(), caller().login_id)
    response = Response(status=204)
    unset_login_cookies(response)
    return response


@blueprint.get("/me")
@blueprint.response(200, UserAnswer)
def me() -> Response:
    """Who is logged in."""
    return jsonify(user=accounts.user_object(caller()))


@blueprint.patch("/me")
@blueprint.arguments(SettingsIn)
@blueprint.response(200, UserAnswer)
def change_settings(settings: dict[str, Any]) -> Response:
    """Change the language in which the adviser speaks from now on."""
    author().check_admitted()
    return jsonify(
        user=accounts.user_object(accounts.set_language(services(), caller(), settings["language"]))
    )


def _checked(credentials: dict[str, Any]) -> Identity:
    return accounts.log_in(services(), credentials["email"], credentials["password"])


def _logged_in(identity: Identity, status: int) -> Response:
    response = jsonify(user=accounts.user_object(identity))
    response.status_code = status
    set_login_cookies(response, identity)
    return response
