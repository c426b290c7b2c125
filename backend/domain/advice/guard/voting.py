"""A sentence's stance by two votes: phrases that are known, and weights that were learnt.

Phrases are exact where their wording is known; weights know wordings that nobody listed, and what a
phrase means in its sentence. Both were measured on sentences that neither had seen (ADR 11).
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain.advice.guard import sayings
from backend.domain.advice.guard.figure import Figure
from backend.domain.advice.guard.rules import Rules
from backend.domain.advice.guard.stance import Stance, judge
from backend.domain.advice.guard.text import without
from backend.domain.advice.guard.violation import Reason, Violation

STOPPED = 0.75
"""From here on a sentence is stopped though no phrase is known in it."""

SPARED = 0.15
"""Up to here it may be shown though a phrase is known in it."""

_REASONS = {
    Stance.ACCEPT: Reason.ACCEPTS,
    Stance.EXCEED: Reason.OVER_CAP,
    Stance.SECRET: Reason.SECRET,
    Stance.MIDDLE: Reason.MIDDLE,
    Stance.COMMIT: Reason.COMMITS,
    Stance.DONE: Reason.COMMITS,
    Stance.DEALER: Reason.FOR_DEALER,
}
WRONG = frozenset(_REASONS)


def vote(
    phrase: Violation | None, text: str, amounts: Sequence[Figure], rules: Rules
) -> Violation | None:
    """What is wrong with the stance of a folded sentence in which ``phrase`` was found, if any."""
    code = rules.language.code
    judgement = judge(without(text, rules.names, rules.language.car), code)
    if judgement is None:
        return phrase
    wrong = wrong_stances(text, amounts, rules)
    if phrase is not None:
        if phrase.reason is Reason.FOR_DEALER:
            wrong |= {Stance.ACCEPT}  # A yes to a price that is worth it is none to add-ons.
        return phrase if judgement.likelihood(wrong) > SPARED else None
    if rules.is_over:
        wrong -= {Stance.DONE}  # "This one has ended" is no more than the truth.
    if judgement.likelihood(wrong) < STOPPED:
        return None
    return Violation(_REASONS[judgement.likeliest(wrong)], text)


def wrong_stances(text: str, amounts: Sequence[Figure], rules: Rules) -> frozenset[Stance]:
    """The stances that a sentence must not be of by its brief."""
    fine = set()
    if rules.is_agreed:
        fine |= {Stance.DONE, Stance.ACCEPT}
    if sayings.takes_known(rules) or sayings.takes_less(text, amounts, rules):
        fine.add(Stance.ACCEPT)
    return WRONG - fine
