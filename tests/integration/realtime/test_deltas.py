"""A reply on its way to the screens: pieces with their places, and a sign that ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from backend.actions.reply.claiming import Claim, LostClaim
from backend.actions.reply.holding import Hold
from backend.actions.reply.telling import ShiftOver, Telling
from backend.actions.requests import Author
from backend.domain.advice.brief import Brief
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.adviser import Call, Candidate
from tests.integration.parts import House

PIECES = ("Quédese en $18,000 – ", "“por ahora”. ", "🚗👩‍👩‍👧 ", "然后等。", "Then wait.")


@dataclass
class Saying:
    """A candidate's answer, piece by piece. ``then`` is done before each but the first."""

    pieces: Sequence[str] = PIECES
    then: Callable[[], object] = lambda: None

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        for place, piece in enumerate(self.pieces):
            if place:
                self.then()
            yield piece

    def expected(self, brief: Brief) -> Tokens:
        return NO_TOKENS

    def check_ready(self) -> None:
        """It always is."""


@dataclass
class Writing:
    """A claimed reply that is told as a worker tells it."""

    home: House
    claim: Claim
    hold: Hold

    def tell(self, answering: Saying, is_over: Callable[[], bool] = lambda: False) -> str:
        candidate = Candidate("model", "test", answering)
        telling = Telling(self.home.services, self.claim, self.hold, is_over)
        return telling.tell(candidate, Call())

    @property
    def deltas(self) -> list[Any]:
        return self.home.port.named("message_delta")

    @property
    def shown(self) -> str:
        """What a client shows that puts each piece at its place."""
        shown = ""
        for delta in self.deltas:
            assert delta["offset"] == len(shown), "a gap, or what is shown already"
            shown += delta["text"]
        return shown
