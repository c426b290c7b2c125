"""Who may connect a socket: by cookie, by token, from where."""

from __future__ import annotations

import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import jwt
import pytest
import requests
from socketio.exceptions import ConnectionError as RefusedError

from stack.running import Stack
from tests.e2e.people import Browser, Person, refusal_of

OLD_PROTOCOL = (
    b"GET /socket.io/?EIO=3&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\r\n"
)


def test_by_cookie(page: Browser) -> None:
    with page.tab() as tab:
        assert tab.call("unsubscribe", {"negotiation_id": str(uuid4())}) == {"status": "ok"}


def test_by_token(buyer: Person) -> None:
    with buyer.tab() as tab:
        assert tab.call("unsubscribe", {"negotiation_id": str(uuid4())}) == {"status": "ok"}


def test_without_a_login(base_url: str) -> None:
    refusal = refusal_of(base_url)
    assert refusal["data"] == {"code": 4001}
    assert refusal["message"]


@pytest.mark.parametrize(
    "auth",
    [
        {"token": "garbage"},
        {"token": ""},
        {"token": 7},
        {"token": ["x"]},
        {"token": {}},
        {"token": "x" * 9000},
        {"other": "x"},
        "token",
        ["token"],
        7,
    ],
    ids=lambda auth: repr(auth)[:20],
)
def test_with_what_is_no_token(base_url: str, auth: object) -> None:
    assert refusal_of(base_url, auth)["data"] == {"code": 4001}


def test_with_an_expired_token(stack: Stack, buyer: Person) -> None:
    key = stack.plan.environment["SECRET_KEY"]
    claims = jwt.decode(buyer.token, key, algorithms=["HS256"])
    expired = {**claims, "exp": datetime.now(UTC) - timedelta(seconds=1)}
    refusal = refusal_of(stack.base_url, {"token": jwt.encode(expired, key)})
    assert refusal["data"] == {"code": 4001}


def test_with_a_refresh_token(page: Browser) -> None:
    token = page.session.cookies["refresh_token"]
    assert refusal_of(page.base_url, {"token": token})["data"] == {"code": 4001}
    cookie = {"Cookie": f"access_token={token}"}
    assert refusal_of(page.base_url, headers=cookie)["data"] == {"code": 4001}


def test_with_a_login_that_was_ended(page: Browser) -> None:
    cookie = page.cookie
    assert page.auth("logout", csrf="csrf_access_token").status_code == 204
    assert refusal_of(page.base_url, headers={"Cookie": cookie})["data"] == {"code": 4001}


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_from_a_foreign_page(page: Browser, origin: str) -> None:
    with pytest.raises(RefusedError), page.tab(origin):
        pass


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_from_a_page_of_its_own(page: Browser, name: str) -> None:
    own = page.base_url.replace("127.0.0.1", name)
    with page.tab(own) as tab:
        assert tab.call("unsubscribe", {"negotiation_id": str(uuid4())}) == {"status": "ok"}


def test_by_long_polling(base_url: str) -> None:
    answer = requests.get(f"{base_url}/socket.io/?EIO=4&transport=polling", timeout=60)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n\r\n",
        OLD_PROTOCOL,
        b"\x00\x01\x02\r\n\r\n",
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: five\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
    ids=["no upgrade", "old protocol", "no http", "negative", "no number", "long header"],
)
def test_bytes_that_are_no_request_stop_nobody(base_url: str, sent: bytes) -> None:
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname or "", address.port or 0), 60) as raw:
        answer = b""
        with suppress(OSError):  # it may hang up before it has read all
            raw.sendall(sent)
            raw.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            answer = raw.recv(65_536)
    assert b"Traceback" not in answer
    assert b" 500 " not in answer.split(b"\r\n")[0]
    assert requests.get(f"{base_url}/healthz", timeout=60).status_code == 200
