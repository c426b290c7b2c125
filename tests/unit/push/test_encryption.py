"""Sealed messages: as in the standard's example, and such that the browser can open them."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from backend.push import base64url
from backend.push.encryption import check_keys, encrypt
from tests.support.push_service import Subscriber

# RFC 8291, section 5
TEXT = b"When I grow up, I want to be a watermelon"
SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
RECEIVER = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH, SALT = "BTBZMqHH6r4Tts7J_aSIgg", "DGv6ra1nlYgDCS1FRnbzlw"
SEALED = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
    "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
    "gSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_standard() -> None:
    private = ec.derive_private_key(int.from_bytes(base64url.decode(SENDER)), ec.SECP256R1())
    sealed = encrypt(
        TEXT,
        base64url.decode(RECEIVER),
        base64url.decode(AUTH),
        private=private,
        salt=base64url.decode(SALT),
    )
    assert base64url.encode(sealed) == SEALED


@given(st.binary(max_size=3000))
def test_its_browser_opens_it_and_no_other(text: bytes) -> None:
    browser, other = Subscriber("https://example.com/a"), Subscriber("https://example.com/b")
    keys = browser.as_body()["keys"]
    sealed = encrypt(text, base64url.decode(keys["p256dh"]), browser.auth)
    assert browser.decrypted(sealed) == text
    with pytest.raises(InvalidTag):
        other.decrypted(sealed)


def test_what_does_not_fit_is_refused() -> None:
    keys = Subscriber("https://example.com/a").as_body()["keys"]
    with pytest.raises(ValueError, match="too long"):
        encrypt(b"x" * 4096, base64url.decode(keys["p256dh"]), base64url.decode(keys["auth"]))


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        (b"", b"0" * 16),
        (b"\4" + b"\0" * 64, b"0" * 16),
        (b"\2" + b"\1" * 32, b"0" * 16),
        (base64url.decode(RECEIVER), b"0" * 15),
        (base64url.decode(RECEIVER)[:-1] + b"\0", b"0" * 16),
    ],
)
def test_what_is_no_key_is_refused(p256dh: bytes, auth: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  some are cryptography's own
        check_keys(p256dh, auth)
