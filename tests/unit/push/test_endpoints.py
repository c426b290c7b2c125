"""Which addresses are written to: a buyer must not have the worker call where it should not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.push.endpoints import BROWSERS, PushServices

LISTED = PushServices.parse(",".join(BROWSERS))


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc:def",
        "https://fcm.googleapis.com:443/wp/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QGu",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYA%2f",
        "https://FCM.googleapis.com/fcm/send/abc",
    ],
)
def test_push_services_of_browsers(endpoint: str) -> None:
    assert LISTED.includes(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "fcm.googleapis.com",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/fcm/send/abc",
        "https://fcm.googleapis.com@127.0.0.1/",
        "https://user:password@fcm.googleapis.com/",
        "https://fcm.googleapis.com.example.com/",
        "https://examplefcm.googleapis.com/",
        "https://push.apple.com.example.com/",
        "https://evilpush.apple.com/",
        "https://127.0.0.1/",
        "http://127.0.0.1/",
        "http://127.0.0.1:6379/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://localhost/",
        "https://example.com/",
        "https://fcm.googleapis.com\\@127.0.0.1/",
        "https://127.0.0.1\\.push.apple.com/",
        "https://127.0.0.1#.push.apple.com",
        "https://127.0.0.1?.push.apple.com",
        "https://[::1].push.apple.com",
        "https://fcm.googleapis.com:99999/",
        "https://fcm.googleapis.com/\r\nHost: x",
        "https://fcm.googleapis.com/a b",
        "https://ｆcm.googleapis.com/",
        "file:///etc/passwd",
        "https://fcm.googleapis.com/" + "x" * 2048,
    ],
)
def test_everything_else_is_refused(endpoint: str) -> None:
    assert not LISTED.includes(endpoint)


@given(st.text() | st.from_regex(r"https?://[a-z0-9.:@\\\[\]#?/-]{1,40}", fullmatch=True))
def test_no_text_is_too_strange(endpoint: str) -> None:
    if LISTED.includes(endpoint):
        assert endpoint.lower().startswith("https://")


def test_a_service_of_a_test_is_listed_by_its_whole_address() -> None:
    services = PushServices.parse(" http://127.0.0.1:9001 , push.example.com")
    assert services.includes("http://127.0.0.1:9001/a")
    assert services.includes("https://push.example.com/a")
    assert not services.includes("http://127.0.0.1:9002/a")
    assert not services.includes("https://127.0.0.1:9001/a")
    assert not PushServices.parse("").includes("https://push.example.com/a")


@pytest.mark.parametrize(
    "text", ["http://example.com", "https://example.com", "http://10.0.0.1:80", "a..b", "*."]
)
def test_what_names_no_service_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"may be an address|name of a host"):
        PushServices.parse(text)
