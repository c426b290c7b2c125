"""What a reader does with its line to a model, whatever is decided meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Generator

import httpx
import pytest
from langchain_core.language_models import FakeListChatModel

from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.adviser import Call, Cancelled, ModelTimeouts
from backend.llm.lines import Line, Lines, Wire
from backend.llm.messages import Message, Messages
from backend.llm.streaming import read
from tests.unit.llm.conftest import LONG


class Slow(Lines):
    """Builds its line for as long as a test wants, and notes what is asked on it."""

    def __init__(self) -> None:
        super().__init__("openai:slow", LONG)
        self.client = httpx.Client()
        self.is_built = threading.Event()
        self.questions: list[Messages] = []

    def borrow(self) -> Line:
        assert self.is_built.wait(60)
        return Noting(self)


class Noting(Line):
    def __init__(self, lines: Slow) -> None:
        super().__init__(FakeListChatModel(responses=["Hi."]), "openai", Wire(), lines.client)
        self._questions = lines.questions

    def ask(self, messages: Messages) -> Generator[tuple[str, Tokens | None], None, None]:
        self._questions.append(messages)
        yield "Hi.", None


def readers() -> set[threading.Thread]:
    """The threads that read models' answers."""
    return {each for each in threading.enumerate() if each.name == "model-reader"}


def test_what_is_stopped_while_the_line_is_built_is_not_asked_and_costs_nothing() -> None:
    lines, call = Slow(), Call()
    before = readers()
    with pytest.raises(Cancelled):
        list(
            read(
                lines, [Message("human", "?")], ModelTimeouts(LONG, LONG, LONG), lambda: True, call
            )
        )
    [reader] = readers() - before
    lines.is_built.set()
    reader.join(60)
    assert (lines.questions, call.tokens) == ([], NO_TOKENS)
    assert lines.client.is_closed
