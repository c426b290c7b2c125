"""Has a model word one sentence anew that the guard held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from string import Template
from typing import Protocol

from backend.domain.advice.brief import Brief, Speaker
from backend.domain.advice.figures import figures
from backend.domain.advice.guard import Reason, Violation, visible
from backend.llm.failures import ModelFailed
from backend.llm.messages import Message, Messages
from backend.llm.prompting import as_data, facts, load
from backend.locales import locale_of, translatable

REPAIR_SECONDS = 5.0
MOST_CHARACTERS = 400
MOST_TOKENS = 400

_WRONG = {
    Reason.UNKNOWN_FIGURE: translatable("it holds a figure that is not one of the known ones."),
    Reason.DEALER_FIGURE: translatable(
        "it gives a figure as a fact that only the dealer has named."
    ),
    Reason.MISNAMED_FIGURE: translatable("it takes one figure for another."),
    Reason.OVER_CAP: translatable("it advises a price that is too high for the buyer."),
    Reason.ACCEPTS: translatable("it advises to accept a price that is not worth it."),
    Reason.MIDDLE: translatable("it advises to meet the dealer in the middle."),
    Reason.COMMITS: translatable("it commits the buyer, or says that somebody has done so."),
    Reason.SECRET: translatable("it would tell the dealer what only the buyer may know."),
    Reason.FOR_DEALER: translatable("it works for the dealer and not for the buyer."),
}
_OTHERWISE = translatable("it is not plain English prose for the buyer.")
_BEGUN = translatable("- It has to begin with these very words, which are shown already: $words")


class Asking(Protocol):
    """Asks a model, for at most so many seconds."""

    def __call__(self, messages: Messages, seconds: float) -> Iterator[str]: ...


Repair = Callable[[str, Violation, str], str]
"""Words a sentence anew: the sentence, what is wrong with it, and its beginning that must stay.
Gives nothing where the model had no answer."""


def repair_by(ask: Asking, brief: Brief) -> Repair:
    """A repair by the model behind ``ask``: one try, bounded in time and length."""

    def repair(sentence: str, violation: Violation, begun: str) -> str:
        text = ""
        try:
            with closing(
                ask(_messages(brief, sentence, violation, begun), REPAIR_SECONDS)
            ) as pieces:  # type: ignore[type-var]
                for piece in pieces:
                    text += piece
                    if len(text) > MOST_CHARACTERS:
                        return ""
        except ModelFailed:
            return ""
        return visible(text).strip()

    return repair


def _messages(brief: Brief, sentence: str, violation: Violation, begun: str) -> list[Message]:
    text = locale_of(brief.language).text
    task = load("guard_repair", brief.language).substitute(
        wrong=text(_WRONG.get(violation.reason, _OTHERWISE)),
        suggested=figures(brief)["suggested"],
        facts=facts(brief),
        begun="\n" + Template(text(_BEGUN)).substitute(words=begun) if begun else "",
    )
    draft = as_data(Speaker.ADVISER, sentence, MOST_TOKENS)
    return [Message("system", task), Message("human", draft)]
