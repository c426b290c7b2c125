"""Lets only checked sentences of a model's stream out.

A sentence is held until its end has come and it is checked. Of the first one, words that can be no
part of anything guarded leave at once, so that readers do not wait for a whole sentence; should it
turn out wrong, only words that go on from there are taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import structlog

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import (
    LONGEST,
    Rules,
    Sentences,
    Violation,
    check,
    harmless_opening,
    rules_for,
    split,
    visible,
)
from backend.domain.advice.stand_ins import StandIns
from backend.llm.call import Call
from backend.llm.failures import ModelFailed
from backend.llm.prompting import private_texts
from backend.llm.repairing import Repair

MOST_WRONG = 2
"""Wrong sentences that are put right; with one more the whole answer is given up."""

FEWEST_WORDS = 12
"""What is left of an answer from which something was dropped must have so many words."""

_TAIL = 200
"""Characters of an unfinished sentence that are read again with what follows."""

_ENDED = re.compile(r"[.!?…:;”\"')\]]\s*$")
_BLANKS = re.compile(r"\s*$")

log = structlog.get_logger(__name__)


def guarded(
    pieces: Iterator[str], brief: Brief, repair: Repair, call: Call | None = None
) -> Iterator[str]:
    """Yield the answer that ``pieces`` hold, without anything that its brief does not allow.

    What was held back is counted on ``call``.

    Raises:
        ModelFailed: ``guarded_out`` where too much was wrong, or what ``pieces`` raises.
    """
    guard = Guard(brief, repair, call or Call())
    try:
        with closing(pieces):  # type: ignore[type-var]
            for piece in pieces:
                yield from guard.feed(piece)
        yield from guard.finish()
    finally:
        guard.report()


class Guard:
    """The guard over one answer."""

    def __init__(self, brief: Brief, repair: Repair, call: Call) -> None:
        self._brief = brief
        self._rules: Rules = rules_for(brief, private_texts=private_texts(brief.language))
        self._repair = repair
        self._stand_ins: StandIns | None = None
        self._sentences = Sentences()
        self._said = ""
        self._begun = ""
        self._gap = ""
        self._is_own = False
        self._wrong = call.guard_hits
        self._ways = call.guard_ways

    def feed(self, piece: str) -> Iterator[str]:
        """What may be shown after ``piece``."""
        for sentence in self._sentences.feed(piece):
            yield from self._pass(sentence)
        if not self._said:
            yield from self._begin()

    def finish(self) -> Iterator[str]:
        """What may be shown at the end of the model's stream."""
        for sentence in self._sentences.finish():
            yield from self._pass(sentence)
        if not self._is_own:
            raise ModelFailed("guarded_out" if self._wrong else "empty_answer")
        if self._ways["dropped"] and len(self._said.split()) < FEWEST_WORDS:
            raise ModelFailed("guarded_out")

    def report(self) -> None:
        """Log what was held back, by reason. No text is logged."""
        if self._wrong:
            log.info("guard_hits", reasons=dict(self._wrong), **self._ways)

    def _begin(self) -> Iterator[str]:
        """Words of the first sentence that can go before it has ended."""
        opening = harmless_opening(visible(self._sentences.held), self._rules, len(self._begun))
        if len(opening) > len(self._begun):
            fresh = opening[len(self._begun) :]
            self._begun = opening
            yield fresh

    def _pass(self, raw: str) -> Iterator[str]:
        sentence = visible(raw)
        blanks = _BLANKS.search(sentence)
        text = sentence[: blanks.start()] if blanks else sentence
        if text:
            violation = self._check(text)
            if violation is None:
                self._is_own = True
            else:
                text = self._put_right(text, violation)
        if not text.startswith(self._begun):
            raise ModelFailed("guarded_out")
        shown = text if self._said else text.lstrip()
        if shown:
            fresh = self._gap + shown[len(self._begun) :]
            self._said += self._gap + shown
            self._gap, self._begun = "", ""
            if fresh:
                yield fresh
        behind = sentence[len(sentence.rstrip()) :]
        self._gap = max(self._gap, behind, key=len) if self._said else ""

    def _check(self, text: str) -> Violation | None:
        before = _last(self._said)
        wrong = check(text, self._rules, before)
        if wrong is None and before and not _ENDED.search(before):
            # It may go on from what was cut off before it.
            wrong = check(f"{before[-_TAIL:]} {text}"[:LONGEST], self._rules)
        return wrong

    def _put_right(self, text: str, violation: Violation) -> str:
        """The model's second try, or the playbook's sentence, or nothing."""
        self._wrong[violation.reason.value] += 1
        if self._wrong.total() > MOST_WRONG:
            raise ModelFailed("guarded_out")
        repaired = self._repair(text, violation, self._begun.strip())
        if self._is_sound(repaired):
            self._ways["repaired"] += 1
            self._is_own = True
            return repaired
        if self._begun:
            # What is shown has to be taken back, which only another attempt can do.
            raise ModelFailed("guarded_out")
        if self._stand_ins is None:
            self._stand_ins = StandIns(self._brief)
        instead = self._stand_ins.instead_of(text, violation.reason, self._said)
        self._ways["replaced" if instead else "dropped"] += 1
        return instead or ""

    def _is_sound(self, repaired: str) -> bool:
        if not repaired or not repaired.startswith(self._begun) or repaired in self._said:
            return False
        return all(self._check(sentence) is None for sentence in split(repaired))


def _last(said: str) -> str:
    return split(said[-600:])[-1].strip() if said else ""
