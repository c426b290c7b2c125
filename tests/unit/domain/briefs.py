"""Briefs for tests, written as short as a situation is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from backend.domain.advice.brief import Brief
from backend.domain.money import parse_amount
from backend.domain.negotiation import Move, Party, Terms, Trigger, position_after
from backend.domain.pricing import DEFAULT_STRATEGY, STRATEGIES
from backend.domain.vehicle import Vehicle

CAMRY = Vehicle(2019, "Toyota", "Camry", mileage=48_000)
TERMS = Terms(asking=2_500_000, target=2_000_000, walk_away=2_150_000)
"""A Camry for $25,000 that the buyer hopes to get for $20,000 and will pay $21,500 for."""


def moves(told: str) -> tuple[Move, ...]:
    """``"b18000 d24000"``: the buyer offers $18,000, then the dealer asks $24,000."""
    parties = {"b": Party.BUYER, "d": Party.DEALER}
    return tuple(
        Move(parties[move[0]], parse_amount(move[1:]), seq)
        for seq, move in enumerate(told.split(), start=2)
    )


def brief(trigger: str, told: str = "", terms: Terms = TERMS, **fields: Any) -> Brief:
    """The brief after ``told``, priced by the default strategy; ``fields`` are the brief's own."""
    return brief_of(Trigger(trigger), moves(told), terms, **fields)


def brief_of(trigger: Trigger, made: Iterable[Move], terms: Terms = TERMS, **fields: Any) -> Brief:
    """As :func:`brief`, with moves as they are."""
    made = tuple(made)
    position = position_after(terms, made)
    suggestion = STRATEGIES[DEFAULT_STRATEGY].suggest(position, trigger)
    plain = Brief(CAMRY, trigger, position, suggestion, made)
    return replace(plain, **fields)
