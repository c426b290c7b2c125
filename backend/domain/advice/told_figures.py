"""The figures of the dealer's message, by name: fees, and what payments come to."""

from __future__ import annotations

from collections.abc import Mapping

from backend.domain.advice.brief import Brief
from backend.domain.advice.told import Told, told_by_dealer
from backend.domain.negotiation import Trigger
from backend.locales import Locale


def told_figures(brief: Brief, locale: Locale) -> dict[str, str]:
    """Part of :func:`~backend.domain.advice.figures.figures`.

    ``extras`` names the fees by our own names, with their amounts, but for one above all that is
    advised to be paid. What the dealer names has no name of its own here, only what it adds up to:
    the guard has it told as the dealer's.
    """
    told = told_by_dealer(brief)
    amounts = {**_extras(told), **_payments(brief, told), "net_concession": _net(brief, told)}
    shown = {name: locale.money(cents) for name, cents in amounts.items() if cents and cents > 0}
    most = brief.suggestion.price
    if told.extras:
        shown["extras"] = ", ".join(
            locale.text(fee.name)
            + (f" ({locale.money(fee.amount)})" if fee.amount and fee.amount <= most else "")
            for fee in told.extras
        )
    return shown


def _extras(told: Told) -> Mapping[str, int | None]:
    amounts = [fee.amount for fee in told.extras if fee.amount]
    are_known = len(amounts) == len(told.extras)
    return {
        "extras_sum": sum(amounts) if are_known and len(amounts) > 1 else None,
        "with_extras": told.with_extras,
    }


def _payments(brief: Brief, told: Told) -> Mapping[str, int | None]:
    ask, in_all = brief.position.dealer_ask, told.in_all
    return {
        "payments_in_all": in_all,
        "payments_over_ask": in_all and in_all - ask,
        "payments_under_ask": in_all and ask - in_all,
    }


def _net(brief: Brief, told: Told) -> int | None:
    """What is left of the dealer's step down once the fees are added."""
    gave = brief.concessions[-1] if brief.concessions else 0
    if brief.trigger is not Trigger.DEALER_PRICE or gave <= 0 or told.with_extras is None:
        return None
    return brief.dealer_prices[-2] - told.with_extras
