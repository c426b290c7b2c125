"""Who can answer: the models of ``ADVISER_MODEL`` in their order, and at the end the playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Protocol

from langchain_core.messages import BaseMessage

from backend.contract.choices import Source
from backend.domain.advice.brief import Brief
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.call import CHARACTERS_OF_A_TOKEN, Call, count_tokens
from backend.llm.failures import Cancelled, ModelFailed
from backend.llm.guarding import guarded
from backend.llm.lines import Lines
from backend.llm.model_breaker import ModelBreakers
from backend.llm.playbook_model import PlaybookChatModel
from backend.llm.prompting import messages_for
from backend.llm.repairing import repair_by
from backend.llm.streaming import MAX_CHARACTERS, ModelTimeouts, read

__all__ = ["Adviser", "Call", "Cancelled", "Candidate", "ModelFailed", "ModelTimeouts"]

PLAYBOOK = "playbook"

MOST_TOKENS = MAX_CHARACTERS // CHARACTERS_OF_A_TOKEN
"""Of an answer; a longer one is given up."""


class Answering(Protocol):
    """Words a brief, piece by piece."""

    def __call__(
        self, brief: Brief, cancelled: Callable[[], bool], call: Call
    ) -> Iterator[str]: ...

    def expected(self, brief: Brief) -> Tokens:
        """About what an answer takes, before it is asked for."""
        ...

    def check_ready(self) -> None:
        """Raise :class:`ModelFailed` where nothing would be asked now."""
        ...


@dataclass(frozen=True)
class Candidate:
    """One that can answer. ``model`` is e.g. ``openai:gpt-4o-mini``, or ``playbook``."""

    source: Source
    model: str
    answering: Answering = field(repr=False, compare=False)

    def expected(self, brief: Brief) -> Tokens:
        """An estimate of the tokens of an answer to ``brief``, on the safe side."""
        return self.answering.expected(brief)

    def check_ready(self) -> None:
        """Raise :class:`ModelFailed` (``circuit_open``) where it would be passed over now."""
        self.answering.check_ready()

    def stream(
        self, brief: Brief, cancelled: Callable[[], bool], call: Call | None = None
    ) -> Iterator[str]:
        """Yield the answer to ``brief`` as it is worded; joined, the pieces are the answer.

        Pieces are never empty, hold whole characters, and are at most 8,000 characters in all.
        Of a network model only sentences leave that :mod:`backend.llm.guarding` has checked.
        Closing the iterator stops the model as ``cancelled`` does. Blocks between pieces.
        ``call`` bounds the answer, and what it takes is noted there.

        Raises:
            ModelFailed: no sound answer. What was yielded before it must not stay on a screen.
            Cancelled: ``cancelled()`` was true. Raised within 1 s of it.
        """
        return self.answering(brief, cancelled, call or Call())


class Adviser:
    """The chain of candidates, as ``ADVISER_MODEL`` names it.

    ``spec`` is ``playbook``, a string of LangChain's ``init_chat_model`` such as
    ``openai:gpt-4o-mini``, or several of these, separated by commas. The playbook always ends the
    chain: it cannot fail. Nothing is built before :meth:`get_ready` or the first question, and
    nothing raises then: a missing key costs an answer's source and not the worker.
    """

    def __init__(
        self,
        spec: str,
        timeouts: ModelTimeouts,
        breakers: ModelBreakers | None = None,
        *,
        asks_usage: bool = False,
    ) -> None:
        """``breakers`` None: no model is passed over for its failures.

        ``asks_usage``: servers that speak OpenAI's protocol are asked to count tokens.
        """
        names = [name for part in spec.split(",") if (name := part.strip())]
        if PLAYBOOK in names:
            names = names[: names.index(PLAYBOOK)]
        models = dict.fromkeys(names)
        self._candidates = (
            *(
                Candidate("model", name, _Model(lines, timeouts, breakers))
                for name, lines in _lines(models, timeouts, asks_usage=asks_usage)
            ),
            Candidate("playbook", PLAYBOOK, _Playbook()),
        )

    def get_ready(self) -> None:
        """Import the models' libraries now, so that the first answer does not wait for them.

        What cannot be built is left to its first question, which tells why.
        """
        for each in self._candidates:
            if isinstance(model := each.answering, _Model):
                model.get_ready()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Whom to ask, in this order, until one does not fail."""
        return self._candidates

    def asked(self, messages: Sequence[BaseMessage], most_tokens: int) -> tuple[Candidate, ...]:
        """The network models, to be asked ``messages`` instead of for advice on a brief.

        Their answers are expected to have at most so many tokens, and are not guarded: nobody may
        be shown them.
        """
        return tuple(
            replace(each, answering=_Question(model, messages, most_tokens))
            for each in self._candidates
            if isinstance(model := each.answering, _Model)
        )


def _lines(
    models: Iterable[str], timeouts: ModelTimeouts, *, asks_usage: bool
) -> Iterator[tuple[str, Lines]]:
    # The network's own time-out comes after ours, which say what was late.
    seconds = max(timeouts.first_token, timeouts.between_tokens) + 1.0
    for model in models:
        yield model, Lines(model, seconds, asks_usage=asks_usage)


class _Model:
    def __init__(
        self, lines: Lines, timeouts: ModelTimeouts, breakers: ModelBreakers | None
    ) -> None:
        self._lines = lines
        self._timeouts = timeouts
        self._breakers = breakers

    def get_ready(self) -> None:
        with suppress(ModelFailed):
            self._lines.give_back(self._lines.borrow())

    def expected(self, brief: Brief) -> Tokens:
        return Tokens(count_tokens(messages_for(brief)), MOST_TOKENS, is_estimated=True)

    def check_ready(self) -> None:
        if self._breakers is not None:
            self._breakers.check(self._lines.spec)

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        return self._pass(lambda: self._answer(brief, cancelled, call), call)

    def ask(
        self, messages: Sequence[BaseMessage], cancelled: Callable[[], bool], call: Call
    ) -> Iterator[str]:
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
        def ask_briefly(messages: Sequence[BaseMessage], seconds: float) -> Iterator[str]:
            return read(self._lines, messages, self._timeouts.within(seconds), cancelled, call)

        answer = read(self._lines, messages_for(brief), self._timeouts, cancelled, call)
        return guarded(answer, brief, repair_by(ask_briefly, brief), call)


class _Question:
    def __init__(self, model: _Model, messages: Sequence[BaseMessage], most_tokens: int) -> None:
        self._model = model
        self._messages = messages
        self._most_tokens = most_tokens

    def expected(self, brief: Brief) -> Tokens:
        return Tokens(count_tokens(self._messages), self._most_tokens, is_estimated=True)

    def check_ready(self) -> None:
        self._model.check_ready()

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        return self._model.ask(self._messages, cancelled, call)


class _Playbook:
    def check_ready(self) -> None:
        """It always is."""

    def expected(self, brief: Brief) -> Tokens:
        return NO_TOKENS

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        """Free, and never too late: it is what remains when time or money is used up."""
        for chunk in PlaybookChatModel(brief=brief).stream([]):
            if cancelled():
                raise Cancelled
            if chunk.content:
                yield str(chunk.text)
