"""Reads what a dealer does with words: presses, refuses, agrees, asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.domain.dealer_reading.folding import Folded
from backend.domain.dealer_reading.language import Language
from backend.domain.dealer_reading.reading import Intent, Signal
from backend.domain.dealer_reading.sentences import Sentences

MAX_SIGNALS = 100
_QUESTION_MARK = re.compile(r"\?[!?]*[\"')]?\Z")


def read_signals(folded: Folded, language: Language) -> tuple[Signal, ...]:
    """The signals in the order of the text. Words that show two intents are named twice."""
    found = [*_intents(folded, language), *_questions(folded, language)]
    found.sort(key=lambda signal: (signal.quote.start, signal.intent))
    return tuple(found[:MAX_SIGNALS])


def _intents(folded: Folded, language: Language) -> Iterator[Signal]:
    for intent, pattern in language.intents.items():
        for count, match in enumerate(pattern.finditer(folded.text)):
            if count >= MAX_SIGNALS:
                break
            yield Signal(folded.quote(*match.span()), intent)


def _questions(folded: Folded, language: Language) -> Iterator[Signal]:
    for start, end in Sentences(folded.text):
        sentence = folded.text[start:end].rstrip()
        begin = end - len(folded.text[start:end].lstrip())
        if begin >= start + len(sentence):
            continue
        if _QUESTION_MARK.search(sentence) or language.question.match(folded.text, begin):
            yield Signal(folded.quote(begin, start + len(sentence)), Intent.QUESTION)
