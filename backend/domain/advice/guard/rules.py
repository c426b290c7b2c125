"""What a brief allows an advice to say, computed once for each answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from backend.domain.advice.brief import Brief, Speaker
from backend.domain.advice.earlier_talk import earlier_fees
from backend.domain.advice.figures import figures
from backend.domain.advice.guard.figure import Figure, Kind
from backend.domain.advice.guard.language import Language
from backend.domain.advice.guard.languages import LANGUAGES, language_of
from backend.domain.advice.guard.reading_figures import read_figures
from backend.domain.advice.guard.text import folded
from backend.domain.negotiation import Status, Trigger

Key = tuple[Kind, Decimal | str | None]

MOST_WORDS_READ = 20_000
MOST_FIGURES = 400
RUN = 7
"""So many words in a row, found in a private text, are a quotation of it."""

_BY_DEALER = (Trigger.DEALER_PRICE, Trigger.DEALER_MESSAGE)


@dataclass(frozen=True)
class Rules:
    """What may be said. Amounts are in dollars.

    Attributes:
        known: the brief's figures and the car's.
        buyers: figures that only the buyer's own words hold. ``dealers``: only the dealer's.
        named: the brief's figures by their names.
        names: what the car is called; its digits are no figures.
        offer_cap: the most to offer. ``take_cap``: the most to accept; None: nothing is.
        step: the most to add to the latest offer.
        own_offer: the buyer's latest offer, which the dealer has heard already.
        not_prices: differences between prices, and the buyer's own offers: no advice by themselves.
        secrets: what the dealer must not hear. ``private``: runs of words of private texts.
    """

    language: Language
    known: frozenset[Key]
    buyers: frozenset[Key]
    dealers: frozenset[Key]
    named: Mapping[str, Decimal]
    names: tuple[str, ...]
    offer_cap: Decimal
    take_cap: Decimal | None
    step: Decimal
    own_offer: Decimal
    not_prices: frozenset[Decimal]
    secrets: frozenset[Decimal]
    is_agreed: bool
    is_over: bool
    private: frozenset[str]

    @property
    def said_cap(self) -> Decimal:
        """The highest price of the buyer's that words for the dealer may hold."""
        return max(self.offer_cap, self.own_offer)


def rules_for(
    brief: Brief, language: Language | None = None, private_texts: tuple[str, ...] = ()
) -> Rules:
    """The rules for ``brief``, whose sentences are read as ``language``, by default the brief's.

    ``private_texts`` are never to be quoted, e.g. the prompt's own.
    """
    language = language or language_of(brief.language)
    names = _names(brief)
    named = _named(brief)
    terms, suggested = brief.position.terms, named["suggested"]
    offer = named.get("offer", Decimal(0))
    dealer, buyer = _words(brief)
    known = _keys_of_brief(brief, named)
    secrets = {named["target"], named.get("walk_away", named["target"])} - {suggested}
    if terms.walk_away is not None:
        secrets.add(named["walk_away"])
    return Rules(
        language=language,
        known=frozenset(known),
        buyers=frozenset(_keys(buyer, names) - known),
        dealers=frozenset((_keys(dealer, names) | _fees(brief)) - known),
        named=named,
        names=names,
        offer_cap=suggested,
        take_cap=_take_cap(brief, named),
        step=max(Decimal(0), suggested - offer) if offer else Decimal(0),
        own_offer=offer,
        not_prices=_not_prices(brief, named),
        secrets=frozenset(secrets),
        is_agreed=brief.status is Status.AGREED,
        is_over=brief.status is not Status.ACTIVE,
        private=_private(private_texts),
    )


def key_of(figure: Figure) -> Key:
    """By what a figure is looked up; a rate is a percentage that somebody named."""
    if figure.kind is Kind.VIN:
        return Kind.VIN, figure.text
    return (Kind.PERCENT if figure.kind is Kind.RATE else figure.kind), figure.value


@lru_cache(maxsize=8)
def _private(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(run for text in texts for run in runs(text))


def runs(text: str) -> Iterable[str]:
    """Every run of :data:`RUN` words in ``text``."""
    words = re.findall(r"[^\W\d_]+", folded(text))
    return (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _named(brief: Brief) -> dict[str, Decimal]:
    """The brief's figures as numbers; those without a number (the car's name) are left out."""
    values = {}
    for name, shown in figures(brief, "en").items():
        found = re.fullmatch(r"\$?([\d,]+(?:\.\d+)?)(?:%| miles)?", shown)
        if found and name not in ("car", "model"):
            values[name] = Decimal(found[1].replace(",", ""))
    return values


_PRICES = (
    *("asking", "ask", "target", "walk_away", "take_up_to", "suggested", "previous_ask"),
    *("asked", "asked_high", "asked_unsure"),
)


def _not_prices(brief: Brief, named: Mapping[str, Decimal]) -> frozenset[Decimal]:
    prices = {named[name] for name in _PRICES if name in named}
    prices.update(map(_dollars, brief.dealer_prices))
    own = map(_dollars, (*brief.buyer_offers, *map(abs, brief.concessions)))
    return frozenset((*named.values(), *own)) - prices


def _dollars(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _fees(brief: Brief) -> set[Key]:
    """Fees that only a summary of what the dealer wrote before the talk holds."""
    return {(Kind.AMOUNT, _dollars(cents)) for cents in earlier_fees(brief)}


_KINDS = {"year": Kind.YEAR, "mileage": Kind.MILEAGE, "discount": Kind.PERCENT}
_ROUNDS = ("round", "max_rounds")


def _keys_of_brief(brief: Brief, named: Mapping[str, Decimal]) -> set[Key]:
    keys: set[Key] = set()
    for name, value in named.items():
        kind = Kind.ROUND if name in _ROUNDS else _KINDS.get(name, Kind.AMOUNT)
        keys.add((kind, value))
    keys.update((Kind.ROUND, Decimal(number)) for number in range(1, brief.position.round))
    past = (*brief.dealer_prices, *brief.buyer_offers, *map(abs, brief.concessions))
    keys.update((Kind.AMOUNT, _dollars(cents)) for cents in past if cents)
    keys.add((Kind.ROUND, Decimal(brief.offers_left)))
    keys.add((Kind.YEAR, Decimal(brief.vehicle.year)))
    if brief.vehicle.mileage is not None:
        keys.add((Kind.MILEAGE, Decimal(brief.vehicle.mileage)))
    if brief.vehicle.vin:
        keys.add((Kind.VIN, folded(brief.vehicle.vin)))
    return keys


def _words(brief: Brief) -> tuple[list[str], list[str]]:
    """What the dealer and what the buyer wrote, newest first."""
    texts: defaultdict[Speaker, list[str]] = defaultdict(list)
    if brief.said:
        speaker = Speaker.DEALER if brief.trigger in _BY_DEALER else Speaker.BUYER
        texts[speaker].append(brief.said)
    for line in reversed(brief.talk):
        texts[line.speaker].append(line.text)
    return texts[Speaker.DEALER], texts[Speaker.BUYER]


def _keys(texts: Iterable[str], names: tuple[str, ...]) -> set[Key]:
    """The figures that stand in ``texts``, as far as they can be read in any language."""
    keys: set[Key] = set()
    budget = MOST_WORDS_READ
    for text in texts:
        shortened = folded(text[: max(0, budget)])
        budget -= len(text)
        for language in LANGUAGES:
            for figure in islice(read_figures(shortened, language, names), MOST_FIGURES):
                if figure.kind is not Kind.UNREAD and (
                    figure.value is not None or figure.kind is Kind.VIN
                ):
                    keys.add(key_of(figure))
    return keys


def _names(brief: Brief) -> tuple[str, ...]:
    vehicle = brief.vehicle
    make, model, trim = (folded(each or "") for each in (vehicle.make, vehicle.model, vehicle.trim))
    candidates = (f"{make} {model} {trim}", f"{make} {model}", f"{model} {trim}", model, trim, make)
    names = {" ".join(name.split()) for name in candidates}
    return tuple(sorted((name for name in names if name), key=len, reverse=True))


def _take_cap(brief: Brief, named: Mapping[str, Decimal]) -> Decimal | None:
    caps = []
    if brief.worth is not None or brief.position.dealer_ask <= brief.position.terms.target:
        caps.append(max(named["ask"], named["suggested"]))
    if brief.position.is_last_round:
        caps.append(named["take_up_to"])
    return max(caps, default=None)
