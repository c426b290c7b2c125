"""One tab of a buyer: a socket, the state built from its events, and pulls as the contract says."""

from __future__ import annotations

import threading
import time
from typing import Any

from tests.faults.client_state import ClientState
from tests.faults.rest import GaveUp, Rest
from tests.faults.wire import LineLost, Refused, Wire

Json = dict[str, Any]

STORED = ("new_message", "message_updated", "negotiation_updated")
LINE_SECONDS = 10.0
"""A gateway that says nothing for so long is left: it may be one of those that are harmed."""
RETRY_SECONDS = 0.3
PAGE = 500


class Tab:
    """Follows one negotiation. A thread of its own keeps it connected and up to date.

    ``pulls`` off makes it a client that trusts pushed events alone.
    """

    def __init__(
        self, rest: Rest, token: str, negotiation_id: str, *, sync_seconds: float, pulls: bool
    ) -> None:
        self.negotiation_id = negotiation_id
        self.state = ClientState()
        self.went_away = 0
        self.errors: list[str] = []
        self._rest = rest
        self._token = token
        self._sync_seconds = sync_seconds
        self._pulls = pulls
        self._wire: Wire | None = None
        self._is_fresh = True
        self._lock = threading.RLock()
        self._wanted = threading.Event()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="tab", daemon=True)
        self._thread.start()

    def reconnect(self) -> None:
        """Lose the connection and come back."""
        wire = self._wire
        if wire is not None:
            wire.close()
        self._wanted.set()

    def reload(self) -> None:
        """Forget everything and come back."""
        self._is_fresh = True
        self.reconnect()

    def switch_gateway(self) -> None:
        """Come back to another gateway."""
        self._rest.gateway += 1
        self.reconnect()

    def close(self) -> None:
        self._ending.set()
        self.reconnect()
        self._thread.join(30)
        self._rest.close()

    def settled(self) -> Json:
        """The state, for comparison."""
        with self._lock:
            return self.state.settled()

    def _follow(self) -> None:
        while not self._ending.is_set():
            try:
                self._connect()
                self._stay()
            except Refused:
                pass
            except (LineLost, GaveUp):
                self._rest.gateway += 1
            finally:
                self._disconnect()
            self._ending.wait(RETRY_SECONDS)

    def _connect(self) -> None:
        self._wanted.clear()
        self._wire = Wire(self._rest.base_url, self._token, self._take, timeout=LINE_SECONDS)
        self._subscribe()

    def _disconnect(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()

    def _stay(self) -> None:
        sync_at = time.monotonic() + self._sync_seconds
        while self._wire is not None and not self._wire.closed.is_set():
            behind = self._wanted.wait(min(0.25, self._sync_seconds))
            if self._ending.is_set() or self._is_fresh:
                return
            if not self._pulls:
                continue
            if behind:
                self._wanted.clear()
                self._subscribe()
            elif time.monotonic() >= sync_at:
                sync_at = time.monotonic() + self._sync_seconds
                self._sync()

    def _sync(self) -> None:
        ack = self._call("sync", {"last_seq": self.state.last_seq})
        if ack.get("last_seq", 0) > self.state.last_seq:
            self._subscribe()

    def _subscribe(self) -> None:
        """Watch, and pull until nothing is missing."""
        fresh, self._is_fresh = self._is_fresh, False
        ack = self._call("subscribe", {"after_seq": None if fresh else self.state.last_seq})
        if ack["status"] != "ok":
            raise LineLost(f"subscribe: {ack}")
        if fresh:
            self._reload(ack["events"])
        else:
            self._take_all(ack["events"])
            while ack["has_more"]:
                ack = {**ack, **self._page(after=self.state.last_seq)}
                self._take_all(ack["events"])
        with self._lock:
            if not self.state.has_gap:
                self.state.join(ack["reply"])

    def _reload(self, newest: list[Json]) -> None:
        history = newest
        while history and history[0]["seq"] > 1:
            history = self._page(before=history[0]["seq"])["events"] + history
        with self._lock:
            self.state.begin_anew(history)

    def _page(self, **query: int) -> Json:
        path = f"/api/v1/negotiations/{self.negotiation_id}/events"
        return self._rest.get(path, limit=PAGE, **query)

    def _call(self, event: str, payload: Json) -> Json:
        if self._wire is None:
            raise LineLost("closed")
        call = {"negotiation_id": self.negotiation_id, **payload}
        ack: Json = self._wire.call(event, call, timeout=LINE_SECONDS)
        return ack

    def _take_all(self, events: list[Json]) -> None:
        with self._lock:
            for event in events:
                self.state.take(event)

    def _take(self, name: str, data: Any) -> None:
        """Take one pushed event; called on the socket's thread."""
        with self._lock:
            if name in STORED:
                self.state.take(data)
                if self.state.has_gap:
                    self._wanted.set()
            elif name == "message_delta" and not self.state.take_delta(data):
                self._wanted.set()
            elif name == "going_away":
                self.went_away += 1
            elif name == "error":
                self.errors.append(data["code"])
