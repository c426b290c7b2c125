"""``discount_tiers``: the product's first rule. The bigger the discount won, the smaller the step.

Source: the "New Strategy (User-Centric)" of the product's founding document.
"""

from __future__ import annotations

from decimal import Decimal

from backend.domain.money import scale
from backend.domain.negotiation import Position, Trigger
from backend.domain.pricing.strategy import Action, Suggestion, capped, discount_percent

OPENING_FACTOR = Decimal("0.87")
HOLD_FROM_PERCENT, HOLD_FACTOR = 10, Decimal("1.01")
RAISE_FROM_PERCENT, RAISE_FACTOR = 5, Decimal("1.02")
LOWER_FACTOR = Decimal("0.98")


class DiscountTiers:
    """Open at 87 % of the target; then step by the discount that the latest offer reaches."""

    name = "discount_tiers"
    description = (
        "Opens 13 % below the target. From then on the discount off the asking price decides: "
        "at 10 % and more hold (room of 1 %), from 5 % raise by 2 %, below 5 % go 2 % lower."
    )
    parameters = {  # noqa: RUF012  a Protocol member; never written to
        "opening_factor": str(OPENING_FACTOR),
        "hold_from_percent": str(HOLD_FROM_PERCENT),
        "hold_factor": str(HOLD_FACTOR),
        "raise_from_percent": str(RAISE_FROM_PERCENT),
        "raise_factor": str(RAISE_FACTOR),
        "lower_factor": str(LOWER_FACTOR),
    }

    def suggest(self, position: Position, trigger: Trigger) -> Suggestion:
        """See :class:`~backend.domain.pricing.strategy.Strategy`."""
        step, action = last_step(position)
        if trigger in (Trigger.CHAT, Trigger.DEALER_MESSAGE):
            action = Action.ANSWER
        elif trigger is Trigger.DEALER_PRICE:
            action = Action.ACCEPT if is_acceptable(position, step) else Action.HOLD
        return Suggestion(
            price=capped(step, position),
            action=action,
            discount_percent=discount_percent(position),
            strategy=self.name,
        )


def last_step(position: Position) -> tuple[int, Action]:
    """The step (cents, not yet capped) that the buyer's latest offer calls for, or the opening."""
    offer = position.buyer_offer
    if offer is None:
        return scale(position.terms.target, OPENING_FACTOR), Action.OPEN
    saved_cents, asking = position.terms.asking - offer, position.terms.asking
    if saved_cents * 100 >= asking * HOLD_FROM_PERCENT:
        return scale(offer, HOLD_FACTOR), Action.HOLD
    if saved_cents * 100 >= asking * RAISE_FROM_PERCENT:
        return scale(offer, RAISE_FACTOR), Action.RAISE
    return scale(offer, LOWER_FACTOR), Action.LOWER


def is_acceptable(position: Position, step: int) -> bool:
    """Whether the dealer's price is worth taking.

    It is at or below the target, or at or below what the buyer would offer next anyway (``step``,
    never more than the walk-away price), or, on the last round, at or below the walk-away price.
    ``asking_price`` alone never counts: the dealer must have named a price.
    """
    price, walk_away = position.dealer_price, position.terms.walk_away
    if price is None:
        return False
    next_offer = step if walk_away is None else min(step, walk_away)
    if price <= max(position.terms.target, next_offer):
        return True
    return position.is_last_round and walk_away is not None and price <= walk_away
