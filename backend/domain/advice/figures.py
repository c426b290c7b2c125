"""Every figure that an advice may hold, by name. What has no name here is said nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from backend.domain.advice.asked import asked_about
from backend.domain.advice.brief import Brief
from backend.domain.advice.told_figures import told_figures
from backend.locales import Locale, locale_of, translatable

PRIVATE = frozenset(
    {
        "target",
        "walk_away",
        "take_up_to",
        "under_target",
        "over_target",
        "ask_over_target",
        "ask_under_target",
        *("asked", "asked_high", "asked_monthly", "asked_in_all", "asked_unsure"),
        *("asked_over_limit", "asked_over_target", "asked_under_target"),
        *("asked_over_suggested", "asked_under_suggested"),
        *("asked_over_ask", "asked_under_ask", "asked_under_asking"),
    }
)
"""Names that never stand in words meant for the dealer."""


_MILES = translatable("{number} miles")


def figures(brief: Brief, language: str | None = None) -> dict[str, str]:
    """What is known, ready to show: money as ``$17,400``, mileage as ``48,000 miles``.

    Numbers are written as in ``language``, by default the brief's.

    A name is there only where it makes sense: ``gap`` only while the dealer asks more than the
    buyer offers, ``mileage`` only when it is known, ``discount`` only when there is one.
    """
    locale = locale_of(language or brief.language)
    return {
        **_car(brief, locale),
        **_amounts(brief, locale),
        **told_figures(brief, locale),
        **_rounds(brief, locale),
    }


def secrets(brief: Brief) -> frozenset[str]:
    """Shown amounts that words meant for the dealer must not hold, even where they coincide with
    another figure. The suggested price may be said though it equals the target; the walk-away
    price never.
    """
    terms, suggested = brief.position.terms, brief.suggestion.price
    hidden = {terms.target} - {suggested}
    if terms.walk_away is not None:
        hidden.add(terms.walk_away)
    return frozenset(locale_of(brief.language).money(cents) for cents in hidden)


def _car(brief: Brief, locale: Locale) -> dict[str, str]:
    vehicle = brief.vehicle
    known = {
        "car": " ".join(vehicle.name.split()),
        "model": " ".join(vehicle.model.split()),
        "year": str(vehicle.year),
    }
    if vehicle.mileage:
        known["mileage"] = locale.text(_MILES).format(number=locale.number(vehicle.mileage))
    return known


def _amounts(brief: Brief, locale: Locale) -> dict[str, str]:
    terms, ask, suggested = brief.position.terms, brief.position.dealer_ask, brief.suggestion.price
    amounts: dict[str, int | None] = {
        "asking": terms.asking,
        "ask": ask,
        "target": terms.target,
        "walk_away": terms.walk_away,
        "take_up_to": max(terms.target, suggested, terms.walk_away or 0),
        "suggested": suggested,
        "offer": brief.position.buyer_offer,
        "gap": brief.gap,
        "below_asking": terms.asking - suggested,
        "ask_above_suggested": ask - suggested,
        "conceded": terms.asking - ask,
        "under_target": terms.target - suggested,
        "over_target": suggested - terms.target,
        "ask_over_target": ask - terms.target,
        "ask_under_target": terms.target - ask,
        **_moves(brief),
        **_asked(brief),
    }
    return {name: locale.money(cents) for name, cents in amounts.items() if cents and cents > 0}


def _asked(brief: Brief) -> Mapping[str, int | None]:
    """What the buyer asks about, and how far it lies from everything else."""
    asked, terms = asked_about(brief), brief.position.terms
    named = {
        "asked": asked.low,
        "asked_high": asked.high,
        "asked_monthly": asked.monthly,
        "asked_in_all": asked.in_all,
        "asked_unsure": asked.unsure,
    }
    if asked.low is None:
        return named
    ask, suggested = brief.position.dealer_ask, brief.suggestion.price
    return {
        **named,
        "asked_over_limit": terms.walk_away and asked.low - terms.walk_away,
        "asked_over_target": asked.low - terms.target,
        "asked_under_target": terms.target - asked.low,
        "asked_over_suggested": asked.low - suggested,
        "asked_under_suggested": suggested - asked.low,
        "asked_over_ask": asked.low - ask,
        "asked_under_ask": ask - asked.low,
        "asked_under_asking": terms.asking - asked.low,
    }


def _moves(brief: Brief) -> Mapping[str, int | None]:
    offer, concessions = brief.position.buyer_offer, brief.concessions
    last = concessions[-1] if concessions else 0
    before = brief.buyer_offers[-2] if len(brief.buyer_offers) > 1 else None
    return {
        "step": None if offer is None else brief.suggestion.price - offer,
        "concession": last,
        "raised": -last,
        "earlier_concession": concessions[-2] if len(concessions) > 1 else None,
        "previous_ask": brief.dealer_prices[-2] if concessions else None,
        "previous_offer": before,
        "own_step": None if offer is None or before is None else offer - before,
    }


def _rounds(brief: Brief, locale: Locale) -> dict[str, str]:
    rounds = {
        "round": str(brief.position.round),
        "max_rounds": str(brief.position.terms.max_rounds),
    }
    percent = brief.suggestion.discount_percent
    if percent is not None and not percent.startswith("-") and percent != "0.00":
        rounds["discount"] = locale.percent(percent)
    return rounds
