"""Errors as ``application/problem+json`` (RFC 9457). No exception text ever reaches a client."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from backend.answers import ANSWERS
from backend.contract.objects import Problem
from backend.domain.errors import DomainError, RateLimited
from backend.storage.failures import is_storage_failure

_CODES_BY_STATUS = {
    400: "malformed",
    401: "not_authenticated",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "unsupported_media_type",
    422: "invalid",
}

_DETAILS = {
    "malformed": "The request could not be read.",
    "not_authenticated": "Log in first.",
    "not_found": "There is nothing at this address.",
    "method_not_allowed": "This address does not take this method.",
    "body_too_large": "The body may have 64 KiB at most.",
    "unsupported_media_type": "Send JSON, as application/json.",
    "invalid": "Some fields are not valid.",
    "internal_error": "Something went wrong on our side; it was noted.",
    "storage_unavailable": "The database cannot be reached; try again in a moment.",
}

_log = structlog.get_logger(__name__)


class ProblemApi(Api):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest's API, with our form of errors."""

    ERROR_SCHEMA = Problem

    def _register_responses(self) -> None:
        """Document errors with their own content type; answers keep theirs."""
        self.DEFAULT_RESPONSE_CONTENT_TYPE = "application/problem+json"
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer an HTTP error, with ``errors`` by field where validation failed."""
        code = _CODES_BY_STATUS.get(error.code or 500)
        if code == "invalid":
            return problem(code, errors=_by_field(getattr(error, "data", {}).get("messages", {})))
        response = problem(code) if code else _unlisted(error)
        for name, value in error.get_headers():
            if name != "Content-Type":
                response.headers[name] = value
        return response


def problem(code: str, detail: str | None = None, **more: Any) -> Response:
    """The answer to an error code."""
    answer = ANSWERS[code]
    response = _response(code, answer.status, answer.title, detail or _DETAILS[code], **more)
    if answer.status is HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _unlisted(error: HTTPException) -> Response:
    """The answer to what only the framework refuses; its code is made of the status's name."""
    try:
        status = HTTPStatus(error.code or 500)
    except ValueError:
        return problem("internal_error")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return problem("internal_error")
    code = re.sub(r"\W+", "_", status.phrase.lower())
    return _response(code, status, status.phrase, status.description or status.phrase)


def _response(code: str, status: HTTPStatus, title: str, detail: str, **more: Any) -> Response:
    body = {
        "type": f"/docs/errors#{code}",
        "title": title,
        "status": status.value,
        "detail": detail,
        "code": code,
        **more,
    }
    return Response(json.dumps(body), status.value, mimetype="application/problem+json")


def register_error_handlers(app: Flask) -> None:
    """Answer what the rules refuse, and whatever else goes wrong."""

    @app.errorhandler(DomainError)
    def refused(error: DomainError) -> Response:
        response = problem(error.code, error.detail)
        if isinstance(error, RateLimited):
            response.headers["Retry-After"] = str(error.retry_after)
        return response

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        if is_storage_failure(error):
            _log.error("storage_unavailable", error=type(error).__name__)
            return problem("storage_unavailable")
        _log.exception("internal_error")
        return problem("internal_error")


def _by_field(messages: dict[str, Any]) -> dict[str, Any]:
    """webargs' messages, without the location (json, query) they are grouped by."""
    return {
        field: errors
        for location in messages.values()
        for field, errors in (
            location.items() if isinstance(location, dict) else [("_schema", location)]
        )
    }
