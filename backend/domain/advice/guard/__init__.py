"""The guard: what an advice may say, checked sentence by sentence before anybody sees it.

What it cannot read it does not let pass: a digit that is no figure of the brief, of the buyer's own
words or of the car, and no plain count, stops a sentence.
"""

from backend.domain.advice.guard.checking import check, check_for_dealer
from backend.domain.advice.guard.language import Language
from backend.domain.advice.guard.languages import ENGLISH
from backend.domain.advice.guard.releasing import harmless_opening
from backend.domain.advice.guard.rules import Rules, rules_for
from backend.domain.advice.guard.sentences import LONGEST, Sentences, split
from backend.domain.advice.guard.text import folded, visible
from backend.domain.advice.guard.violation import Reason, Violation

__all__ = [
    "ENGLISH",
    "LONGEST",
    "Language",
    "Reason",
    "Rules",
    "Sentences",
    "Violation",
    "check",
    "check_for_dealer",
    "folded",
    "harmless_opening",
    "rules_for",
    "split",
    "visible",
]
