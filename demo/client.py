"""A buyer who uses the product over REST, and is patient with it."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from typing import Any

import httpx

PATIENCE_SECONDS = 180.0
"""How long one call may take with all its repetitions."""

_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 2.0


class Interrupted(Exception):
    """The person at the terminal wants no more."""


class Refused(Exception):
    """The product refused a call for good; the message is its ``code``, or the status."""


class Buyer:
    """One account. Safe to share between threads."""

    def __init__(self, base_url: str, interrupted: threading.Event) -> None:
        """``interrupted`` ends whatever waits, by :class:`Interrupted`."""
        self._client = httpx.Client(base_url=f"{base_url.rstrip('/')}/api/v1", timeout=_TIMEOUT)
        self._interrupted = interrupted
        self._refreshing = threading.Lock()

    def close(self) -> None:
        self._client.close()

    def sign_up(self) -> None:
        """Make an account that nobody else can enter, and log in to it."""
        email = f"listings-{uuid.uuid4().hex}@autodealgenie.example"
        self.post("/auth/register", {"email": email, "password": secrets.token_urlsafe(24)})

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Send a body; repeated until it is answered, so it needs a ``client_id`` where one fits.

        Raises:
            Refused: the answer is an error that repeating does not cure, or patience ran out.
            Interrupted: asked to stop.
        """
        return self._call("POST", path, body)

    def get(self, path: str) -> dict[str, Any]:
        """Read; raises like :meth:`post`."""
        return self._call("GET", path, None)

    def pause(self, seconds: float) -> None:
        """Wait; raises :class:`Interrupted` when asked to stop."""
        if self._interrupted.wait(seconds):
            raise Interrupted

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_SECONDS
        pause, may_refresh = _FIRST_PAUSE, True
        while True:
            self.pause(0)
            trouble, wait = "no_answer", pause
            token = self._cookie("csrf_access_token")
            try:
                answer = self._client.request(
                    method, path, json=body, headers={"X-CSRF-TOKEN": token}
                )
            except httpx.TransportError:
                pass
            else:
                if answer.is_success:
                    found: dict[str, Any] = answer.json()
                    return found
                trouble = _code(answer)
                if answer.status_code == httpx.codes.UNAUTHORIZED and may_refresh:
                    may_refresh = False
                    self._refresh(token)
                    continue
                if not _may_pass(answer):
                    raise Refused(trouble)
                wait = _retry_after(answer) or pause
            if time.monotonic() + wait > deadline:
                raise Refused(trouble)
            self.pause(wait)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _refresh(self, token: str) -> None:
        """Get a new access token, unless another thread got one in place of ``token``."""
        with self._refreshing:
            if self._cookie("csrf_access_token") == token:
                headers = {"X-CSRF-TOKEN": self._cookie("csrf_refresh_token")}
                self._client.post("/auth/refresh", json={}, headers=headers)

    def _cookie(self, name: str) -> str:
        return next(
            (cookie.value or "" for cookie in self._client.cookies.jar if cookie.name == name), ""
        )


def _may_pass(answer: httpx.Response) -> bool:
    return answer.status_code in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE)


def _retry_after(answer: httpx.Response) -> float:
    seconds = answer.headers.get("Retry-After", "")
    return float(seconds) if seconds.isdecimal() else 0.0


def _code(answer: httpx.Response) -> str:
    try:
        problem = answer.json()
    except ValueError:
        return str(answer.status_code)
    return str(problem.get("code", answer.status_code)) if isinstance(problem, dict) else "?"
