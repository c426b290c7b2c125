"""Who can answer: the models of ``ADVISER_MODEL`` in their order, and at the end the playbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from backend.contract.choices import Source
from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.call import Call, ModelTimeouts
from backend.llm.failures import Cancelled, ModelFailed
from backend.llm.messages import Messages
from backend.llm.model_breaker import ModelBreakers

if TYPE_CHECKING:
    from backend.llm.network_model import NetworkModel

__all__ = ["Adviser", "Call", "Cancelled", "Candidate", "ModelFailed", "ModelTimeouts"]

PLAYBOOK = "playbook"

_PHRASE = re.compile(r"(?:\S+\s*){1,4}|\s+")


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
        self._models: dict[str, NetworkModel] = {}
        if names:
            from backend.llm.network_model import NetworkModel  # noqa: PLC0415  LangChain

            self._models = {
                name: NetworkModel(name, timeouts, breakers, asks_usage=asks_usage)
                for name in names
            }
        self._candidates = (
            *(Candidate("model", name, model) for name, model in self._models.items()),
            Candidate("playbook", PLAYBOOK, _Playbook()),
        )

    def get_ready(self) -> None:
        """Import the models' libraries now, so that the first answer does not wait for them.

        What cannot be built is left to its first question, which tells why.
        """
        for model in self._models.values():
            model.get_ready()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Whom to ask, in this order, until one does not fail."""
        return self._candidates

    def asked(self, messages: Messages, most_tokens: int) -> tuple[Candidate, ...]:
        """The network models, to be asked ``messages`` instead of for advice on a brief.

        Their answers are expected to have at most so many tokens, and are not guarded: nobody may
        be shown them.
        """
        return tuple(
            Candidate("model", name, model.question(messages, most_tokens))
            for name, model in self._models.items()
        )


class _Playbook:
    def check_ready(self) -> None:
        """It always is."""

    def expected(self, brief: Brief) -> Tokens:
        return NO_TOKENS

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        """Free, and never too late: it is what remains when time or money is used up."""
        for phrase in phrases(compose(brief)):
            if cancelled():
                raise Cancelled
            yield phrase


def phrases(text: str) -> Iterator[str]:
    """Cut ``text`` into pieces of a few words; joined they are exactly ``text``."""
    for found in _PHRASE.finditer(text):
        yield found.group()
