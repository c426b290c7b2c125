"""The streams of three providers' protocols, piece by piece, as a server writes them.

A piece is a JSON string literal, so that half a surrogate pair can be written as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, ClassVar, Protocol

Usage = tuple[int, int] | None
"""Tokens of the question and of the answer; None: the provider does not say."""


class StreamProtocol(Protocol):
    """How one provider streams an answer."""

    content_type: ClassVar[str]

    def opening(self, usage: Usage) -> Iterator[bytes]:
        """What comes before the first words."""
        ...

    def piece(self, literal: str) -> bytes:
        """Words of the answer."""
        ...

    def closing(self, finish_reason: str, usage: Usage) -> Iterator[bytes]:
        """The orderly end."""
        ...

    def broken(self) -> bytes:
        """What cannot be parsed."""
        ...

    def error(self) -> bytes:
        """An error of the provider in the middle of the stream."""
        ...

    def refusal(self) -> dict[str, Any]:
        """The body of an answer with an error status."""
        ...


class OpenAI:
    """Chat completions: server-sent events."""

    content_type: ClassVar[str] = "text/event-stream"

    def opening(self, usage: Usage) -> Iterator[bytes]:
        yield self._chunk('{"role": "assistant", "content": ""}')

    def piece(self, literal: str) -> bytes:
        return self._chunk(f'{{"content": {literal}}}')

    def closing(self, finish_reason: str, usage: Usage) -> Iterator[bytes]:
        yield self._chunk("{}", json.dumps(finish_reason))
        if usage is not None:
            yield _data(
                '{"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": '
                f'"test-model", "choices": [], "usage": {json.dumps(openai_usage(usage))}}}'
            )
        yield _data("[DONE]")

    def broken(self) -> bytes:
        return _data('{"choices": [{"delta": {"content": "and')

    def error(self) -> bytes:
        return _data('{"error": {"message": "as scripted", "type": "server_error", "code": null}}')

    def refusal(self) -> dict[str, Any]:
        return {"error": {"message": "as scripted", "type": "scripted", "code": None}}

    def _chunk(self, delta: str, finish: str = "null") -> bytes:
        return _data(
            '{"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, '
            '"model": "test-model", "choices": [{"index": 0, '
            f'"delta": {delta}, "finish_reason": {finish}}}]}}'
        )


class Anthropic:
    """Messages: named server-sent events. It tells its tokens at both ends of a message."""

    content_type: ClassVar[str] = "text/event-stream"
    _STOPS: ClassVar[dict[str, str]] = {"stop": "end_turn", "length": "max_tokens"}

    def opening(self, usage: Usage) -> Iterator[bytes]:
        read = usage[0] if usage else 0
        message: dict[str, Any] = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "test-model",
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": read, "output_tokens": 1},
        }
        yield self._event("message_start", message=message)
        block = {"type": "text", "text": ""}
        yield self._event("content_block_start", index=0, content_block=block)
        yield self._event("ping")

    def piece(self, literal: str) -> bytes:
        delta = f'{{"type": "text_delta", "text": {literal}}}'
        body = f'{{"type": "content_block_delta", "index": 0, "delta": {delta}}}'
        return b"event: content_block_delta\n" + _data(body)

    def closing(self, finish_reason: str, usage: Usage) -> Iterator[bytes]:
        yield self._event("content_block_stop", index=0)
        stop = self._STOPS.get(finish_reason, finish_reason)
        read, written = usage or (0, 0)
        yield self._event(
            "message_delta",
            delta={"stop_reason": stop, "stop_sequence": None},
            usage={"input_tokens": read, "output_tokens": written},
        )
        yield self._event("message_stop")

    def broken(self) -> bytes:
        return b"event: content_block_delta\n" + _data('{"type": "content_block_delta", "ind')

    def error(self) -> bytes:
        return self._event("error", error={"type": "overloaded_error", "message": "as scripted"})

    def refusal(self) -> dict[str, Any]:
        return {"type": "error", "error": {"type": "api_error", "message": "as scripted"}}

    def _event(self, kind: str, **fields: Any) -> bytes:
        return f"event: {kind}\n".encode() + _data(json.dumps({"type": kind, **fields}))


class Ollama:
    """Chat: a JSON object a line, the last one with the counts."""

    content_type: ClassVar[str] = "application/x-ndjson"
    _HEAD = '"model": "test-model", "created_at": "2026-01-05T12:00:00Z"'

    def opening(self, usage: Usage) -> Iterator[bytes]:
        yield from ()

    def piece(self, literal: str) -> bytes:
        message = f'{{"role": "assistant", "content": {literal}}}'
        return f'{{{self._HEAD}, "message": {message}, "done": false}}\n'.encode()

    def closing(self, finish_reason: str, usage: Usage) -> Iterator[bytes]:
        counts = ""
        if usage is not None:
            counts = f', "prompt_eval_count": {usage[0]}, "eval_count": {usage[1]}'
        yield (
            f'{{{self._HEAD}, "message": {{"role": "assistant", "content": ""}}, "done": true, '
            f'"done_reason": {json.dumps(finish_reason)}{counts}}}\n'
        ).encode()

    def broken(self) -> bytes:
        return f'{{{self._HEAD}, "message": {{"role\n'.encode()

    def error(self) -> bytes:
        return b'{"error": "as scripted"}\n'

    def refusal(self) -> dict[str, Any]:
        return {"error": "as scripted"}


PROTOCOLS: dict[str, StreamProtocol] = {
    "/v1/chat/completions": OpenAI(),
    "/v1/messages": Anthropic(),
    "/api/chat": Ollama(),
}
"""By the path at which a provider takes questions."""


def openai_usage(usage: tuple[int, int]) -> dict[str, int]:
    """The counts of a completion."""
    question, answer = usage
    return {
        "prompt_tokens": question,
        "completion_tokens": answer,
        "total_tokens": question + answer,
    }


def _data(text: str) -> bytes:
    return b"data: " + text.encode() + b"\n\n"
