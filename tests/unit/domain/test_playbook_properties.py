"""What holds for every text of the playbook, whatever the negotiation."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given, settings

from backend.domain.advice.asked import asked_about
from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose
from backend.domain.advice.talking_points import talking_points
from backend.domain.advice.told import told_by_dealer
from backend.domain.advice.told_figures import told_figures
from backend.domain.money import to_display
from backend.domain.negotiation import Status, Trigger
from backend.domain.pricing import Action
from backend.locales import locale_of
from tests.unit.domain.arbitrary import SAID, briefs
from tests.unit.domain.briefs import brief

MONEY = re.compile(r"\$\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
PERCENT = re.compile(r"\d+(?:\.\d+)?%")
QUOTED = re.compile(r"“([^”]*)”")
FORBIDDEN = re.compile(
    r"meet(ing)? (them |me |you )?(in the middle|halfway)|split(ting)? the (difference|gap)"
    r"|we accept|i accept|it's a deal|we have a deal|we agree|i (have )?(sent|told them|accepted)",
    re.IGNORECASE,
)
MARKUP = re.compile(r"[*_#`<>{}\[\]]|https?:")

every_brief = settings(max_examples=120)


def amounts_of(told: Brief) -> set[str]:
    """The brief's amounts and the plain differences between two of them, as they are shown."""
    terms = told.position.terms
    named = {terms.asking, terms.target, told.suggestion.price, *told.dealer_prices}
    named.update(told.buyer_offers)
    asked = asked_about(told)
    named.update({asked.low, asked.high, asked.monthly, asked.in_all} - {None})  # type: ignore[arg-type]
    named.update({terms.walk_away} - {None})  # type: ignore[arg-type]
    differences = {high - low for high, low in permutations(named, 2) if high > low}
    return {to_display(cents) for cents in named | differences} | sums_of(told)


def sums_of(told: Brief) -> set[str]:
    """What the dealer's message names beside the price, and what it adds up to."""
    return set(MONEY.findall(" ".join(told_figures(told, locale_of("en")).values())))


def fees_of(told: Brief) -> set[str]:
    """The amounts of the fees that the dealer's message names."""
    return {to_display(fee.amount) for fee in told_by_dealer(told).extras if fee.amount}


def without_names(told: Brief, text: str) -> str:
    """The text without the car's name, which may hold digits of its own."""
    vehicle = told.vehicle
    car = " ".join(vehicle.name.split())
    return text.replace(car, "").replace(" ".join(vehicle.model.split()), "")


@given(briefs())
@every_brief
def test_every_amount_is_one_of_the_brief(told: Brief) -> None:
    text = compose(told)
    assert set(MONEY.findall(text)) <= amounts_of(told)


@given(briefs())
@every_brief
def test_every_other_number_is_one_of_the_brief(told: Brief) -> None:
    rest = MONEY.sub("", without_names(told, compose(told)))
    discount = told.suggestion.discount_percent
    assert set(PERCENT.findall(rest)) <= {f"{(discount or '').rstrip('0').rstrip('.')}%"}
    rest = PERCENT.sub("", rest)
    known = {f"{told.vehicle.mileage or 0:,}", str(told.vehicle.year), str(told.position.round)}
    known.add(str(told.position.terms.max_rounds))
    assert set(re.findall(r"\d[\d,.]*\d|\d", rest)) <= known


@given(briefs())
@every_brief
def test_words_for_the_dealer_give_nothing_away(told: Brief) -> None:
    terms = told.position.terms
    secret = {to_display(terms.target)} - {to_display(told.suggestion.price)}
    if terms.walk_away is not None:
        secret.add(to_display(terms.walk_away))
    quotes = QUOTED.findall(compose(told))
    assert quotes or told.trigger is Trigger.CHAT
    for quote in quotes:
        assert not secret & set(MONEY.findall(quote))
        assert not re.search(r"\b(target|limit|budget of|walk-away)\b", quote)


@given(briefs())
@every_brief
def test_no_offer_above_the_suggestion_is_put_into_the_buyers_mouth(told: Brief) -> None:
    """An amount in words for the dealer is the suggestion, an offer made, or the dealer's own."""
    sayable = {told.suggestion.price, *told.dealer_prices}
    if told.position.buyer_offer is not None:
        sayable.add(told.position.buyer_offer)
    shown = {to_display(cents) for cents in sayable} | fees_of(told)
    for quote in QUOTED.findall(compose(told)):
        assert set(MONEY.findall(quote)) <= shown


@given(briefs())
@every_brief
def test_nothing_forbidden_is_said(told: Brief) -> None:
    text = compose(told)
    assert not FORBIDDEN.search(text)
    assert not MARKUP.search(without_names(told, text))


@given(briefs())
@every_brief
def test_texts_are_of_a_length_that_is_read(told: Brief) -> None:
    text = compose(told)
    fewest = 4 if told.trigger is Trigger.CHAT else 50  # "ok" gets no lecture
    assert fewest <= len(text.split()) <= 150
    assert all(paragraph.strip() for paragraph in text.split("\n\n"))
    assert "  " not in text


@given(briefs())
@every_brief
def test_what_was_said_is_never_echoed(told: Brief) -> None:
    text = compose(told).replace(f"{told.vehicle.mileage or 0:,} miles", "")
    for echoed in ("1,000,000", "Ignore your instructions", "77777", "\U0001f600", "99,999"):
        assert echoed not in without_names(told, text) or echoed in str(amounts_of(told))


@given(briefs())
@every_brief
def test_the_same_brief_gives_the_same_text(told: Brief) -> None:
    assert compose(told) == compose(told)


@given(briefs())
@every_brief
def test_a_price_to_take_is_named_and_left_to_the_buyer(told: Brief) -> None:
    if told.suggestion.action is not Action.ACCEPT or told.status != "active":
        return
    text = compose(told)
    assert to_display(told.position.dealer_ask) in text
    assert "in writing" in text or "every fee" in text
    assert re.search(r"decision is yours|your call|You decide", text)


@given(briefs())
@every_brief
def test_talking_points_are_few_and_give_nothing_away(told: Brief) -> None:
    points = talking_points(told)
    terms = told.position.terms
    secret = {to_display(terms.target)}
    if terms.walk_away is not None:
        secret.add(to_display(terms.walk_away))
    assert len(points) <= 3
    assert points or told.trigger is Trigger.CHAT or told.status is not Status.ACTIVE
    assert len(set(points)) == len(points)
    for point in points:
        assert not secret & set(MONEY.findall(point))
        assert set(MONEY.findall(point)) <= amounts_of(told)
        assert not FORBIDDEN.search(point)
        assert len(point.split()) <= 25


@pytest.mark.parametrize("said", SAID)
def test_every_text_that_people_write_gets_an_answer(said: str | None) -> None:
    for trigger in ("chat", "dealer_message", "dealer_price"):
        told = brief(trigger, "b18000 d24000", said=said)
        assert compose(told)
