"""Short numbers in a buyer's question: "is 18.5 ok?", "¿18 estaría bien?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backend.domain.advice.heard.expressions import plain
from backend.domain.dealer_reading import Context
from backend.domain.dealer_reading.folding import MAX_LENGTH, fold
from backend.domain.dealer_reading.languages import language_of
from backend.domain.dealer_reading.numbers import Number, find_numbers

_END = (
    r"(?= ?[?.,;!)]|$| (?:price|offer|number|deal|start|opening|figure|bid|amount|move|step|"
    r"counter|"
    r"for|to|or|if|at|as|now|here|then|precio|oferta|numero|para|por|o|si|ahora|de entrada)\b)"
)
_JUDGED_AFTER = re.compile(
    r",? ?(?:(?:be|sounds?|seems?|looks?|feels?|is|would|too|still|really|an?|the|very|even|just|"
    r"me|le|les|muy|una?|el|la|mas|que|demasiado|bastante|todavia|seria|es|esta|estaria|suena|"
    r"parece|quedaria|como|buena?|tan) )*"
    r"(?:ok|okay|fair|fine|good|alright|all right|right|reasonable|much|low|high|little|enough|"
    r"better|best|acceptable|insulting|crazy|realistic|doable|"
    r"bien|bueno|just[oa]|razonable|much[oa]|poc[oa]|car[oa]|barat[oa]|alt[oa]|baj[oa]|"
    rf"aceptable|correct[oa]|suficiente|mejor|demasiad[oa]|precio|oferta){_END}"
)
"""As in "18.5 too low?": the number is weighed."""

_ASKED_BEFORE = re.compile(
    r"(?:^|[.,;:!?(] ?|\b(?:is|are|would|will|does|do|could|might|if|or|think|about|around|maybe|"
    r"like|say|offer|pay|bid|es|son|seria|serian|estaria|estarian|esta|estan|con|ofrezco|pago|"
    r"digo|unos|como|o|si) )$"
)
_JUDGED_BEFORE = re.compile(
    r"\b(?:bien|justo|mucho|poco|caro|razonable|demasiado|bueno|aceptable)"
    r"(?: (?:con|por|en|unos|como|si (?:ofrezco|pago|digo)))? $"
)
_SINGLE_END = re.compile(r" ?(?:[?.,;!)]|$)")
_REACH = 60
_OR = re.compile(r",? (?:or|o|u|vs\.?|versus) ")


@dataclass(frozen=True)
class Short:
    """What short numbers stand for.

    Attributes:
        meant: prices, cents, where the bargain leaves no other reading of a number that is weighed.
        unsure: a price that a number may stand for, which nothing says to be one.
        unclear: a number is weighed, but stands for no price that is near to this bargain's.
    """

    meant: tuple[int, ...] = ()
    unsure: int | None = None
    unclear: bool = False


def short_amounts(text: str, context: Context) -> Short:
    """The short numbers of a buyer's question."""
    language, said = language_of(fold(text)), plain(text[:MAX_LENGTH])
    numbers = [
        each
        for each in find_numbers(said, language)
        if each.short and not language.quantities.before.search(_before(said, each))
    ]
    weighed = list(_weighed(said, numbers))
    scaled = [context.scaled(each.values) for each in weighed]
    if weighed:
        meant = tuple(each for each in scaled if each is not None)
        return Short(meant, unclear=not meant)
    alone = [
        each for each in numbers[:2] if not (said[: each.start] + said[each.end :]).strip(" ?!.,$")
    ]
    amounts = [amount for each in alone if (amount := context.scaled(each.values)) is not None]
    return Short(unsure=amounts[0] if amounts else None)


def _weighed(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Numbers that the question weighs, the last one first: "19 or 20 better?"."""
    following: Number | None = None
    for number in reversed(numbers):
        is_choice = following is not None and _OR.fullmatch(text, number.end, following.start)
        before = _before(text, number)
        after = _JUDGED_AFTER.match(text, number.end)
        is_judged = bool(after and _ASKED_BEFORE.search(before)) or bool(
            _JUDGED_BEFORE.search(before) and _SINGLE_END.match(text, number.end)
        )
        if is_choice or is_judged:
            following = number
            yield number


def _before(text: str, number: Number) -> str:
    return text[max(0, number.start - _REACH) : number.start]
