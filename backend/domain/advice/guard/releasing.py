"""How much of a sentence can be shown before its end has come."""

from __future__ import annotations

import re

from backend.domain.advice.guard.checking import check_phrases
from backend.domain.advice.guard.rules import Rules
from backend.domain.advice.guard.text import folded

LONGEST_OPENING = 120
"""Characters; a sentence that goes on without anything to hold back is held nevertheless."""

_WORD = re.compile(r"[¿¡]?([^\W\d_]+(?:['’][a-z]+)?)(,?) ")


def harmless_opening(begun: str, rules: Rules, known: int = 0) -> str:
    """The whole words at the start of ``begun`` that are wrong in no sentence.

    They name no figure, no price and no action, and are sound as far as they go. It never gets
    shorter as the sentence gets longer; its first ``known`` characters were found to be harmless
    before.
    """
    end = known
    while end < LONGEST_OPENING and (found := _WORD.match(begun, end)):
        word = folded(found[1]).partition("'")[0]
        if (
            word not in rules.language.harmless
            or check_phrases(begun[: found.end()], rules) is not None
        ):
            break
        end = found.end()
    return begun[:end]
