"""What a strategy is: a rule that turns a position into a suggested price and an action."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Protocol

from backend.domain.negotiation import Position, Trigger


class Action(StrEnum):
    """What the adviser recommends, in one word."""

    OPEN = "open"
    HOLD = "hold"
    RAISE = "raise"
    LOWER = "lower"
    ACCEPT = "accept"
    WALK_AWAY = "walk_away"
    ANSWER = "answer"


@dataclass(frozen=True)
class Suggestion:
    """A computed recommendation. ``price`` in cents, ``discount_percent`` as ``"9.99"`` or None."""

    price: int
    action: Action
    discount_percent: str | None
    strategy: str


class Strategy(Protocol):
    """A pricing rule. Pure: the same position and trigger always give the same suggestion."""

    @property
    def name(self) -> str: ...

    @property
    def description(self) -> str: ...

    @property
    def parameters(self) -> dict[str, str]: ...

    def suggest(self, position: Position, trigger: Trigger) -> Suggestion:
        """The suggestion as of ``position``, for a reply to ``trigger``."""
        ...


def capped(price: int, position: Position) -> int:
    """``price`` (cents), but never above the walk-away price nor the dealer's latest ask."""
    ceilings = [position.dealer_ask]
    if position.terms.walk_away is not None:
        ceilings.append(position.terms.walk_away)
    return min(price, *ceilings)


def discount_percent(position: Position) -> str | None:
    """The buyer's latest offer below asking, in percent with two places, rounded down."""
    if position.buyer_offer is None:
        return None
    asking = position.terms.asking
    percent = Decimal(asking - position.buyer_offer) * 100 / Decimal(asking)
    return str(percent.quantize(Decimal("0.01"), rounding=ROUND_FLOOR))
