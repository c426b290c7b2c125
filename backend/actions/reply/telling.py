"""One attempt's text on its way to the screens."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import closing

from backend.actions.reply.claiming import Claim, LostClaim
from backend.actions.reply.holding import Hold
from backend.actions.services import Services
from backend.llm.adviser import Call, Candidate
from backend.telemetry.tracing import note

DELTA_SECONDS = 0.06
"""How long pieces of text are gathered before they are sent as one delta."""

TYPING_SECONDS = 20
"""How long a typing indicator lasts unless it is renewed."""


class ShiftOver(Exception):
    """This process ends: what it has not finished is for others to write."""


class Telling:
    """One attempt's text on its way to the screens: gathered, kept for joiners, then sent."""

    def __init__(
        self, services: Services, claim: Claim, hold: Hold, is_over: Callable[[], bool]
    ) -> None:
        self._services = services
        self._clock = services.clock
        self._claim = claim
        self._hold = hold
        self._is_over = is_over
        self._told = ""
        self._waiting = ""
        self._sent_at = -math.inf
        self._typing_at = -math.inf

    def tell(self, candidate: Candidate, call: Call) -> str:
        """Stream the candidate's answer within the bounds of ``call``; returns the whole text.

        Raises:
            ModelFailed: it gave no sound answer.
            Cancelled, LostClaim: the reply was stopped or taken over.
            ShiftOver: it is to be handed back.
        """
        self._show_typing()
        answer = candidate.stream(self._claim.brief, self._is_lost, call)
        with closing(answer) as pieces:  # type: ignore[type-var]
            for piece in pieces:
                self._waiting += piece
                self._send_if_due()
        self._send()
        return self._told

    def _is_lost(self) -> bool:
        """Polled by the candidate while its model is silent: nothing may wait for its next word."""
        if self._hold.is_lost:
            return True
        if self._is_over():
            raise ShiftOver
        self._send_if_due()
        self._show_typing()
        return False

    def _send_if_due(self) -> None:
        if self._waiting and self._clock.monotonic() - self._sent_at >= DELTA_SECONDS:
            self._send()

    def _send(self) -> None:
        if not self._waiting:
            return
        if self._hold.is_lost:
            raise LostClaim
        offset, text = len(self._told), self._waiting
        self._told, self._waiting = self._told + text, ""
        claim = self._claim
        # Kept before it is sent: who joins after the delta finds it in the text so far.
        self._services.running_texts.keep(claim.reply_id, claim.attempt, self._told)
        self._services.emitter.delta(
            {
                "negotiation_id": str(claim.negotiation_id),
                "reply_id": str(claim.reply_id),
                "attempt": claim.attempt,
                "offset": offset,
                "text": text,
            }
        )
        if not offset:
            note("first_text")
        self._sent_at = self._clock.monotonic()
        self._show_typing()

    def _show_typing(self) -> None:
        if self._clock.monotonic() - self._typing_at < TYPING_SECONDS / 2:
            return
        self._typing_at = self._clock.monotonic()
        self._services.emitter.typing(
            self._claim.negotiation_id,
            self._claim.reply_id,
            is_typing=True,
            expires_in_ms=TYPING_SECONDS * 1000,
        )
