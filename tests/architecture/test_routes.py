"""Every route but the public ones needs a login."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.routing import Rule

from backend.app import create_app
from tests.integration.parts import settings

PUBLIC = {
    "/healthz",
    "/readyz",
    "/metrics",
    "/openapi.json",
    "/asyncapi.json",
    "/docs",
    "/",
    "/<screen:path>",
    "/assets/<path:name>",
    "/api/v1/features",
    "/api/v1/auth/register",
    "/api/v1/auth/login",
    "/api/v1/auth/token",
    "/api/v1/auth/demo",
    "/api/v1/auth/refresh",  # by the refresh cookie, which it checks itself
}


@pytest.fixture(scope="module")
def app() -> Iterator[Flask]:
    made = create_app(settings("sqlite://", "redis://127.0.0.1:1/0"))
    yield made
    made.extensions["services"].database.close()


def address(rule: Rule) -> str:
    path = rule.rule
    for argument in rule.arguments:
        path = path.replace(f"<uuid:{argument}>", str(uuid4()))
    return path


def test_only_what_is_listed_here_is_public(app: Flask) -> None:
    views = app.view_functions
    public = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if views[rule.endpoint].__dict__.get("is_public")
    }
    assert public == PUBLIC


def test_all_other_routes_answer_401_without_a_login(app: Flask) -> None:
    client = app.test_client()
    tried = 0
    for rule in app.url_map.iter_rules():
        if rule.rule in PUBLIC:
            continue
        for method in (rule.methods or set()) - {"OPTIONS", "HEAD"}:
            answer = client.open(address(rule), method=method)
            assert answer.status_code == 401, f"{method} {rule.rule}"
            assert answer.mimetype == "application/problem+json"
            tried += 1
    assert tried >= 13


def test_refreshing_without_a_cookie_is_401_too(app: Flask) -> None:
    assert app.test_client().post("/api/v1/auth/refresh").status_code == 401
