"""Buyers on the running product: their REST calls, and the tabs that they have open."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import requests
import socketio
from socketio.exceptions import ConnectionError as RefusedError

from tests.integration.history import Json, fold, settled
from tests.support.waiting import wait_for

PASSWORD = "correct horse battery"
NEW: Json = {
    "vehicle": {"year": 2019, "make": "Toyota", "model": "Camry"},
    "asking_price": "25000.00",
    "target_price": "20000.00",
}
STORED = ("new_message", "message_updated", "negotiation_updated")
TERMINAL = ("complete", "failed", "stopped")


class Tab:
    """One socket of a buyer; notes every event in the order of its arrival."""

    def __init__(self, origin: str | None = None) -> None:
        """``origin`` is the page's; without one it is the server's own, as the library has it."""
        self.events: list[tuple[str, Any]] = []
        self.refusal: Any = None
        self._line: Any = None
        options = {"origin": origin} if origin else {}
        self._client = socketio.Client(reconnection=False, websocket_extra_options=options)
        self._client.on("*", self._note)
        self._client.on("connect_error", self._note_refusal)

    def connect(
        self, base_url: str, auth: object = None, headers: dict[str, str] | None = None
    ) -> None:
        """Raises `RefusedError`; `refusal` then holds what the server said."""
        try:
            self._client.connect(
                base_url,
                auth=auth,
                headers=headers or {},
                transports=["websocket"],
                wait_timeout=60,
            )
        finally:
            self._line = self._client.eio.ws and self._client.eio.ws.sock

    def close(self) -> None:
        self._client.disconnect()
        if self._line is not None:  # the library leaves it open when the server was first
            self._line.close()

    @property
    def is_open(self) -> bool:
        return bool(self._client.connected)

    def call(self, event: str, payload: object = None) -> Any:
        """Send an event; the ack. A tuple as payload is several arguments."""
        return self._client.call(event, payload, timeout=60)

    def call_at_once(self, event: str, payload: object, times: int) -> list[Any]:
        """Send an event again and again without waiting for its acks; all of them, in order."""
        acks: list[Any] = []
        for _ in range(times):
            self._client.emit(event, payload, callback=acks.append)
        self.wait(lambda _: len(acks) == times, f"{times} acks")
        return acks

    def send(self, event: str, payload: object = None) -> None:
        """Send an event and ask for no ack."""
        self._client.emit(event, payload)

    def watch(self, negotiation_id: str, after_seq: int | None = None) -> Json:
        """Subscribe; the events of the ack count as received."""
        ack: Json = self.call(
            "subscribe", {"negotiation_id": negotiation_id, "after_seq": after_seq}
        )
        assert ack["status"] == "ok", ack
        self.events += [(event["type"], event) for event in ack["events"]]
        return ack

    def named(self, *names: str) -> list[Any]:
        """The data of the events with these names so far."""
        return [data for name, data in list(self.events) if name in names]

    def wait(self, holds: Callable[[Tab], object], what: str = "", timeout: float = 120) -> None:
        """Wait until ``holds`` is true of what has arrived."""
        wait_for(lambda: holds(self), timeout, what=what or f"one of {self.events[-3:]}")

    def wait_end(self, reply_id: str) -> Json:
        """Wait for a reply to be at rest and nobody typing; its message."""

        def ended(tab: Tab) -> bool:
            typing = [t for t in tab.named("typing_indicator") if t["reply_id"] == reply_id]
            return tab.message_of(reply_id).get("status") in TERMINAL and not (
                typing and typing[-1]["is_typing"]
            )

        self.wait(ended, f"the end of reply {reply_id}")
        return self.message_of(reply_id)

    def message_of(self, reply_id: str) -> Json:
        """The advice of a reply as this tab has it; empty when it has none."""
        messages = fold(self.named(*STORED)).messages.values()
        return next((m for m in messages if m["reply_id"] == reply_id), {})

    def told(self, reply_id: str, attempt: int) -> str:
        """The text that the deltas of an attempt make; they must follow without a gap."""
        text = ""
        for delta in self.named("message_delta"):
            if (delta["reply_id"], delta["attempt"]) == (reply_id, attempt):
                assert delta["offset"] == len(text), delta
                text += delta["text"]
        return text

    def _note(self, event: str, data: Any = None) -> None:
        self.events.append((event, data))

    def _note_refusal(self, data: Any = None) -> None:
        self.refusal = data


@dataclass(frozen=True)
class Person:
    """A buyer with a login of their own, by a bearer token."""

    base_url: str
    email: str
    token: str
    session: requests.Session = field(repr=False)

    def call(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> requests.Response:
        return self.session.request(
            method, f"{self.base_url}/api/v1{path}", json=body, headers=headers, timeout=60
        )

    def post(self, path: str, body: object = None, **headers: str) -> Json:
        answer = self.call("POST", path, body, **headers)
        assert answer.ok, answer.text
        posted: Json = answer.json()
        return posted

    def opened(self, **fields: object) -> Json:
        return self.post("/negotiations", {**NEW, **fields})

    def negotiation(self, negotiation_id: str) -> Json:
        answer = self.call("GET", f"/negotiations/{negotiation_id}")
        negotiation: Json = answer.json()["negotiation"]
        return negotiation

    def events(self, negotiation_id: str) -> list[Json]:
        answer = self.call("GET", f"/negotiations/{negotiation_id}/events?limit=500")
        events: list[Json] = answer.json()["events"]
        return events

    @contextmanager
    def tab(self) -> Iterator[Tab]:
        """A tab that is connected by this person's token."""
        tab = Tab()
        tab.connect(self.base_url, {"token": self.token})
        try:
            yield tab
        finally:
            tab.close()

    def check_settled(self, negotiation_id: str) -> list[Json]:
        """The events, which must be without gaps and tell what REST tells, replies at rest."""
        events = self.events(negotiation_id)
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
        state = fold(events)
        assert settled(state.negotiation) == settled(self.negotiation(negotiation_id))
        assert not [m for m in state.messages.values() if m["status"] == "streaming"]
        return events


@contextmanager
def person(base_url: str) -> Iterator[Person]:
    """A new buyer."""
    credentials = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD}
    with requests.Session() as session:
        start = f"{base_url}/api/v1/auth"
        assert session.post(f"{start}/register", json=credentials, timeout=60).status_code == 201
        token = session.cookies["access_token"]  # good as a bearer token too
        session.cookies.clear()
        session.headers["Authorization"] = f"Bearer {token}"
        yield Person(base_url, credentials["email"], token, session)


class Browser:
    """A buyer who logs in by cookies, as a page does."""

    def __init__(self, base_url: str, session: requests.Session) -> None:
        self.base_url = base_url
        self.session = session

    def auth(self, call: str, *, csrf: str = "", body: object = None) -> requests.Response:
        headers = {"X-CSRF-TOKEN": self.session.cookies[csrf]} if csrf else {}
        address = f"{self.base_url}/api/v1/auth/{call}"
        return self.session.post(address, json=body, headers=headers, timeout=60)

    @property
    def cookie(self) -> str:
        """The header that a browser would send to the socket's address."""
        return f"access_token={self.session.cookies['access_token']}"

    @contextmanager
    def tab(self, origin: str | None = None) -> Iterator[Tab]:
        """A tab that is connected by the cookie, from a page of ``origin``."""
        tab = Tab(origin)
        try:
            tab.connect(self.base_url, headers={"Cookie": self.cookie})
            yield tab
        finally:
            tab.close()


@contextmanager
def browser(base_url: str) -> Iterator[Browser]:
    """A new buyer, logged in by cookies."""
    with requests.Session() as session:
        made = Browser(base_url, session)
        body = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD}
        assert made.auth("register", body=body).status_code == 201
        yield made


def refusal_of(base_url: str, auth: object = None, headers: dict[str, str] | None = None) -> Any:
    """What a connection is refused with; fails if it is not refused."""
    tab = Tab()
    try:
        tab.connect(base_url, auth, headers)
    except RefusedError:
        return tab.refusal
    finally:
        tab.close()
    raise AssertionError("the connection was not refused")


def as_lines(text: str) -> list[Json]:
    """The records of a structured log; what other programs wrote is passed over."""
    records = []
    for line in text.splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            records.append(record)
    return records
