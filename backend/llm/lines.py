"""Lines to a provider's model: built late, used by one reply at a time, and possible to hang up.

A blocked read of a socket ends only when the socket is shut down, and none of LangChain's models
offers that. So each line has its own HTTP client where the provider takes one, and remembers the
sockets that the client opened (httpx tells them through its ``trace`` extension).
"""

from __future__ import annotations

import contextlib
import math
import socket
import ssl
import threading
import weakref
from collections.abc import Generator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx
import structlog
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages.utils import count_tokens_approximately

from backend.domain.spending import Tokens
from backend.llm.call import CHARACTERS_OF_A_TOKEN
from backend.llm.failures import ModelFailed
from backend.llm.messages import Messages

log = structlog.get_logger(__name__)

_SAYS_HOW_IT_ENDED = {"openai", "anthropic", "ollama"}
_REJECTS = {400, 413, 422}
_END_KEYS = ("finish_reason", "stop_reason", "done_reason")
_UNFINISHED = {"length", "max_tokens", "content_filter", "refusal", "load"}


class Wire:
    """The sockets that one HTTP client has opened."""

    def __init__(self) -> None:
        self._opened: list[socket.socket] = []

    @property
    def event_hooks(self) -> dict[str, list[Any]]:
        """httpx event hooks that make a client report its sockets here."""
        return {"request": [self._watch]}

    def cut(self) -> None:
        """Wake and fail every read on these sockets, from whatever thread it waits in."""
        for opened in list(self._opened):
            with contextlib.suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def _watch(self, request: httpx.Request) -> None:
        request.extensions = {**request.extensions, "trace": self._note}

    def _note(self, event: str, info: dict[str, Any]) -> None:
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        opened = info["return_value"].get_extra_info("socket")
        if isinstance(opened, socket.socket):
            self._opened = [old for old in self._opened if old.fileno() != -1] + [opened]


def count_tokens(messages: Messages) -> int:
    """An estimate of the tokens of a question."""
    return count_tokens_approximately(list(messages), chars_per_token=CHARACTERS_OF_A_TOKEN)


class Line:
    """A chat model with its connections, for one answer at a time."""

    def __init__(
        self, model: BaseChatModel, provider: str, wire: Wire, client: httpx.Client | None = None
    ) -> None:
        self._model = model
        self._provider = provider
        self._wire = wire
        self._client = client
        if client is not None:
            # An idle line that is forgotten with its adviser leaves no open socket behind.
            weakref.finalize(self, client.close)

    def ask(self, messages: Messages) -> Generator[tuple[str, Tokens | None], None, None]:
        """Stream the answer, piece by piece, as the provider sends it.

        With each piece of text, which may be empty, comes what the provider counted for it: the sum
        is the answer's usage.

        Raises:
            ModelFailed: ``cut_off`` when the stream ended without saying that it is complete,
                ``unfinished`` when the provider says that it is not; what the provider's library
                raises comes through (see :func:`failure_of`).
        """
        ended: str | None = None
        for chunk in self._model.stream(list(messages)):
            for key in _END_KEYS:
                ended = chunk.response_metadata.get(key) or ended
            usage = getattr(chunk, "usage_metadata", None)
            counted = Tokens(usage["input_tokens"], usage["output_tokens"]) if usage else None
            yield str(chunk.text), counted
        if ended in _UNFINISHED:
            raise ModelFailed("unfinished")
        if ended is None and self._provider in _SAYS_HOW_IT_ENDED:
            raise ModelFailed("cut_off")

    def hang_up(self) -> None:
        """End a running :meth:`ask` from another thread. The line is of no use afterwards."""
        self._wire.cut()

    def close(self) -> None:
        """Free the connections; not while :meth:`ask` runs."""
        if self._client is not None:
            self._client.close()


class Lines:
    """The lines to one model. Thread-safe; idle ones are kept, so connections are used again."""

    def __init__(self, spec: str, seconds: float, *, asks_usage: bool = False) -> None:
        self.spec = spec
        self._seconds = seconds
        self._asks_usage = asks_usage
        self._idle: list[Line] = []
        self._lock = threading.Lock()

    def borrow(self) -> Line:
        """An idle line, or a new one.

        Raises:
            ModelFailed: ``not_configured``, e.g. an unknown provider or a missing key.
        """
        with self._lock:
            if self._idle:
                return self._idle.pop()
        try:
            return build(self.spec, self._seconds, asks_usage=self._asks_usage)
        except Exception as error:  # noqa: BLE001  providers raise what they like
            # Only the kind of error is logged: its text may hold the key.
            kind = type(error).__name__
            log.error("model_not_configured", model=self.spec, error=kind)  # noqa: TRY400
            raise ModelFailed("not_configured") from None

    def give_back(self, line: Line) -> None:
        """Keep a line whose answer was read to its end."""
        with self._lock:
            self._idle.append(line)

    def close(self) -> None:
        """Close the idle lines."""
        with self._lock:
            idle, self._idle = self._idle, []
        for line in idle:
            line.close()


def build(spec: str, seconds: float, *, asks_usage: bool = False) -> Line:
    """A line to the model that ``spec``, a string of ``init_chat_model``, names.

    ``seconds`` bounds every wait on the network, so that a reader whose connection is out of our
    reach (Anthropic's client takes no HTTP client) still ends by itself. Providers never retry:
    the chain falls back instead. OpenAI itself tells how many tokens an answer took; of others who
    speak its protocol some refuse questions that ask for it, so ``asks_usage`` has to be set.
    """
    provider = spec.partition(":")[0]
    wire = Wire()
    timeout = httpx.Timeout(seconds)
    if provider == "openai":
        client = httpx.Client(
            verify=_tls(), timeout=timeout, event_hooks=wire.event_hooks, follow_redirects=True
        )
        try:
            model = init_chat_model(
                spec,
                http_client=client,
                timeout=seconds,
                max_retries=0,
                stream_usage=True if asks_usage else None,
            )
        except BaseException:
            client.close()
            raise
        return Line(model, provider, wire, client)
    if provider == "ollama":
        model = init_chat_model(
            spec,
            client_kwargs={"timeout": timeout, "verify": _tls()},
            sync_client_kwargs={"event_hooks": wire.event_hooks},
        )
    else:
        model = init_chat_model(spec, timeout=seconds, max_retries=0)
    return Line(model, provider, wire)


@cache
def _tls() -> ssl.SSLContext:
    """One for all lines: to read the authorities' certificates anew takes 40 ms of a core."""
    return httpx.create_ssl_context()


def failure_of(error: Exception, now: datetime) -> ModelFailed:
    """What a provider's library raised at ``now``, as a failure."""
    if isinstance(error, ModelFailed):
        return error
    status = getattr(error, "status_code", None)
    retry_after = _retry_after(getattr(error, "response", None), now)
    if status == 429:
        return ModelFailed("rate_limited", retry_after=retry_after)
    if isinstance(status, int) and status in _REJECTS:
        return ModelFailed("rejected")
    if isinstance(error, ValueError | LookupError | TypeError | AttributeError):
        return ModelFailed("malformed")
    return ModelFailed("provider_error", retry_after=retry_after)


def _retry_after(response: object, now: datetime) -> float | None:
    """The seconds of a ``Retry-After``, which may also be a date; None without a sound one."""
    headers = getattr(response, "headers", None)
    value = headers.get("retry-after") if isinstance(headers, Mapping) else None
    if not isinstance(value, str):
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(value) - now).total_seconds()
        except (ValueError, TypeError):
            return None
    return seconds if 0 < seconds < math.inf else None
