"""Short points that a buyer can put to the dealer. Said aloud, so nothing private is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.domain.advice.brief import Brief, Speaker
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.figures import PRIVATE, figures
from backend.domain.advice.heard import BuyerTopic, buyer_topics
from backend.domain.advice.naming import car_name
from backend.domain.advice.wording import fits
from backend.domain.negotiation import Status, Trigger
from backend.domain.pricing import Action
from backend.locales import locale_of, translatable

MOST, MOST_IN_TALK = 3, 2
REMEMBERED = 3
"""Of how many advices the points are not told again."""

_ADS = translatable(
    "Collect ads for a {car} and bring the lowest one: let them explain the difference."
)
_TOTAL = translatable(
    "Ask for the out-the-door price in writing: a fee added later undoes any discount."
)
_REPORT = translatable("Ask for the vehicle history report before you name a final number.")
_AGE = translatable("Ask how long it has been for sale: a long wait is an argument.")
_ROUND = translatable(
    "Round {round} already: ask for their best number in writing instead of more talk."
)
_INSTEAD = translatable(
    "Where the price sticks, ask for something else: tires, a service, a second key."
)
_AT_YOUR_NUMBER = translatable(
    "Ask what they do for you at your number: fees, tires, a second key."
)
_BELOW_STICKER = translatable("Ask what they can do below the sticker before you name any number.")
_DECIDES = translatable(
    "Say that {suggested} comes from somebody who can decide, not from a window shopper."
)
_WORTH_THE_GAP = translatable(
    "Ask what on this {model} is worth another {gap}, and let them name it."
)
_THEIR_TURN = translatable("You have moved and {ask} has not: say that it is their turn.")
_NOT_MOVED = translatable("They have not moved from {ask} yet: say that the next step is theirs.")
_SHRINKING = translatable(
    "They gave {earlier_concession}, then {concession}: ask for what is left in one move."
)
_WENT_UP = translatable(
    "They asked {previous_ask} before: work from that number and ask what changed."
)
_CAME_DOWN = translatable(
    "They have come down {conceded} already, so {asking} was never the real price."
)
_ONE_REASON = translatable(
    "Name {suggested} with one reason, such as a service that is due, and do not explain it twice."
)
_SHEET_FIRST = translatable("Ask for the full sheet of fees: it is a reason for a lower number.")
_ONE_SHEET = translatable("Ask for one sheet with the price, every fee and the tax on it.")
_ADD_ONS = translatable(
    "Turn down each add-on once, by name: warranty, etching, protection package."
)
_GOES_WITH_IT = translatable("Ask that both keys and the service papers go with the car.")
_VIN = translatable("Compare the VIN on the contract with the one on the car.")
_GOODBYE = translatable("Thank them and leave your number, without a new offer.")
_LAST_NUMBER = translatable("Say that it was your last number, and add nothing to it.")
_FINAL = translatable("Ask for their final price in writing, with every fee in it.")


def talking_points(brief: Brief) -> tuple[str, ...]:
    """At most three points for what is advised now, the most telling first; often fewer, or none.

    None holds the target or the walk-away price, none was told in the last advices, and none claims
    what is not known: a market price is something for the buyer to fetch, not for us to make up.
    """
    terms, locale = brief.position.terms, locale_of(brief.language)
    private = {
        locale.money(cents) for cents in (terms.target, terms.walk_away) if cents is not None
    }
    known = {**figures(brief), "car": car_name(brief.vehicle, locale)}
    sayable = {
        name: shown for name, shown in known.items() if name not in PRIVATE and shown not in private
    }
    points = (point for point in map(locale.text, _candidates(brief)) if fits(point, sayable))
    told = _told_lately(brief)
    fresh = [point for each in points if _blotted(point := each.format_map(sayable)) not in told]
    is_talk = brief.trigger in (Trigger.CHAT, Trigger.DEALER_MESSAGE)
    return tuple(dict.fromkeys(fresh))[: MOST_IN_TALK if is_talk else MOST]


_AMOUNT = re.compile(r"\d[\d,.]*")


def _blotted(point: str) -> str:
    return _AMOUNT.sub("#", point)


def _told_lately(brief: Brief) -> frozenset[str]:
    advices = [line for line in brief.talk if line.speaker is Speaker.ADVISER][-REMEMBERED:]
    return frozenset(_blotted(point) for advice in advices for point in advice.points)


def _candidates(brief: Brief) -> Iterator[str]:
    if brief.status is not Status.ACTIVE:
        return iter(())
    if brief.trigger is Trigger.CHAT:
        return _about_the_question(brief)
    return _for_the_moment(brief)


def _for_the_moment(brief: Brief) -> Iterator[str]:
    action, position = brief.suggestion.action, brief.position
    if action is Action.WALK_AWAY:
        yield _GOODBYE
    elif action is Action.ACCEPT or brief.worth is not None:
        yield from (_ONE_SHEET, _ADD_ONS, _GOES_WITH_IT, _VIN)
    elif position.is_last_round:
        yield from (_LAST_NUMBER, _FINAL)
    elif position.buyer_offer is None:
        yield from _before_any_offer(brief)
    elif brief.suggestion.price < position.buyer_offer:
        # The words of such an advice speak of the car already.
        yield from (_ONE_REASON, _SHEET_FIRST, _ADS, _REPORT, _AGE, check_of(brief.vehicle).point)
    else:
        yield from _while_bargaining(brief)


def _before_any_offer(brief: Brief) -> Iterator[str]:
    yield from _about_their_moves(brief)
    at_sticker = brief.suggestion.price >= brief.position.dealer_ask
    yield _BELOW_STICKER if at_sticker else _DECIDES
    yield from (_ADS, _TOTAL, _AGE, check_of(brief.vehicle).point, _REPORT)


def _while_bargaining(brief: Brief) -> Iterator[str]:
    yield from _about_their_moves(brief)
    yield _WORTH_THE_GAP if brief.gap is not None and brief.gap > 0 else _AT_YOUR_NUMBER
    yield from (check_of(brief.vehicle).point, _ADS)
    if brief.position.round > 2:
        yield _ROUND
    yield from (_INSTEAD, _TOTAL, _AGE, _REPORT)


def _about_their_moves(brief: Brief) -> Iterator[str]:
    ask, asking, offers = brief.position.dealer_ask, brief.position.terms.asking, brief.buyer_offers
    if brief.is_conceding_less:
        yield _SHRINKING
    elif brief.concessions and brief.concessions[-1] < 0:
        yield _WENT_UP
    elif ask < asking:
        yield _CAME_DOWN
    elif ask == asking and len(offers) > 1 and offers[-1] > offers[-2]:
        yield _THEIR_TURN
    elif ask == asking and offers:
        yield _NOT_MOVED


_ON_PAPER = (_REPORT, _GOES_WITH_IT)
_BY_TOPIC: dict[BuyerTopic, tuple[str, ...]] = {
    BuyerTopic.FEES: (_TOTAL, _ADD_ONS),
    BuyerTopic.WARRANTY: (_ADD_ONS,),
    BuyerTopic.HISTORY: _ON_PAPER,
    BuyerTopic.TITLE: _ON_PAPER,
    BuyerTopic.GOOD_DEAL: (_ADS, _AGE),
    BuyerTopic.RIVAL: (_ADS,),
    BuyerTopic.WALK: (_GOODBYE,),
    BuyerTopic.SILENCE: (_AGE,),
    BuyerTopic.WONT_BUDGE: (_INSTEAD, _AGE),
    BuyerTopic.EXTRAS: (_GOES_WITH_IT,),
}
_ABOUT_THE_CAR = (BuyerTopic.INSPECTION, BuyerTopic.MILEAGE)
_ABOUT_THE_MOVE = (
    BuyerTopic.ACCEPT,
    BuyerTopic.BUY,
    BuyerTopic.HOW_MUCH,
    BuyerTopic.WHY,
    BuyerTopic.SAY,
)


def _about_the_question(brief: Brief) -> Iterator[str]:
    """Points on what the buyer asks about; small talk has none."""
    topic = next(iter(buyer_topics(brief.said)), None)
    if topic in _ABOUT_THE_MOVE or (topic is BuyerTopic.GOOD_DEAL and brief.worth is not None):
        yield from _for_the_moment(brief)
    elif topic in _ABOUT_THE_CAR:
        yield check_of(brief.vehicle).point
    elif topic is not None:
        yield from _BY_TOPIC.get(topic, ())
