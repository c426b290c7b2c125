"""Reads a sentence into features: its words, what they stand for, and how they are meant.

A word stands for concepts, such as "limit" or "tell". It is meant as it stands, denied, told of
somebody else, put under a condition, or said to the dealer. Features are words, neighbouring
words and concepts, each as it is meant, and pairs of concepts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

_TOKEN = re.compile(r"#|[^\W\d_]+(?:['-][^\W\d_]+)*|[.,;:!?“”—]")
_NUMBER = re.compile(r"[$€]?\d[\d.,]*\d?k?%?")
_STOPS = frozenset(".;:!?“”—")
_STEM = 5
"""Letters by which forms of a word are known as one."""
_FEWEST_LETTERS = 3
_SCOPE = 8
"""Words that a negation reaches, and between two concepts of a pair, at the most."""
_SUBJECT_REACH = 3
"""Words between a subject and what it says."""
_MOST_KNOWN = 20_000


class Concepts:
    """What words stand for, from lines ``concept: word word* ...``; ``*`` is any ending."""

    def __init__(self, text: str) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        for line in text.splitlines():
            concept, _, words = line.partition(":")
            for word in words.split():
                table = self._beginnings if word.endswith("*") else self._words
                key = word.rstrip("*")
                table[key] = (*table.get(key, ()), concept)

    def of(self, word: str) -> tuple[str, ...]:
        """The concepts of a folded word."""
        found = self._known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = found
        return found

    def _look_up(self, word: str) -> tuple[str, ...]:
        found = list(self._words.get(word, ()))
        for end in range(_FEWEST_LETTERS, len(word) + 1):
            found += self._beginnings.get(word[:end], ())
        return tuple(dict.fromkeys(found))


@dataclass
class _Clause:
    """What has been read of a clause, as far as it tells how the next word is meant."""

    since_negation: int | None = None
    is_told: bool = False
    is_condition: bool = False
    since_subject: int | None = None
    place: int = 0
    recent: list[str] = field(default_factory=list)

    def meaning(self, *, is_quoted: bool) -> str:
        """How the next word is meant, in letters; nothing where it is meant as it stands."""
        said = ""
        if self.since_negation is not None:
            said = "n" if self.since_negation < _SCOPE else "m"
        return said + "a" * self.is_told + "i" * self.is_condition + "q" * is_quoted

    def pass_comma(self) -> _Clause:
        """The clause after a comma: conditions and subjects end there, a negation wanes."""
        since = None if self.since_negation is None else self.since_negation + _SUBJECT_REACH
        return replace(self, since_negation=since, is_condition=False, since_subject=None)

    def go_on(self, kinds: tuple[str, ...]) -> None:
        """Take a word in."""
        self.place += 1
        self.recent.extend(kinds)
        if self.since_negation is not None:
            self.since_negation += 1
        if "not" in kinds or "avoid" in kinds:
            self.since_negation = 0
        if "if" in kinds:
            self.is_condition = True
        if "they" in kinds:
            self.since_subject = 0
        elif self.since_subject is not None:
            self.is_told = self.is_told or "say" in kinds
            self.since_subject += 1
            if self.since_subject > _SUBJECT_REACH:
                self.since_subject = None
        if "but" in kinds or "and" in kinds:
            self.since_negation, self.is_told = None, False


def features(text: str, concepts: Concepts) -> set[str]:
    """The features of a folded sentence."""
    found: set[str] = set()
    clause, is_quoted = _Clause(), False
    before = previous = "^"
    seen: dict[str, None] = {}
    for mark in _TOKEN.findall(_NUMBER.sub(" # ", text)):
        if mark == ",":
            clause = clause.pass_comma()
            continue
        if mark in _STOPS:
            is_quoted = mark == "“" or (is_quoted and mark != "”")
            clause, previous = _Clause(), mark
            continue
        kinds, meant, stem = concepts.of(mark), clause.meaning(is_quoted=is_quoted), mark[:_STEM]
        found.update(
            (
                f"w{mark}",
                f"s{stem}|{meant}",
                f"b{previous} {mark}",
                f"t{before[:_STEM]} {previous[:_STEM]} {stem}",
            )
        )
        if clause.place < 3:
            found.add(f"^{clause.place}{stem}")
        for kind in kinds:
            found.add(f"k{kind}|{meant}")
            found.update(f"p{other}>{kind}|{meant}" for other in clause.recent[-_SCOPE:])
            found.update(f"o{other}>{kind}" for other in seen)
        seen.update(dict.fromkeys(kinds))
        clause.go_on(kinds)
        before, previous = previous, mark
    return found
