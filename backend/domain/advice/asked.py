"""Amounts that the buyer asks about in chat: "is 18,500 fair?", "should I pay 19k?"."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import Short, asks_something, short_amounts
from backend.domain.dealer_reading import Context, Payment, Reading, Role, read_dealer_message
from backend.domain.negotiation import Status, Trigger

_PRICES = (Role.OFFER, Role.OTHER_PRICE, Role.REFUSED, Role.ELSEWHERE)


@dataclass(frozen=True)
class Asked:
    """What a question names, cents.

    Attributes:
        low: the lowest price; None where none is named. ``high``: the highest, of several.
        monthly: a monthly payment, which is no price. ``in_all``: what it adds up to over its term,
            down payment included; None where no term is named.
        unsure: a price that a short number may stand for, where nothing else says what it is.
        unclear: a short number is asked about that stands for no price near to this bargain's.
    """

    low: int | None = None
    high: int | None = None
    monthly: int | None = None
    in_all: int | None = None
    unsure: int | None = None
    unclear: bool = False


NOTHING = Asked()


def asked_about(brief: Brief) -> Asked:
    """The amounts in the buyer's question; nothing where the brief answers no question.

    An amount counts as a price where somebody could name it for the car: years, mileages, fees and
    payments do not.
    """
    if brief.trigger is not Trigger.CHAT or brief.status is not Status.ACTIVE:
        return NOTHING
    if not brief.said or not asks_something(brief.said):
        return NOTHING
    context = brief.context
    reading = read_dealer_message(brief.said, context)
    payment = next((each for each in reading.payments if each.monthly), None)
    short = Short() if payment else short_amounts(brief.said, context)
    prices = sorted({*_prices(reading, context), *short.meant})
    return Asked(
        low=prices[0] if prices else None,
        high=prices[-1] if len(prices) > 1 else None,
        monthly=payment.monthly if payment else None,
        in_all=_in_all(payment) if payment else None,
        unsure=None if prices else short.unsure,
        unclear=short.unclear and not prices,
    )


def _prices(reading: Reading, context: Context) -> list[int]:
    return [
        figure.amount
        for figure in reading.figures
        if figure.role in _PRICES and context.is_price(figure.amount, sure=True)
    ]


def _in_all(payment: Payment) -> int | None:
    if not payment.monthly or not payment.months:
        return None
    return payment.monthly * payment.months + (payment.down or 0)
