"""Who calls: every route needs a login unless it is marked public."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import TypeVar, cast

import structlog
from flask import Flask, Response, current_app, g, request

from backend.actions.accounts import Identity
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.domain.errors import RateLimited
from backend.login_tokens import identify_request
from backend.throttling import Throttle

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)

_log = structlog.get_logger(__name__)

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Mark a view as open to everybody."""
    view.__dict__["is_public"] = True
    return view


def is_public(view: object) -> bool:
    """Whether a view was marked :func:`public`."""
    return bool(getattr(view, "is_public", False))


def services() -> Services:
    """The application's parts."""
    return cast(Services, current_app.extensions["services"])


def caller() -> Identity:
    """Who sends the current request; only in views that are not public."""
    return cast(Identity, g.identity)


def author() -> Author:
    """The caller as one who writes, counted against the limit of writes."""
    throttle = cast(Throttle, current_app.extensions["write_throttle"])
    user_id = caller().user_id
    return Author(user_id, request_id(), throttle.hit(str(user_id)))


def check_auth_limit() -> None:
    """Count a log-in or sign-up of the caller's address; raise RateLimited past the limit."""
    throttle = cast(Throttle, current_app.extensions["auth_throttle"])
    admission = throttle.hit(request.remote_addr or "unknown")
    if not admission.allowed:
        raise RateLimited(admission.retry_after)


def request_id() -> str:
    """The id that goes with the request through the logs of gateway and worker."""
    return cast(str, g.request_id)


def register_callers(app: Flask) -> None:
    """Give each request its id and its caller."""

    @app.before_request
    def name_request() -> None:
        given = request.headers.get("X-Request-ID", "")
        g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.before_request
    def require_login() -> None:
        # Flask itself answers OPTIONS: it tells the methods, and calls no view.
        if request.endpoint is None or request.method == "OPTIONS":
            return
        if is_public(app.view_functions.get(request.endpoint)):
            return
        g.identity = identify_request(services())
        structlog.contextvars.bind_contextvars(user_id=str(g.identity.user_id))

    @app.after_request
    def return_request_id(response: Response) -> Response:
        response.headers["X-Request-ID"] = g.get("request_id", "")
        _log.info(
            "request_answered",
            method=request.method,
            route=request.url_rule.rule if request.url_rule else None,
            status=response.status_code,
        )
        return response
