"""News about the car in a dealer's words: that it is sold, or what is wrong with it.

The same words deny it ("no accidents", "not sold yet"), so each find is read with what stands
before it in its clause. Questions tell nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.advice.heard import spanish
from backend.domain.advice.heard.expressions import rule

_SENTENCE = re.compile(r"[^.!?;]+[.!?;]*")
_TURN = re.compile(
    r"(?: |^)(?:but|though|although|however|except|other than|aside from|besides|pero|aunque"
    r"|excepto|salvo)(?= )"
    r"|, (?=(?:it|it's|he|she|we|i|there|there's|has|had|was|is|needs|just|only|tiene|tuvo|fue"
    r"|esta|hay|solo|necesita)(?!\w))"
)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:no|not|never|none|nor|neither|without|zero|nothing|free of|free from|any|if|isn't"
    r"|wasn't|hasn't|haven't|doesn't|don't|didn't|aren't|won't|can't|sin|nunca|ni|ningun[oa]?|jamas"
    r"|cero|tampoco|libre de|si)(?!\w)"
)
_FREE_AFTER = re.compile(r"[- ]free(?!\w)")
_ONLY_MAYBE = re.compile(
    r"(?<!\w)(?:if|when|once|until|till|unless|before|after|whether|not|never|nor|isn't|wasn't"
    r"|hasn't|how|think|like|will|would|could|may|might|can|be|price|offer|deal|rate|special"
    r"|discount|rebate|incentive|financing|si|cuando|hasta|aun|todavia|antes|ni|nunca|precio"
    r"|oferta|descuento|sea)(?!\w)[^.!?;]{0,24}\Z"
    r"|(?<!\w)no \Z"
)


@dataclass(frozen=True)
class _News:
    """``finds`` tells it, unless ``undone`` stands before it. ``always`` tells it by itself."""

    finds: re.Pattern[str]
    undone: re.Pattern[str]
    always: re.Pattern[str] | None = None

    def is_in(self, sentence: str) -> bool:
        if self.always is not None and self.always.search(sentence):
            return True
        return any(self._is_told(part) for part in _TURN.split(sentence))

    def _is_told(self, part: str) -> bool:
        return any(
            not self.undone.search(part[: found.start()])
            and not _FREE_AFTER.match(part, found.end())
            for found in self.finds.finditer(part)
        )


_THE_CAR = r"(it|her|him|the (car|truck|van|suv|vehicle|unit)|(this|that) (one|car|truck|van|suv))"
_SOMEBODY = (
    r"(someone|somebody|another (buyer|person|customer|couple|guy|lady|family)"
    r"|(a|some|the other) (guy|couple|buyer|customer|lady|family|person))"
)

_GONE = _News(
    rule(rf"""
        (\w+'s|is|was|has|got|has been)( (now|already|just|actually|since|been))* sold(?! (new|here\
          |originally|at|in|by|through|as|with|without|only|new|separately|two|three|four|a lot\
          |many|several|plenty|over \d+|for|on|and serviced|me|us|\d))
        (\w+'s|was|has been)( (now|already|just|been))* sold for \$?\d\S*
        (we|i|they)('ve| have)?( (just|already|actually))* sold {_THE_CAR}(?! (new|to (us|me|you)))
        sold (it |this one )?(already|yesterday|this morning|this afternoon|last (night|week)\
          |earlier|an hour ago|to (someone|somebody|another|a (guy|couple|customer|family|lady\
          |different)))
        ^ ?((so )?(sorry|unfortunately|apologies|already)[ ,]{{1,2}})+(but )?(already )?sold
        (no longer|not|isn't|is not)( currently)? (available|for sale)(?! (until|at (that|this)|for\
          (less|under)|to))
        no longer have {_THE_CAR}
        (don't|do not) have {_THE_CAR} (anymore|any more|any longer)
        {_SOMEBODY}( (else|just|already|has))* (bought|purchased|took) {_THE_CAR}
        {_SOMEBODY}( (else|just|already|has))* (put|left|placed) (a |down a )?deposit
        (it|car|truck|van|suv|vehicle|she|one)('s| is| was)( (already|now|long))* gone(?! (up|down\
          |through|over|fast|quick|to))
        (sale|sold|deal)( is)? pending
        pending sale
        {spanish.GONE.strip()}
    """),
    _ONLY_MAYBE,
    rule(r"""
        no longer have (it|the (car|truck|van|suv|vehicle))
        ya no (lo|la) (tengo|tenemos)
        (el carro|el auto|el coche|la camioneta|la troca) ya no esta( disponible)?
    """),
)

_DAMAGE = _News(
    rule(rf"""
        (?<!by )accidents?(?! forgiveness)
        fender[- ]?benders?
        rear[- ]?end(ed|er)
        side[- ]?swiped?
        wreck(ed)?
        (?<!and )collision(?! (coverage|insurance|avoidance|warning|mitigation|assist|alert))
        (flood|water|hail|smoke|fire)[- ](damaged?|car|vehicle)
        flooded|hailed on
        (was|been|got) (hit|in a flood|keyed|t-boned|vandalized)
        damaged?(?! (control|waiver))
        (re-?painted|repaint|bondo)
        rust(y|ed|ing)?(?![- ]?(proof|protect|coat|inhibit|free))
        (oil|coolant|fluid|water|transmission|a|small|slow|minor|slight|it) leaks?
        leak(ing|s) (oil|coolant|fluid|water|a|some|transmission)
        (dents?|dented|dings?|scratches|scratched|scuffs?|scrapes?)(?! protection)
        (a|small|deep|big|little|light) scratch(?! protection)
        (cracked|chipped|chip in the) (\w+ )?(windshield|bumper|headlight|tail ?light|dash|mirror\
          |glass|block)
        crack in( the)? \w+
        check engine
        (blown|bad|leaking) (head )?(gasket|engine|motor|transmission|clutch|turbo)
        (transmission|clutch) (slips?|is slipping|slipping)
        needs?( (a|an|some|little|minor|major|new|few|lot of|bit of|body))* (work(?! (with|out|on))\
          |repairs?|transmission|engine|brakes?|tires?|battery|clutch|paint|alignment|tlc|struts\
          |shocks|windshield|bumper)
        (air ?bags?) (deployed|went off|missing)
        overheat(s|ed|ing)
        odometer (rollback|discrepancy|was rolled|is broken|doesn't)
        (a/?c|air conditioning|heater|radio|window|sunroof|power \w+) (doesn't|does not|isn't\
          |is not|won't|stopped) (work|working|blow|blowing|cold)
        (clear ?coat|paint) (is |has )?(peeling|faded|fading|chipped)
        {spanish.DAMAGE.strip()}
    """),
    _NOT_BEFORE,
    rule(r"""
        (ac|a/c|clima|aire( acondicionado)?) no (sirve|enfria|funciona|prende)
    """),
)

_BRANDED = _News(
    rule(rf"""
        (salvage|rebuilt|branded|reconstructed|flood|lemon|junk|r-?title|non-?repairable)[- ]title
        title( is| was| says|:)*( (a|an))* (salvaged?|rebuilt|branded|reconstructed)
        salvaged?
        (was|is|been|got|insurance) (totall?ed|written off|a write-?off|a total loss)
        totall?ed|total loss
        lemon law|(manufacturer|factory|lemon) buy-?back
        {spanish.BRANDED.strip()}
    """),
    _NOT_BEFORE,
    rule(r"""
        (lost|losing) (its |the )?clean title
        (not|isn't|is not|doesn't have|does not have|without|no longer( has)?)( \w+){0,2}\
          \ clean title
        (no tiene|sin|perdio)( el| un| su)? titulo limpio
        (el )?titulo no (es|esta) limpio
    """),
)


def says_gone(words: str) -> bool:
    """Whether plain ``words`` say that the car is sold, or no longer to be had."""
    return _says(_GONE, words)


def says_damaged(words: str) -> bool:
    """Whether plain ``words`` disclose an accident, a repair or something that does not work."""
    return _says(_DAMAGE, words)


def says_branded(words: str) -> bool:
    """Whether plain ``words`` disclose a title that is not clean."""
    return _says(_BRANDED, words)


def _says(news: _News, words: str) -> bool:
    return any(
        news.is_in(sentence)
        for sentence in _SENTENCE.findall(words)
        if not sentence.rstrip().endswith("?") and not _ABOUT_YOURS.search(sentence)
    )


_ABOUT_YOURS = rule(r"""
    your (\w+ )?(car|truck|trade|vehicle|suv|van)
    (su|tu) (carro|auto|coche|camioneta) (a cuenta|usad[oa]|viej[oa])
""")
