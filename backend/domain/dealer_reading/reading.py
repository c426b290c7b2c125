"""What a dealer's message holds: amounts with what they are for, payments, fees and intentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.domain.dealer_reading.context import Context


@dataclass(frozen=True)
class Quote:
    """Where something stands: ``text`` is the message's characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Role(StrEnum):
    """What an amount in a dealer's message is."""

    OFFER = "offer"
    """The price at which the dealer would sell by this message. At most one figure has it."""
    OTHER_PRICE = "other_price"
    """Also a price of the dealer's for the car: an earlier one, an alternative, a range's end."""
    REFUSED = "refused"
    """An amount, mostly the buyer's, that the dealer turns down."""
    FEE = "fee"
    MONTHLY = "monthly"
    DOWN_PAYMENT = "down_payment"
    DIFFERENCE = "difference"
    """A step (``500 off``) that leads to no price, as nothing is known to count it from."""
    ELSEWHERE = "elsewhere"
    """The price of something else: what the car cost, a guide's value, repairs, other bids."""


@dataclass(frozen=True)
class Figure:
    """An amount in cents, and what it is.

    Attributes:
        step: signed cents for a price that the message names only by its difference from another
            (``500 off``: -50000); ``amount`` is then computed, and None for every other figure.
        all_in: True for a price that includes taxes and fees, False where they come on top, None
            where the message does not say.
    """

    quote: Quote
    amount: int
    role: Role
    step: int | None = None
    all_in: bool | None = None


@dataclass(frozen=True)
class Fee:
    """A fee, tax or add-on that the dealer wants on top. ``amount`` in cents, None if not named."""

    quote: Quote
    name: str
    amount: int | None = None


@dataclass(frozen=True)
class Payment:
    """Financing as a dealer names it: cents a month, for ``months``, after ``down`` cents."""

    quote: Quote
    monthly: int | None = None
    months: int | None = None
    down: int | None = None


class Intent(StrEnum):
    """What a dealer does with words."""

    DEADLINE = "deadline"
    REFUSAL = "refusal"
    FINAL = "final"
    AGREEMENT = "agreement"
    QUESTION = "question"


@dataclass(frozen=True)
class Signal:
    """Words that show an intent. A question's quote is the whole sentence."""

    quote: Quote
    intent: Intent


@dataclass(frozen=True)
class Reading:
    """A dealer's message, read. ``context`` is the one that it was read in.

    ``open_prices`` are amounts of which the rules cannot tell whether one of them is the offer:
    those that could be where no offer was found, or those that have as much in their favour as the
    one that was. Each has the role that it would have as the offer.
    """

    context: Context
    figures: tuple[Figure, ...] = ()
    fees: tuple[Fee, ...] = ()
    payments: tuple[Payment, ...] = ()
    signals: tuple[Signal, ...] = ()
    open_prices: tuple[Figure, ...] = ()

    @property
    def offer(self) -> Figure | None:
        """The price at which the dealer would sell, or None where the message names none."""
        return next((each for each in self.figures if each.role is Role.OFFER), None)

    @property
    def is_counteroffer(self) -> bool:
        """Whether the dealer answers the buyer's offer with another price."""
        bid, offer = self.context.buyer_offer, self.offer
        return bid is not None and offer is not None and offer.amount != bid

    def has(self, intent: Intent) -> bool:
        """Whether some words show the intent."""
        return any(signal.intent is intent for signal in self.signals)
