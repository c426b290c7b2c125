"""Short points that a buyer can put to the dealer. Said aloud, so nothing private is in them."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.figures import PRIVATE, figures
from backend.domain.advice.wording import fits
from backend.locales import locale_of, translatable

MOST = 5


def talking_points(brief: Brief) -> tuple[str, ...]:
    """Three to five points, the most telling first.

    None holds the target or the walk-away price, and none claims what is not known: a market
    price is something for the buyer to fetch, not for us to make up.
    """
    terms, locale = brief.position.terms, locale_of(brief.language)
    private = {
        locale.money(cents) for cents in (terms.target, terms.walk_away) if cents is not None
    }
    sayable = {
        name: shown
        for name, shown in figures(brief).items()
        if name not in PRIVATE and shown not in private
    }
    points = (point for point in map(locale.text, _candidates(brief)) if fits(point, sayable))
    return tuple(point.format_map(sayable) for point in points)[:MOST]


def _candidates(brief: Brief) -> Iterator[str]:
    yield from _about_their_moves(brief)
    yield _about_the_offer(brief)
    yield check_of(brief.vehicle).point
    yield translatable(
        "Collect ads for a {car} and bring the lowest one: let them explain the difference."
    )
    if brief.position.round > 2:
        yield translatable(
            "Round {round} already: ask for their best number in writing instead of more talk."
        )
    yield translatable(
        "Ask for the out-the-door price in writing: a fee added later undoes any discount."
    )
    yield translatable("Ask for the vehicle history report before you name a final number.")


def _about_their_moves(brief: Brief) -> Iterator[str]:
    if brief.is_conceding_less:
        yield translatable(
            "They gave {earlier_concession}, then {concession}: ask for what is left in one move."
        )
    elif brief.concessions and brief.concessions[-1] < 0:
        yield translatable(
            "They asked {previous_ask} before: work from that number and ask what changed."
        )
    elif brief.position.dealer_ask < brief.position.terms.asking:
        yield translatable(
            "They have come down {conceded} already, so {asking} was never the real price."
        )
    elif brief.position.buyer_offer is not None:
        yield translatable("You have moved and {ask} has not: say that it is their turn.")


def _about_the_offer(brief: Brief) -> str:
    if brief.position.buyer_offer is None:
        return translatable(
            "Say that {suggested} comes from somebody who can decide, not from a window shopper."
        )
    if brief.gap is not None and brief.gap > 0:
        return translatable(
            "Ask what on this {model} is worth another {gap}, and let them name it."
        )
    return translatable("Ask what they do for you at your number: fees, tires, a second key.")
