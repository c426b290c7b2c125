"""The languages that dealers write in, and which of them a text is written in."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.english import ENGLISH
from backend.domain.dealer_reading.folding import Folded
from backend.domain.dealer_reading.language import Language
from backend.domain.dealer_reading.spanish import SPANISH

_READ = 2_000
"""Characters from which a text's language is told."""

_WORD = re.compile(r"[^\W\d_]+")
_SPANISH_WORDS = """
el la los las un una de del al y que en por para con sin le les lo se su sus mi es son esta este
ese eso pero mas muy si ya hoy menos puedo podemos tengo tiene quiere precio oferta carro coche
camioneta usted nosotros hay dejo doy vendo bajo bajar mil dolares cuanto como cual cuando todo
gracias hola buenos buenas trato hecho cargo impuestos mensual mes meses enganche ultimo mejor ni
solo dieciocho diecinueve diecisiete veinte quinientos está esto mí más sí qué cuánto cómo estaba
acepto acuerdo pague te yo nada sea seria quito deme necesito pagos mensualidad modelo fijo otro
otra otros cliente compradores ofrecieron nos han ser
"""
_ENGLISH_WORDS = """
the a an i you we it is are was for to of and or at on in my your our this that can could would will
do don't can't it's i'm i'll i'd we'll have has had with but not if so be best price offer car truck
deal take what how when there out door month months down fee today only yours let about just dollars
thanks they
"""
_SPANISH, _ENGLISH = frozenset(_SPANISH_WORDS.split()), frozenset(_ENGLISH_WORDS.split())
_MARKS = re.compile("[¿¡ñáéíóú]")


def language_of(folded: Folded) -> Language:
    """The language of a text, by its most frequent words; English where nothing tells it."""
    begun = folded.text[:_READ]
    words = _WORD.findall(begun)
    english = sum(word in _ENGLISH for word in words)
    spanish = sum(word in _SPANISH for word in words) + len(_MARKS.findall(begun))
    return SPANISH if spanish > english else ENGLISH
