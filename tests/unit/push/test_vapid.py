"""The key that push services know us by."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import pytest

from backend.push.vapid import LASTS, VapidKey
from tests.support.push_service import Received


def test_a_secret_of_the_first_run_is_a_key() -> None:
    made = secrets.token_urlsafe(32)
    key = VapidKey.parse(made)
    assert key.public == VapidKey.parse(made).public
    assert len(key.public) == 87
    assert made not in repr(key)


@pytest.mark.parametrize(
    "text", ["", "short", "ä" * 43, "A" * 43, "_" * 42 + "8", "x" * 44, "A" * 42 + "!"]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  some are cryptography's own
        VapidKey.parse(text)


def test_a_signature_is_for_one_service_and_half_a_day() -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    key = VapidKey.parse(secrets.token_urlsafe(32))
    header = key.authorization("https://push.example.com/send/1", "https://example.com", now)
    claims = Received("/", {"authorization": header}, b"").claims("https://push.example.com")
    assert claims["sub"] == "https://example.com"
    assert claims["exp"] == int((now + LASTS).timestamp())
