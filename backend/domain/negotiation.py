"""A negotiation's terms, the moves made in it, and the position they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from backend.domain.errors import NegotiationClosed, RoundsExhausted

MIN_ROUNDS, DEFAULT_ROUNDS, MAX_ROUNDS = 2, 10, 50


class Status(StrEnum):
    """Where a negotiation stands; all but ``ACTIVE`` are closed for good."""

    ACTIVE = "active"
    AGREED = "agreed"
    WALKED_AWAY = "walked_away"
    EXPIRED = "expired"


class Party(StrEnum):
    """Who names an amount."""

    BUYER = "buyer"
    DEALER = "dealer"


class Trigger(StrEnum):
    """What a reply answers; decides which rule of the strategy speaks."""

    OPENING = "opening"
    BUYER_OFFER = "buyer_offer"
    DEALER_PRICE = "dealer_price"
    DEALER_MESSAGE = "dealer_message"
    CHAT = "chat"


@dataclass(frozen=True)
class Terms:
    """What the buyer set at the start. Amounts in cents; ``walk_away`` is private to the buyer."""

    asking: int
    target: int
    walk_away: int | None = None
    max_rounds: int = DEFAULT_ROUNDS

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes of what is allowed but looks like a slip."""
        return ("target_above_asking",) if self.target > self.asking else ()


@dataclass(frozen=True)
class Move:
    """An amount (cents) that a party named; ``seq`` is that of its message."""

    party: Party
    amount: int
    seq: int


@dataclass(frozen=True)
class Position:
    """Where the bargaining stands as of some message. Amounts in cents."""

    terms: Terms
    round: int = 1
    buyer_offer: int | None = None
    dealer_price: int | None = None

    @property
    def dealer_ask(self) -> int:
        """What the dealer asks now: the latest price named, at first the asking price."""
        return self.terms.asking if self.dealer_price is None else self.dealer_price

    @property
    def is_last_round(self) -> bool:
        return self.round >= self.terms.max_rounds

    def after(self, move: Move) -> Position:
        """The position once ``move`` is made; a buyer's offer opens a new round."""
        if move.party is Party.BUYER:
            return replace(self, round=self.round + 1, buyer_offer=move.amount)
        return replace(self, dealer_price=move.amount)


def position_after(terms: Terms, moves: Iterable[Move]) -> Position:
    """Play ``moves`` in order from the start."""
    position = Position(terms)
    for move in moves:
        position = position.after(move)
    return position


def check_open(status: Status) -> None:
    """Raise :class:`NegotiationClosed` unless offers may still be made."""
    if status is not Status.ACTIVE:
        raise NegotiationClosed


def check_rounds_left(round_: int, max_rounds: int) -> None:
    """Raise :class:`RoundsExhausted` when the buyer may make no further offer."""
    if round_ >= max_rounds:
        raise RoundsExhausted
