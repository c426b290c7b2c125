"""How a phrase is meant in its sentence: advised, advised against, or told of somebody else."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Clauses, Pattern

BREAK = re.compile(r"[;:.!?“”](?:\s|$)| — ")
"""What parts a sentence."""

_STOP = re.compile(r"[.!?](?=\s|$|”)")


def is_meant(text: str, start: int, end: int, clauses: Clauses) -> bool:
    """Whether what stands at ``start`` to ``end`` is the sentence's own advice or claim."""
    return not (is_denied(text, start, end, clauses) or is_attributed(text, start, end, clauses))


def is_denied(text: str, start: int, end: int, clauses: Clauses) -> bool:
    """Whether the clause around a phrase advises against it."""
    before = clauses.subordinate.sub(" ", _clause_before(text, start, clauses))
    before = clauses.not_negation.sub(" ", before)
    if clauses.negation.search(before):
        return True
    after = clauses.not_negation.sub(" ", text[end:])
    return bool(clauses.refutation.match(after))


def is_attributed(text: str, start: int, end: int, clauses: Clauses) -> bool:
    """Whether a phrase is told as somebody else's, without the sentence agreeing with it."""
    if not clauses.attribution.search(_since(clauses.attribution_end, text, start)):
        return False
    stop = _STOP.search(text, end)
    return not clauses.endorsement.search(text[end : stop.end() if stop else None])


def part_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of a sentence begins and ends in which ``start`` to ``end`` stands."""
    stops = [found.end() for found in BREAK.finditer(text, 0, start)]
    after = BREAK.search(text, end)
    return stops[-1] if stops else 0, after.end() if after else len(text)


def _clause_before(text: str, start: int, clauses: Clauses) -> str:
    return _since(clauses.boundary, text, start)


def _since(pattern: Pattern, text: str, end: int) -> str:
    """What stands between the last match of ``pattern`` and ``end``."""
    begun = 0
    for found in pattern.finditer(text, 0, end):
        begun = found.end()
    return text[begun:end]
