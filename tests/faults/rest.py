"""REST for simulated buyers: a write is sent again, with its client_id, until it is answered."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import requests

Json = dict[str, Any]

TIMEOUT_SECONDS = 20.0
PAUSE_SECONDS = 0.3
PATIENCE_SECONDS = 180.0


class GaveUp(Exception):
    """No answer within the patience of a buyer, or the run ended."""


class Rest:
    """One buyer's way to the gateways. Used by one thread at a time per instance."""

    def __init__(self, base_urls: list[str], token: str, ending: threading.Event) -> None:
        self._base_urls = base_urls
        self._ending = ending
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        self.gateway = 0
        self.statuses: Counter[int | str] = Counter()

    @property
    def base_url(self) -> str:
        """The gateway in use."""
        return self._base_urls[self.gateway % len(self._base_urls)]

    def post(self, path: str, body: Json) -> tuple[int, Json]:
        """Post until there is an answer; (status, body). A refusal (4xx) is an answer too.

        Raises:
            GaveUp: there was none for very long.
        """
        return self._ask(
            lambda url: self._session.post(f"{url}{path}", json=body, timeout=TIMEOUT_SECONDS)
        )

    def get(self, path: str, **query: int) -> Json:
        """Read until there is an answer."""
        status, body = self._ask(
            lambda url: self._session.get(f"{url}{path}", params=query, timeout=TIMEOUT_SECONDS)
        )
        if status != 200:
            raise ValueError(f"GET {path}: {status} {body}")
        return body

    def close(self) -> None:
        self._session.close()

    def _ask(self, request: Callable[[str], requests.Response]) -> tuple[int, Json]:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            outcome: int | str = "no answer"
            with suppress(requests.RequestException, ValueError):
                response = request(self.base_url)
                outcome, body = response.status_code, response.json()
            self.statuses[outcome] += 1
            if isinstance(outcome, int) and outcome < 500:
                return outcome, body
            if outcome == "no answer":
                self.gateway += 1
            if self._ending.wait(PAUSE_SECONDS):
                break
        raise GaveUp
