"""One candidate's answer as the caller sees it: what it may take, and what it took."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from backend.clock import Clock, system_clock
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.failures import ModelFailed, Reason

CHARACTERS_OF_A_TOKEN = 4
"""On average, in English; where the provider does not count, this does."""

SHORTEST_SECONDS = 0.5
"""With less time left a model is not asked."""


@dataclass(frozen=True)
class ModelTimeouts:
    """How long to wait for a model, in seconds: for its first words, for more, and in all."""

    first_token: float
    between_tokens: float
    total: float
    late: Reason = "timeout_total"

    def within(self, seconds: float, late: Reason = "timeout_total") -> ModelTimeouts:
        """The same, but for an answer that may take no longer than ``seconds``.

        ``late`` is the reason of the failure if that is what runs out.
        """
        if seconds >= self.total:
            return self
        return replace(self, total=seconds, late=late)


class Tally:
    """The tokens of one question to a model. Written by the thread that reads its answer."""

    def __init__(self, question_tokens: int) -> None:
        self._question = question_tokens
        self._counted: Tokens | None = None
        self._characters = 0
        self._is_billed = False
        self._is_whole = False

    def begin(self) -> None:
        """The question was sent, and nobody refused it."""
        self._is_billed = True

    def refuse(self) -> None:
        """The provider refused the question before it wrote anything."""
        if not self._characters and self._counted is None:
            self._is_billed = False

    def note(self, text: str, usage: Tokens | None) -> None:
        """A piece of the answer, with the provider's count where it sends one."""
        self._characters += len(text)
        if usage is not None:
            self._counted = (self._counted or NO_TOKENS) + usage

    def end(self) -> None:
        """The stream was read to its end: the provider's count, if there is one, is complete."""
        self._is_whole = True

    def tokens(self) -> Tokens:
        """The tokens so far."""
        if not self._is_billed:
            return NO_TOKENS
        counted, written = self._counted, self.written
        if counted is None:
            return Tokens(self._question, written, is_estimated=True)
        if self._is_whole:
            return counted
        output = max(counted.output, written)
        return Tokens(counted.input or self._question, output, is_estimated=True)

    @property
    def written(self) -> int:
        """The answer's tokens so far, estimated."""
        return math.ceil(self._characters / CHARACTERS_OF_A_TOKEN)


class Call:
    """Made anew for each candidate that is asked, and filled while its answer streams.

    Attributes:
        ends_at: when the answer must be whole at the latest, by ``clock.monotonic``.
        clock: by which its time-outs are counted.
        first_token_seconds: from the question to the model's first text; None before it.
        guard_hits: sentences that the guard held back, by reason.
        guard_ways: what became of them: ``repaired``, ``replaced``, ``dropped``.
    """

    def __init__(
        self,
        ends_at: float = math.inf,
        allows: Callable[[Tokens], bool] = lambda _: True,
        clock: Clock = system_clock,
    ) -> None:
        self.ends_at = ends_at
        self.clock = clock
        self._allows = allows
        self._tallies: list[Tally] = []
        self.first_token_seconds: float | None = None
        self.guard_hits: Counter[str] = Counter()
        self.guard_ways: Counter[str] = Counter()

    @property
    def tokens(self) -> Tokens:
        """What all questions of this answer took so far."""
        return sum((tally.tokens() for tally in self._tallies), NO_TOKENS)

    def seconds_left(self) -> float:
        """Until the answer's end.

        Raises:
            ModelFailed: ``deadline`` when it is not worth to ask any more.
        """
        left = self.ends_at - self.clock.monotonic()
        if left < SHORTEST_SECONDS:
            raise ModelFailed("deadline", was_asked=bool(self._tallies))
        return left

    def ask(self, question_tokens: int) -> Tally:
        """Note a question that is about to be asked, by an estimate of its tokens.

        Raises:
            ModelFailed: ``reply_limit`` when it would be too much already.
        """
        planned = Tokens(question_tokens, is_estimated=True)
        if not self._allows(self.tokens + planned):
            raise ModelFailed("reply_limit", was_asked=bool(self._tallies))
        tally = Tally(planned.input)
        self._tallies.append(tally)
        return tally

    def check_spending(self) -> None:
        """Raise :class:`ModelFailed` (``reply_limit``) when the answer has become too expensive."""
        if not self._allows(self.tokens):
            raise ModelFailed("reply_limit")
