"""A model behind the network: asked through LangChain, timed, and guarded sentence by sentence.

To import this is to import LangChain, which only those do who ask a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from backend.domain.advice.brief import Brief
from backend.domain.spending import Tokens
from backend.llm.call import CHARACTERS_OF_A_TOKEN, Call, ModelTimeouts
from backend.llm.failures import ModelFailed
from backend.llm.guarding import guarded
from backend.llm.lines import Lines, count_tokens
from backend.llm.messages import Messages
from backend.llm.model_breaker import ModelBreakers
from backend.llm.prompting import messages_for
from backend.llm.repairing import repair_by
from backend.llm.streaming import MAX_CHARACTERS, read

MOST_TOKENS = MAX_CHARACTERS // CHARACTERS_OF_A_TOKEN
"""Of an answer; a longer one is given up."""


class NetworkModel:
    """A model that LangChain reaches; its answers to a brief are guarded."""

    def __init__(
        self,
        name: str,
        timeouts: ModelTimeouts,
        breakers: ModelBreakers | None,
        *,
        asks_usage: bool,
    ) -> None:
        # The network's own time-out comes after ours, which say what was late.
        seconds = max(timeouts.first_token, timeouts.between_tokens) + 1.0
        self._lines = Lines(name, seconds, asks_usage=asks_usage)
        self._timeouts = timeouts
        self._breakers = breakers

    def get_ready(self) -> None:
        """Import the model's library now; what cannot be built is left to the first question."""
        with suppress(ModelFailed):
            self._lines.give_back(self._lines.borrow())

    def expected(self, brief: Brief) -> Tokens:
        """About what an answer takes."""
        return Tokens(count_tokens(messages_for(brief)), MOST_TOKENS, is_estimated=True)

    def check_ready(self) -> None:
        """Raise :class:`ModelFailed` (``circuit_open``) where it would be passed over now."""
        if self._breakers is not None:
            self._breakers.check(self._lines.spec)

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        return self._pass(lambda: self._answer(brief, cancelled, call), call)

    def question(self, messages: Messages, most_tokens: int) -> Question:
        """One that answers ``messages`` in at most so many tokens, instead of a brief."""
        return Question(self, messages, most_tokens)

    def ask(self, messages: Messages, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        """Stream what the model answers to ``messages``, as it comes."""
        return self._pass(
            lambda: read(self._lines, messages, self._timeouts, cancelled, call), call
        )

    def _pass(self, answer: Callable[[], Iterator[str]], call: Call) -> Iterator[str]:
        """Stream an answer, asked for through the model's circuit."""
        call.seconds_left()
        if self._breakers is None:
            yield from answer()
            return
        passage = self._breakers.enter(self._lines.spec)
        try:
            yield from answer()
        except ModelFailed as failure:
            passage.fail(failure)
            raise
        except BaseException:
            passage.leave()
            raise
        passage.succeed()

    def _answer(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        def ask_briefly(messages: Messages, seconds: float) -> Iterator[str]:
            return read(self._lines, messages, self._timeouts.within(seconds), cancelled, call)

        answer = read(self._lines, messages_for(brief), self._timeouts, cancelled, call)
        return guarded(answer, brief, repair_by(ask_briefly, brief), call)


class Question:
    """Answers one question, whatever the brief; unguarded, so nobody may be shown it."""

    def __init__(self, model: NetworkModel, messages: Messages, most_tokens: int) -> None:
        self._model = model
        self._messages = messages
        self._most_tokens = most_tokens

    def expected(self, brief: Brief) -> Tokens:
        return Tokens(count_tokens(self._messages), self._most_tokens, is_estimated=True)

    def check_ready(self) -> None:
        self._model.check_ready()

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        return self._model.ask(self._messages, cancelled, call)
