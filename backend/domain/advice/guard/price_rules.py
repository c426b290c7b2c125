"""Where a price stands in a sentence: nothing above the caps is advised, nothing is misnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from backend.domain.advice.guard.clauses import BREAK, is_denied, is_meant, part_around
from backend.domain.advice.guard.figure import Figure
from backend.domain.advice.guard.rules import Rules
from backend.domain.advice.guard.text import QUOTED
from backend.domain.advice.guard.violation import Reason, Violation

_REACH = 45
"""Characters between a verb and the price that it governs, at the most."""


def over_cap(text: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """A price that the sentence advises to pay, offer or accept, and that is too high."""
    for amount in amounts:
        if amount.value is not None and _is_too_much(text, amount, amounts, rules):
            return Violation(Reason.OVER_CAP, amount.text)
    return None


def _is_too_much(text: str, amount: Figure, amounts: Sequence[Figure], rules: Rules) -> bool:
    prices = rules.language.prices
    is_offered = _is_advised(text, amount, prices.offers, rules)
    is_taken = _is_advised(text, amount, prices.takes, rules)
    if _raises_too_much(text, amount, rules):
        return True
    if _is_at_most(amount, rules.offer_cap):
        return _is_dealers_only(amount, rules) and (is_offered or is_taken)
    if is_offered or _is_at_most(amount, rules.take_cap):
        return is_offered
    if is_taken or _is_praised(text, amount, rules):
        return True
    if not any(_is_at_most(each, rules.take_cap) for each in amounts) and _that_one(
        text, amount, rules
    ):
        return True
    is_odd_target = amount.value == rules.named["target"] > rules.named["ask"]
    return not is_odd_target and not _is_described(text, amount, rules)


def misnamed(text: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """A known figure that the sentence calls by the name of another one."""
    claims, compared = rules.language.prices.claims, rules.language.prices.compared
    for amount in amounts:
        for name, claim in claims.items():
            if not claim.search(text[: amount.start]) or compared.match(text, amount.end):
                continue
            right = {value for key, value in rules.named.items() if _is_named(key, name)}
            if amount.value not in right and not _is_dealers_only(amount, rules):
                return Violation(Reason.MISNAMED_FIGURE, amount.text)
    return None


_ALSO = {"ask": ("ask", "asking", "previous_ask"), "offer": ("offer", "previous_offer")}


def _is_named(key: str, name: str) -> bool:
    return key in _ALSO.get(name, (name,))


def _is_advised(text: str, amount: Figure, verbs: re.Pattern[str], rules: Rules) -> bool:
    """Whether one of ``verbs`` governs the amount, as advice to the buyer."""
    clauses, prices = rules.language.clauses, rules.language.prices
    for verb in verbs.finditer(text, 0, amount.start):
        between = text[verb.end() : amount.start]
        if len(between) > _REACH or BREAK.search(between):
            continue
        before = text[: verb.start()]
        if prices.hopes.search(before) or prices.by_dealer.search(before):
            continue
        if clauses.negation.search(between) or not is_meant(
            text, verb.start(), amount.end, clauses
        ):
            continue
        return True
    return False


def _is_at_most(amount: Figure, cap: Decimal | None) -> bool:
    return cap is not None and amount.value is not None and amount.value <= cap


def _is_praised(text: str, amount: Figure, rules: Rules) -> bool:
    """ "$25,000 is a good price." """
    found = rules.language.prices.praised_amount.match(text, amount.end)
    return bool(found) and not is_denied(text, amount.start, amount.end, rules.language.clauses)


def _that_one(text: str, amount: Figure, rules: Rules) -> bool:
    """ "They ask $25,000, so pay it." """
    clauses = rules.language.clauses
    return any(
        not is_denied(text, found.start(), found.end(), clauses)
        for found in rules.language.prices.that_one.finditer(text, amount.end)
    )


def _raises_too_much(text: str, amount: Figure, rules: Rules) -> bool:
    raised = rules.language.prices.raises_by.search(text[: amount.start])
    if not raised or amount.value is None or amount.value <= rules.step:
        return False
    return is_meant(text, raised.start(), amount.end, rules.language.clauses)


def _is_described(text: str, amount: Figure, rules: Rules) -> bool:
    """Whether the words around a high price say whose it is or that it is too much.

    In words for the dealer only what they asked may be that high.
    """
    prices = rules.language.prices
    if amount.value in rules.not_prices:
        return True
    for quoted in QUOTED.finditer(text):
        if quoted.start() <= amount.start < quoted.end():
            if amount.value is not None and amount.value <= rules.said_cap:
                return True
            return bool(prices.dealers.search(quoted.group()))
    start, end = part_around(text, amount.start, amount.end)
    part = rules.language.clauses.not_negation.sub(" ", text[start:end])
    return bool(prices.described.search(part))


def _is_dealers_only(amount: Figure, rules: Rules) -> bool:
    return (amount.kind, amount.value) in rules.dealers
