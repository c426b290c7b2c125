"""Subscribing a browser: by whom, with what, and what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from backend.push.endpoints import PushServices
from backend.push.vapid import VapidKey
from backend.storage.models import PushSubscription
from tests.integration.api.calling import Gateway, body_of, refused
from tests.integration.api.conftest import MakeGateway
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE
from tests.support.push_service import Subscriber, to_base64url

pytestmark = ON_SQLITE

PATH = "/push-subscriptions"
KEY = VapidKey.parse(to_base64url(b"a number of thirty-two bytes ..."))
ORIGIN = "http://127.0.0.1:9999"


@pytest.fixture
def pushing(make_gateway: MakeGateway) -> Gateway:
    """A gateway that offers notifications."""
    services = PushServices.parse(f"fcm.googleapis.com,{ORIGIN}")
    return make_gateway(vapid_key=KEY, push_services=services)


def endpoints(gateway: Gateway) -> list[str]:
    with gateway.app.extensions["services"].database.read() as session:
        return list(session.scalars(select(PushSubscription.endpoint)))


def test_a_browser_is_subscribed_again_and_taken_off(pushing: Gateway) -> None:
    buyer = pushing.buyer()
    body = Subscriber(f"{ORIGIN}/one").as_body()
    for _ in range(2):
        assert buyer.post(PATH, body).status_code == 204
        assert endpoints(pushing).count(body["endpoint"]) == 1
    other = pushing.buyer()
    for person, count in ((other, 1), (buyer, 0), (buyer, 0)):
        assert person.send("DELETE", PATH, {"endpoint": body["endpoint"]}).status_code == 204
        assert endpoints(pushing).count(body["endpoint"]) == count


def test_it_is_told_which_key_to_use(pushing: Gateway, gateway: Gateway) -> None:
    answer = body_of(pushing.app.test_client().get("/api/v1/features"))
    assert answer["push_public_key"] == KEY.public
    assert body_of(gateway.app.test_client().get("/api/v1/features"))["push_public_key"] is None


def test_without_a_key_there_are_no_notifications(make_gateway: MakeGateway) -> None:
    off = make_gateway(push_services=PushServices.parse(ORIGIN))
    refused(off.buyer().post(PATH, Subscriber(f"{ORIGIN}/one").as_body()), 404, "not_found")


@pytest.mark.parametrize(
    "change",
    [
        {"endpoint": "https://example.com/a"},
        {"endpoint": "http://127.0.0.1:6379/"},
        {"endpoint": "https://169.254.169.254/"},
        {"endpoint": f"{ORIGIN}/{'x' * 2100}"},
        {"endpoint": None},
        {"endpoint": 7},
        {"keys": {}},
        {"keys": {"p256dh": "AAAA", "auth": "AAAA"}},
        {"keys": {"p256dh": "not base64!", "auth": "ä"}},
        {"keys": None},
        {"user_id": "another"},
    ],
)
def test_what_is_no_subscription_is_refused(pushing: Gateway, change: Json) -> None:
    body = {**Subscriber(f"{ORIGIN}/refused").as_body(), **change}
    refused(pushing.buyer().post(PATH, body), 422, "invalid")
    assert not [found for found in endpoints(pushing) if "refused" in found]


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_it_takes_a_login_and_from_a_page_a_csrf_header(pushing: Gateway, method: str) -> None:
    client = pushing.app.test_client()
    body = Subscriber(f"{ORIGIN}/page").as_body()
    answer = client.open(f"/api/v1{PATH}", method=method, json=body)
    refused(answer, 401, "not_authenticated")
    client.post(
        "/api/v1/auth/register",
        json={"email": f"push-{method}@example.com".lower(), "password": "correct horse battery"},
    )
    answer = client.open(f"/api/v1{PATH}", method=method, json=body)
    refused(answer, 403, "csrf_failed")
