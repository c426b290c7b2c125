"""Whether a line can be understood at all."""

from __future__ import annotations

import re

from backend.domain.advice.heard.expressions import plain

_COMMON = """
    the is it its to of and what how why when where who which do does did can could should would
    will my me we they them he she him her you your in on for with not no that this these those be
    are was were have has had if or but about from at by an as so just want need think know get go
    buy car price offer dealer seller deal there here all any some more less much many too very
    el la los las un una unos de del que es son mi me se su lo le les en por para con como cuando
    si esta este esto ese eso hay pero muy mas menos carro auto precio oferta vendedor quiero puedo
    necesito debo otro tiene dicen
    tengo donde quien cual cuanto yo usted
"""
_WORDS = frozenset(_COMMON.split())
"""Words that hardly any sentence of the two languages does without."""

_WORD = re.compile(r"[a-z']+")


def is_readable(text: str | None) -> bool:
    """Whether there is anything in the text that looks like English or Spanish."""
    return not _WORDS.isdisjoint(_WORD.findall(plain(text)))
