"""Sign-up, log-in, log-out, refresh; cookies, CSRF and bearer tokens."""

from __future__ import annotations

from http.cookies import Morsel, SimpleCookie
from uuid import uuid4

import jwt
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from backend.contract.objects import TokenAnswer, UserAnswer
from tests.integration.api.calling import NEW, Gateway, body_of, ok, refused
from tests.integration.api.conftest import MakeGateway

PASSWORD = "correct horse battery"


def credentials() -> dict[str, str]:
    return {"email": f"{uuid4().hex}@example.com", "password": PASSWORD}


def cookies(response: TestResponse) -> dict[str, Morsel[str]]:
    jar: SimpleCookie = SimpleCookie()
    for line in response.headers.getlist("Set-Cookie"):
        jar.load(line)
    return dict(jar)


def csrf(client: FlaskClient, name: str = "csrf_access_token") -> dict[str, str]:
    cookie = client.get_cookie(name)
    assert cookie is not None
    return {"X-CSRF-TOKEN": cookie.value}


@pytest.fixture
def browser(gateway: Gateway) -> FlaskClient:
    """A browser that has just signed up."""
    client = gateway.anonymous()
    ok(client.post("/api/v1/auth/register", json=credentials()), UserAnswer, 201)
    return client


def test_signing_up_logs_in(gateway: Gateway) -> None:
    client, given = gateway.anonymous(), credentials()
    user = ok(client.post("/api/v1/auth/register", json=given), UserAnswer, 201)["user"]
    assert user["email"] == given["email"]
    assert ok(client.get("/api/v1/auth/me"), UserAnswer)["user"] == user


def test_cookies_are_as_the_contract_says(gateway: Gateway) -> None:
    answer = gateway.anonymous().post("/api/v1/auth/register", json=credentials())
    jar = cookies(answer)
    assert set(jar) == {"access_token", "refresh_token", "csrf_access_token", "csrf_refresh_token"}
    for name in ("access_token", "refresh_token"):
        assert jar[name]["httponly"] is True
        assert jar[name]["samesite"] == "Lax"
    for name in ("csrf_access_token", "csrf_refresh_token"):
        assert not jar[name]["httponly"]
        assert jar[name]["path"] == "/"
    claims = jwt.decode(jar["access_token"].value, options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 15 * 60
    for name in ("access_token", "csrf_access_token"):
        assert jar[name]["max-age"] == str(15 * 60), "a cookie lasts as long as its token"
    assert jar["refresh_token"]["max-age"] == str(30 * 24 * 3600)


def test_cookies_are_secure_where_the_page_is(make_gateway: MakeGateway) -> None:
    client = make_gateway(public_url="https://deals.example").anonymous()
    jar = cookies(client.post("/api/v1/auth/register", json=credentials()))
    assert all(jar[name]["secure"] for name in jar)


def test_an_email_address_signs_up_once_in_any_case(gateway: Gateway) -> None:
    given = credentials()
    ok(gateway.anonymous().post("/api/v1/auth/register", json=given), UserAnswer, 201)
    shouted = {**given, "email": given["email"].upper()}
    refused(gateway.anonymous().post("/api/v1/auth/register", json=shouted), 409, "email_taken")
    ok(gateway.anonymous().post("/api/v1/auth/login", json=shouted), UserAnswer)


def test_a_wrong_password_is_answered_like_an_unknown_address(gateway: Gateway) -> None:
    given = credentials()
    ok(gateway.anonymous().post("/api/v1/auth/register", json=given), UserAnswer, 201)
    wrong = [
        {**given, "password": password} for password in ("not this one", "short", "", "x" * 200)
    ]
    for path in ("/api/v1/auth/login", "/api/v1/auth/token"):
        answers = [gateway.anonymous().post(path, json=body) for body in (*wrong, credentials())]
        for answer in answers:
            refused(answer, 401, "not_authenticated")
            assert cookies(answer) == {}
        assert len({answer.data for answer in answers}) == 1


@pytest.mark.parametrize("path", ["register", "login", "token"])
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"email": None}, "email"),
        ({"email": 7}, "email"),
        ({"email": "a\ud800@example.com"}, "email"),
        ({"email": "ß" * 240 + "@b.example"}, "email"),
        ({"email": "a" * 250 + "@b.example"}, "email"),
        ({"password": "x" * 1025}, "password"),
        ({"password": ["x"] * 9}, "password"),
        ({"password": "with\x00null"}, "password"),
        ({"password": "with\ud800half"}, "password"),
        ({"admin": True}, "admin"),
    ],
)
def test_unfit_credentials(
    gateway: Gateway, path: str, changes: dict[str, object], field: str
) -> None:
    body = {**credentials(), **changes}
    problem = refused(gateway.anonymous().post(f"/api/v1/auth/{path}", json=body), 422, "invalid")
    assert set(problem["errors"]) == {field}


@pytest.mark.parametrize("password", ["", "short", "x" * 129])
def test_passwords_that_no_account_may_have(gateway: Gateway, password: str) -> None:
    body = {**credentials(), "password": password}
    answer = gateway.anonymous().post("/api/v1/auth/register", json=body)
    assert set(refused(answer, 422, "invalid")["errors"]) == {"password"}


def test_unsafe_calls_by_cookie_need_the_csrf_header(browser: FlaskClient) -> None:
    refused(browser.post("/api/v1/negotiations", json=NEW), 403, "csrf_failed")
    wrong = {"X-CSRF-TOKEN": str(uuid4())}
    refused(browser.post("/api/v1/negotiations", json=NEW, headers=wrong), 403, "csrf_failed")
    refresh = csrf(browser, "csrf_refresh_token")
    refused(browser.post("/api/v1/negotiations", json=NEW, headers=refresh), 403, "csrf_failed")
    assert browser.post("/api/v1/negotiations", json=NEW, headers=csrf(browser)).status_code == 201
    assert len(body_of(browser.get("/api/v1/negotiations"))["items"]) == 1


def test_a_bearer_token_needs_no_csrf_header(gateway: Gateway) -> None:
    given = credentials()
    ok(gateway.anonymous().post("/api/v1/auth/register", json=given), UserAnswer, 201)
    answer = gateway.anonymous().post("/api/v1/auth/token", json=given)
    token = ok(answer, TokenAnswer)
    assert (token["token_type"], token["expires_in"]) == ("Bearer", 15 * 60)
    assert cookies(answer) == {}
    bearer = {"Authorization": f"Bearer {token['access_token']}"}
    opened = gateway.anonymous().post("/api/v1/negotiations", json=NEW, headers=bearer)
    assert opened.status_code == 201


def test_refreshing_needs_its_own_cookie_and_csrf_token(browser: FlaskClient) -> None:
    path = "/api/v1/auth/refresh"
    refused(browser.post(path), 403, "csrf_failed")
    refused(browser.post(path, headers=csrf(browser)), 403, "csrf_failed")
    before = browser.get_cookie("csrf_access_token")
    answer = browser.post(path, headers=csrf(browser, "csrf_refresh_token"))
    ok(answer, UserAnswer)
    assert {"access_token", "csrf_access_token"} <= set(cookies(answer))
    assert browser.get_cookie("csrf_access_token") != before
    assert browser.post("/api/v1/negotiations", json=NEW, headers=csrf(browser)).status_code == 201


def test_an_access_token_refreshes_nothing_and_a_refresh_token_gives_no_access(
    browser: FlaskClient, gateway: Gateway
) -> None:
    tokens = [browser.get_cookie(n, path=p) for n, p in COOKIES]
    access, refresh = (cookie.value for cookie in tokens if cookie)
    program = gateway.anonymous()
    for path, token in (("/auth/me", refresh), ("/negotiations", refresh)):
        bearer = {"Authorization": f"Bearer {token}"}
        refused(program.get(f"/api/v1{path}", headers=bearer), 401, "not_authenticated")
    bearer = {"Authorization": f"Bearer {access}"}
    refused(program.post("/api/v1/auth/refresh", headers=bearer), 401, "not_authenticated")


COOKIES = (("access_token", "/"), ("refresh_token", "/api/v1/auth"))


def test_logging_out_revokes_both_tokens(browser: FlaskClient, gateway: Gateway) -> None:
    tokens = [browser.get_cookie(n, path=p) for n, p in COOKIES]
    access, refresh = (cookie.value for cookie in tokens if cookie)
    refresh_csrf = csrf(browser, "csrf_refresh_token")
    refused(browser.post("/api/v1/auth/logout"), 403, "csrf_failed")
    answer = browser.post("/api/v1/auth/logout", headers=csrf(browser))
    assert answer.status_code == 204
    assert {name for name, morsel in cookies(answer).items() if not morsel.value} == {
        "access_token",
        "refresh_token",
        "csrf_access_token",
        "csrf_refresh_token",
    }
    refused(browser.get("/api/v1/auth/me"), 401, "not_authenticated")
    thief = gateway.anonymous()
    bearer = {"Authorization": f"Bearer {access}"}
    refused(thief.get("/api/v1/auth/me", headers=bearer), 401, "not_authenticated")
    thief.set_cookie("refresh_token", refresh, path="/api/v1/auth")
    refused(thief.post("/api/v1/auth/refresh", headers=refresh_csrf), 401, "not_authenticated")


def test_logging_out_ends_one_login_and_not_the_others(gateway: Gateway) -> None:
    given = credentials()
    phone, desk = gateway.anonymous(), gateway.anonymous()
    ok(phone.post("/api/v1/auth/register", json=given), UserAnswer, 201)
    ok(desk.post("/api/v1/auth/login", json=given), UserAnswer)
    assert phone.post("/api/v1/auth/logout", headers=csrf(phone)).status_code == 204
    ok(desk.get("/api/v1/auth/me"), UserAnswer)
