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
from backend.llm.streaming import Reader, read
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


class Ending(Lines):
    """Its answer ends, and its line is hung up on, when a test lets them."""

    def __init__(self) -> None:
        super().__init__("openai:ending", LONG)
        self.client = httpx.Client()
        self.is_said, self.ends = threading.Event(), threading.Event()
        self.is_hanging_up, self.is_hung_up = threading.Event(), threading.Event()
        self.given_back: list[Line] = []

    def borrow(self) -> Line:
        return EndingLine(self)

    def give_back(self, line: Line) -> None:
        self.given_back.append(line)


class EndingLine(Line):
    def __init__(self, lines: Ending) -> None:
        super().__init__(FakeListChatModel(responses=["Hi."]), "openai", Wire(), lines.client)
        self._lines = lines

    def ask(self, messages: Messages) -> Generator[tuple[str, Tokens | None], None, None]:
        yield "Hi.", None
        self._lines.is_said.set()
        assert self._lines.ends.wait(60)

    def hang_up(self) -> None:
        self._lines.is_hanging_up.set()
        assert self._lines.is_hung_up.wait(60)


def test_a_line_that_is_hung_up_on_at_its_answers_end_is_closed_then_and_asked_no_more() -> None:
    lines, before = Ending(), readers()
    reader = Reader(lines, [Message("human", "?")], Call())
    reader.start()
    [thread] = readers() - before
    assert lines.is_said.wait(60)
    stopping = threading.Thread(target=reader.abandon)
    stopping.start()
    assert lines.is_hanging_up.wait(60)
    lines.ends.set()
    thread.join(0.2)
    assert thread.is_alive(), "nobody closes a line that another has in hand"
    lines.is_hung_up.set()
    thread.join(60)
    stopping.join(60)
    assert lines.client.is_closed
    assert lines.given_back == []
