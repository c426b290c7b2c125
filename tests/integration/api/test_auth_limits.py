"""What guards the door: forged and expired tokens, and the limit of tries."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv6Address
from uuid import uuid4

import jwt
import pytest
from werkzeug.test import TestResponse

from tests.integration.api.calling import Gateway, refused
from tests.integration.api.conftest import MakeGateway
from tests.support.databases import ON_SQLITE

pytestmark = ON_SQLITE

KEY = "a key for tests, long enough to sign"


def claims_of(gateway: Gateway) -> dict[str, object]:
    token = gateway.buyer().token
    claims: dict[str, object] = jwt.decode(token, KEY, algorithms=["HS256"])
    return claims


def new_address() -> str:
    """One that no other test has knocked from."""
    return str(IPv6Address(uuid4().int))


def me(gateway: Gateway, authorization: str) -> None:
    headers = {"Authorization": authorization}
    answer = gateway.anonymous().get("/api/v1/auth/me", headers=headers)
    refused(answer, 401, "not_authenticated")


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer x.y.z", "Basic YTpi", "Bearer a b", "Bearer " + "x" * 5000],
)
def test_garbage_is_not_a_login(gateway: Gateway, authorization: str) -> None:
    me(gateway, authorization)


def test_a_true_token_counts_until_it_expires(gateway: Gateway) -> None:
    claims = claims_of(gateway)
    assert (
        gateway.anonymous()
        .get("/api/v1/auth/me", headers={"Authorization": f"Bearer {jwt.encode(claims, KEY)}"})
        .status_code
        == 200
    )
    me(gateway, f"Bearer {jwt.encode({**claims, 'exp': 1_700_000_000}, KEY)}")


@pytest.mark.parametrize(
    "changes",
    [{"login": "nothing"}, {"login": str(uuid4())}, {"sub": str(uuid4())}, {"type": "refresh"}],
)
def test_a_token_that_names_no_login_of_its_user(
    gateway: Gateway, changes: dict[str, object]
) -> None:
    me(gateway, f"Bearer {jwt.encode({**claims_of(gateway), **changes}, KEY)}")


def test_a_token_of_another_key_or_of_none(gateway: Gateway) -> None:
    claims = claims_of(gateway)
    me(gateway, f"Bearer {jwt.encode(claims, 'another key, also long enough to sign')}")
    me(gateway, f"Bearer {jwt.encode(claims, '', algorithm='none')}")


def test_a_login_that_was_not_refreshed_for_its_days_ends(gateway: Gateway) -> None:
    buyer = gateway.buyer()
    assert buyer.get("/auth/me").status_code == 200
    gateway.clock.advance(days=30)
    refused(buyer.get("/auth/me"), 401, "not_authenticated")


@pytest.mark.parametrize("path", ["register", "login", "token"])
def test_tries_are_limited_by_address(make_gateway: MakeGateway, path: str) -> None:
    gateway = make_gateway(rate_limit_auth="3/hour")
    body = {"email": f"{uuid4().hex}@example.com", "password": "wrong password"}
    client, address, other = gateway.anonymous(), new_address(), new_address()

    def knock(address: str) -> TestResponse:
        origin = {"REMOTE_ADDR": address}
        return client.post(f"/api/v1/auth/{path}", json=body, environ_base=origin)

    assert 429 not in [knock(address).status_code for _ in range(3)]
    answer = knock(address)
    refused(answer, 429, "rate_limited")
    assert 1 <= int(answer.headers["Retry-After"]) <= 3600
    assert knock(other).status_code != 429


def test_writes_are_limited_by_user(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(rate_limit_writes="2/hour")
    buyer, other = gateway.buyer(), gateway.buyer()
    path = buyer.negotiation()
    buyer.posted(f"{path}/chat", content="Hello")
    for tried in (
        buyer.post(f"{path}/chat", {"content": "Hello"}),
        buyer.post(f"{path}/walk-away"),
        buyer.post(f"{path}/accept", {"amount": 1}),
    ):
        refused(tried, 429, "rate_limited")
        assert int(tried.headers["Retry-After"]) >= 1
    assert buyer.read(path)["status"] == "active"
    other.negotiation()


def test_sessions_last_while_refreshed(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(refresh_token_ttl=timedelta(days=2))
    buyer = gateway.buyer()
    gateway.clock.advance(days=1)
    assert buyer.get("/auth/me").status_code == 200
