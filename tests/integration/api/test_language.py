"""A buyer's language: from the browser at sign-up, changed by the buyer, spoken from then on."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from backend.contract.objects import UserAnswer
from tests.integration.api.calling import NEW, Gateway, body_of, ok, refused
from tests.integration.api.test_accounts import credentials, csrf
from tests.support.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        (None, "en"),
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("en-US,en;q=0.9,es;q=0.8", "en"),
        ("de,es;q=0.5,en;q=0.4", "es"),
        ("de", "en"),
        (";;;,=,q=2", "en"),
        ("x" * 5000, "en"),
    ],
)
def test_the_browser_says_the_language_at_sign_up(
    gateway: Gateway, accepts: str | None, language: str
) -> None:
    headers = {} if accepts is None else {"Accept-Language": accepts}
    answer = gateway.anonymous().post("/api/v1/auth/register", json=credentials(), headers=headers)
    assert ok(answer, UserAnswer, 201)["user"]["language"] == language


def test_a_buyer_changes_it_and_is_spoken_to_in_it(gateway: Gateway) -> None:
    browser = gateway.anonymous()
    ok(browser.post("/api/v1/auth/register", json=credentials()), UserAnswer, 201)
    token = csrf(browser)
    changed = browser.patch("/api/v1/auth/me", json={"language": "es"}, headers=token)
    assert ok(changed, UserAnswer)["user"]["language"] == "es"
    assert ok(browser.get("/api/v1/auth/me"), UserAnswer)["user"]["language"] == "es"

    opened = body_of(browser.post("/api/v1/negotiations", json=NEW, headers=token))
    path = f"/api/v1/negotiations/{opened['negotiation']['id']}"
    assert gateway.replier.generate(UUID(opened["reply"]["id"]))
    [advice] = [
        event["message"]
        for event in body_of(browser.get(f"{path}/events"))["events"]
        if event["type"] == "message_updated"
    ]
    assert "$17,400" in advice["content"]
    english = re.compile(r"\b(?:the|your|they|and|for)\b", re.IGNORECASE)
    told = "\n".join([advice["content"], *advice["data"]["talking_points"]])
    assert not english.search(told)
    browser.post(f"{path}/walk-away", headers=token)
    events = body_of(browser.get(f"{path}/events"))["events"]
    assert [
        event["message"]["content"]
        for event in events
        if event["type"] == "new_message" and event["message"]["kind"] == "notice"
    ] == ["Usted se retiró."]


def test_the_demo_speaks_the_language_of_whoever_enters(gateway: Gateway) -> None:
    told: list[set[str]] = []
    for language in ("es", "en"):
        browser = gateway.anonymous()
        entered = browser.post(
            "/api/v1/auth/demo", json={}, headers={"Accept-Language": f"{language}-US"}
        )
        assert ok(entered, UserAnswer)["user"]["language"] == language
        assert ok(browser.get("/api/v1/auth/me"), UserAnswer)["user"]["language"] == language
        listed = body_of(browser.get("/api/v1/negotiations"))["items"]
        told.append({text for item in listed for text in said_in(browser, item["id"])})
    assert "Se lo podemos dejar en 5,300." in told[0]
    assert told[1] == told[0], "the stories were told once"


def said_in(browser: FlaskClient, negotiation: str) -> list[str]:
    """The text of every message."""
    events = body_of(browser.get(f"/api/v1/negotiations/{negotiation}/events"))["events"]
    return [event["message"]["content"] for event in events if "message" in event]


@pytest.mark.parametrize("body", [{}, {"language": "xx"}, {"language": None}, {"language": 1}])
def test_a_language_that_is_none(gateway: Gateway, body: dict[str, object]) -> None:
    browser = gateway.anonymous()
    ok(browser.post("/api/v1/auth/register", json=credentials()), UserAnswer, 201)
    answer = browser.patch("/api/v1/auth/me", json=body, headers=csrf(browser))
    assert "language" in str(refused(answer, 422, "invalid")["errors"])


def test_changing_it_takes_the_login_and_its_csrf_token(gateway: Gateway) -> None:
    browser = gateway.anonymous()
    refused(browser.patch("/api/v1/auth/me", json={"language": "es"}), 401, "not_authenticated")
    ok(browser.post("/api/v1/auth/register", json=credentials()), UserAnswer, 201)
    refused(browser.patch("/api/v1/auth/me", json={"language": "es"}), 403, "csrf_failed")
