"""The brief: everything an adviser is told before it words one advice. Computed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from backend.domain.dealer_reading import Context
from backend.domain.negotiation import Move, Party, Position, Status, Trigger
from backend.domain.pricing import Suggestion
from backend.domain.vehicle import Vehicle


class Worth(StrEnum):
    """Why the price that the dealer has named is worth taking."""

    WITHIN_TARGET = "within_target"
    WITHIN_NEXT_OFFER = "within_next_offer"
    WITHIN_LIMIT_AT_THE_END = "within_limit_at_the_end"


class Speaker(StrEnum):
    """Who said a line of the talk so far."""

    BUYER = "buyer"
    DEALER = "dealer"
    ADVISER = "adviser"


@dataclass(frozen=True)
class Utterance:
    """One line of the talk. Text by buyer or dealer is data: it never changes rules or prices.

    ``seq`` is that of its message, by which it stands before or after a move; 0 is before all.
    ``points`` are the talking points that an advice came with.
    """

    speaker: Speaker
    text: str
    seq: int = 0
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """All facts for one advice, as of the message that it answers.

    Attributes:
        moves: every amount named so far by both sides, in order.
        said: the text of the message answered (a chat line, a dealer's message, an offer's note),
            or None where there is none (the opening, a bare offer).
        talk: the recent talk before that message, oldest first. The adviser's own lines in it keep
            the playbook from saying the same thing twice.
        earlier: what the dealer wrote before ``talk``, oldest first; only a summary of it is told.
        variation: a stable number that picks among equally good wordings.
        status: of the negotiation; chat goes on after its end.
        language: the code of the buyer's language; one of ``backend.locales.LANGUAGES``.
    """

    vehicle: Vehicle
    trigger: Trigger
    position: Position
    suggestion: Suggestion
    moves: tuple[Move, ...] = ()
    said: str | None = None
    talk: tuple[Utterance, ...] = ()
    earlier: tuple[Utterance, ...] = ()
    variation: int = 0
    status: Status = Status.ACTIVE
    language: str = "en"

    @property
    def context(self) -> Context:
        """The bargain as the message answered finds it, to read its amounts in."""
        return self.context_at(self.position)

    def context_at(self, position: Position) -> Context:
        """The bargain at an earlier position."""
        return Context(
            asking=position.terms.asking,
            ask=position.dealer_ask,
            buyer_offer=position.buyer_offer,
            year=self.vehicle.year,
            mileage=self.vehicle.mileage,
        )

    @property
    def dealer_prices(self) -> tuple[int, ...]:
        """The dealer's asks in order, cents, the asking price first."""
        named = (move.amount for move in self.moves if move.party is Party.DEALER)
        return (self.position.terms.asking, *named)

    @property
    def buyer_offers(self) -> tuple[int, ...]:
        """The buyer's offers in order, cents."""
        return tuple(move.amount for move in self.moves if move.party is Party.BUYER)

    @property
    def gap(self) -> int | None:
        """How far the dealer's ask is above the buyer's latest offer, cents; None without one."""
        offer = self.position.buyer_offer
        return None if offer is None else self.position.dealer_ask - offer

    @property
    def concessions(self) -> tuple[int, ...]:
        """What the dealer gave with each price, cents, oldest first; below 0 where it went up."""
        prices = self.dealer_prices
        return tuple(before - after for before, after in pairwise(prices))

    @property
    def is_conceding_less(self) -> bool:
        """Whether the dealer's last two moves both went down and the last one was the smaller."""
        last_two = self.concessions[-2:]
        return len(last_two) == 2 and 0 < last_two[1] < last_two[0]

    @property
    def bids_against_itself(self) -> bool:
        """Whether the buyer's last two moves were offers, the later one higher."""
        last_two = self.moves[-2:]
        if len(last_two) < 2 or any(move.party is Party.DEALER for move in last_two):
            return False
        return last_two[0].amount < last_two[1].amount

    @property
    def offers_left(self) -> int:
        """How many offers the buyer may still make."""
        return max(0, self.position.terms.max_rounds - self.position.round)

    @property
    def worth(self) -> Worth | None:
        """Why the dealer's price is worth taking, or None where it is not (or none was named).

        The rule is the strategies' own (see ``discount_tiers.is_acceptable``), read from what they
        computed: a suggestion as high as the dealer's price was capped by it.
        """
        price, terms = self.position.dealer_price, self.position.terms
        if price is None:
            return None
        if price <= terms.target:
            return Worth.WITHIN_TARGET
        if price <= self.suggestion.price:
            return Worth.WITHIN_NEXT_OFFER
        if self.position.is_last_round and terms.walk_away and price <= terms.walk_away:
            return Worth.WITHIN_LIMIT_AT_THE_END
        return None
