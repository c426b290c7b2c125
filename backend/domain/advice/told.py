"""What the dealer's message tells about money, read and added up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.earlier_talk import read, readings
from backend.domain.advice.heard import DealerTopic, dealer_topics
from backend.domain.dealer_reading import Fee, Intent, Payment, Quote, Reading
from backend.domain.negotiation import Status, Trigger

BY_DEALER = (Trigger.DEALER_PRICE, Trigger.DEALER_MESSAGE)
MOST_EXTRAS = 4

_OF_THE_STATE = frozenset({"taxes", "title and registration"})
"""Fees that no dealer can drop."""


class Yes(StrEnum):
    """How plainly the dealer says yes to the buyer's number."""

    NAMED = "named"
    HINTED = "hinted"
    """Words of consent, without the number."""


@dataclass(frozen=True)
class Told:
    """What a dealer's message holds beside its tone. Amounts in cents.

    Attributes:
        is_gone: the car is sold, or no longer to be had.
        yes: to the buyer's latest offer; None where the dealer does not say it.
        names_price: there is a price to record: neither the buyer's own number nor the one on
            record, no year, no fee and no payment.
        is_all_in: the price that it names has tax and every fee in it.
        extras: the fees and add-ons that the dealer could drop.
        with_extras: the price with all of them, where every one has an amount and the price does
            not hold them already.
        monthly, down, in_all: a payment, the money down with it, and both over the whole term.
    """

    is_gone: bool = False
    yes: Yes | None = None
    names_price: bool = False
    is_all_in: bool = False
    extras: tuple[Fee, ...] = ()
    with_extras: int | None = None
    monthly: int | None = None
    down: int | None = None
    in_all: int | None = None


NOTHING = Told()
_NOWHERE = Quote(0, 0, "")


def told_by_dealer(brief: Brief) -> Told:
    """What the message answered tells; nothing where the dealer did not write it."""
    if brief.trigger not in BY_DEALER or brief.status is not Status.ACTIVE or not brief.said:
        return NOTHING
    topics = dealer_topics(brief.said)
    if DealerTopic.GONE in topics:
        return Told(is_gone=True)
    reading = read(brief.said, brief.context)
    extras = {fee.name: fee for fee in reading.fees if fee.name not in _OF_THE_STATE}
    payment = next((each for each in reading.payments if each.monthly), Payment(_NOWHERE))
    return Told(
        yes=_yes(brief, reading, DealerTopic.AGREES in topics),
        names_price=_names_price(brief, reading),
        is_all_in=bool(reading.offer and reading.offer.all_in),
        extras=tuple(extras.values())[:MOST_EXTRAS],
        with_extras=_with_extras(brief, reading, tuple(extras.values())),
        monthly=payment.monthly,
        down=payment.down,
        in_all=in_all(payment),
    )


def in_all(payment: Payment) -> int | None:
    """What a payment comes to over its term, money down included; None without a term."""
    if not payment.monthly or not payment.months:
        return None
    return payment.monthly * payment.months + (payment.down or 0)


def is_too_dear(brief: Brief) -> bool:
    """Whether the buyer's own offer is more than is advised: a yes to it is no reason to buy."""
    offer, terms = brief.position.buyer_offer or 0, brief.position.terms
    over_limit = terms.walk_away is not None and offer > terms.walk_away
    return over_limit or offer > max(brief.suggestion.price, terms.target)


def is_all_in(brief: Brief) -> bool:
    """Whether the dealer's price on record was named with tax and every fee in it.

    The latest word on that price counts.
    """
    price = brief.position.dealer_price
    if price is None:
        return False
    lines = [*brief.earlier, *brief.talk]
    if brief.said and brief.trigger in BY_DEALER:
        last = max((move.seq for move in brief.moves), default=0) + 1
        lines.append(Utterance(Speaker.DEALER, brief.said, last))
    for _, reading in reversed(list(readings(brief, lines))):
        offer = reading.offer
        if offer is not None and offer.amount == price and offer.all_in is not None:
            return offer.all_in
    return False


def _yes(brief: Brief, reading: Reading, consents: bool) -> Yes | None:
    bid, offer = brief.position.buyer_offer, reading.offer
    if bid is None or (reading.has(Intent.REFUSAL) and not consents):
        return None
    if offer is None:
        return Yes.HINTED if consents and not reading.open_prices else None
    if offer.amount != bid:
        return None
    place = offer.quote.start
    asks = any(
        signal.intent is Intent.QUESTION and signal.quote.start <= place < signal.quote.end
        for signal in reading.signals
    )
    return Yes.NAMED if consents or not asks else None


def _names_price(brief: Brief, reading: Reading) -> bool:
    known = {brief.position.buyer_offer, brief.position.dealer_ask}
    offers = [reading.offer] if reading.offer else reading.open_prices
    return any(figure.amount not in known for figure in offers)


def _with_extras(brief: Brief, reading: Reading, extras: tuple[Fee, ...]) -> int | None:
    amounts = [fee.amount for fee in extras if fee.amount]
    if not amounts or len(amounts) < len(extras):
        return None
    if reading.offer is not None:
        base, holds_them = reading.offer.amount, bool(reading.offer.all_in)
    else:
        base, holds_them = brief.position.dealer_ask, bool(reading.open_prices) or is_all_in(brief)
    return None if holds_them else base + sum(amounts)
