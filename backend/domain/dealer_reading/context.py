"""What must be known of a bargain to understand the amounts in a dealer's message."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_LEAST, _MOST, _MOST_IF_SURE = Fraction(2, 5), Fraction(3, 2), Fraction(2)
_SCALED_LEAST, _SCALED_MOST = Fraction(1, 2), Fraction(5, 4)


@dataclass(frozen=True)
class Context:
    """The bargain as the message finds it. Amounts in cents.

    Attributes:
        asking: what the dealer asked at the start.
        ask: what the dealer asks now: the latest price named, else ``asking``.
        buyer_offer: the buyer's latest offer, if there is one.
        year: of the car; the number alone is then no price.
        mileage: of the car, in miles; the number alone is then no price.
    """

    asking: int
    ask: int
    buyer_offer: int | None = None
    year: int | None = None
    mileage: int | None = None

    def is_price(self, cents: int, *, sure: bool) -> bool:
        """Whether a dealer could ask this for the car.

        Far below the ask it is the price of something else (a fee, a gift, repairs), far above it
        is a mileage, a year or a telephone number. Taxes and fees can add much to a cheap car's
        price: where the words are clear (``sure``) up to twice the ask passes.
        """
        if cents == self.buyer_offer and sure:
            return True
        most = _MOST_IF_SURE if sure else _MOST
        return (
            _LEAST * min(self.asking, self.ask) <= cents <= most * max(self.asking, self.ask)
            and cents > 0
        )

    def is_step(self, cents: int) -> bool:
        """Whether this can be a difference from a price: "500 off", not "15,000 off"."""
        return cents * 2 <= self.ask

    def scaled(self, values: tuple[int, ...]) -> int | None:
        """Which of the amounts that "95" or "18" may stand for is near the ask; None if none is."""
        fitting = [cents for cents in values if self._is_near(cents)]
        return min(fitting, key=lambda cents: abs(cents - self.ask)) if fitting else None

    def _is_near(self, cents: int) -> bool:
        return _SCALED_LEAST * self.ask <= cents <= _SCALED_MOST * max(self.ask, self.asking)

    def bases(self) -> frozenset[int]:
        """The amounts that "500 off" and "200 more" can be counted from."""
        known = {self.asking, self.ask, self.buyer_offer}
        return frozenset(cents for cents in known if cents is not None)
