"""Sentences of the playbook for places where a model's own sentence may not be shown."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import Reason, folded, split
from backend.domain.advice.guard.text import QUOTED
from backend.domain.advice.playbook import compose
from backend.locales import locale_of

_ABOUT_MONEY = frozenset(
    {
        *(Reason.UNKNOWN_FIGURE, Reason.DEALER_FIGURE, Reason.MISNAMED_FIGURE),
        *(Reason.OVER_CAP, Reason.ACCEPTS, Reason.MIDDLE),
    }
)


class StandIns:
    """What the playbook would have said to the same brief, a sentence at a time, each once.

    Only sentences that stand on their own are given: words for the dealer with what introduces
    them, and first sentences of paragraphs.
    """

    def __init__(self, brief: Brief) -> None:
        paragraphs = [split(paragraph) for paragraph in compose(brief).split("\n\n")]
        whole = [sentence.strip() for sentences in paragraphs for sentence in sentences]
        self._quotes = [sentence for sentence in whole if "“" in sentence]
        shown = locale_of(brief.language).money
        prices = {shown(brief.suggestion.price)}
        if brief.position.buyer_offer is not None:
            prices.add(shown(brief.position.buyer_offer))
        self._prices = [
            sentences[0].strip()
            for sentences in paragraphs
            if "“" not in sentences[0] and any(price in sentences[0] for price in prices)
        ]

    def instead_of(self, sentence: str, reason: Reason, said: str) -> str | None:
        """A sentence that serves what ``sentence`` was for, or None where none fits.

        ``said`` is the answer so far: nothing in it is said again, and one quotation is enough.
        """
        if QUOTED.search(folded(sentence)):
            choice, is_enough = self._quotes, "“" in said or '"' in said
        elif reason in _ABOUT_MONEY:
            choice, is_enough = self._prices, False
        else:
            return None
        left = [each for each in choice if each not in said]
        if is_enough or not left:
            return None
        choice.remove(left[0])
        return left[0]
