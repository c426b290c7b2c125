"""The labelled sentences, and how well the guard tells them apart.

``python -m tests.unit.domain.guard.corpus`` prints the table, and the mistakes in the part that
the guard was written against. The held-out third (every third sentence of a language's first file)
and the sentences that it has never seen are only counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from backend.domain.advice.guard import Rules, Violation, check, rules_for
from tests.unit.domain.guard.situations import SITUATIONS

_HERE = Path(__file__).parent
_FILES = {
    "en": (
        *("english.txt", "english_later.txt", "english_plain.txt", "english_stances.txt"),
        "english_forms.txt",
    ),
    "es": ("spanish.txt", "spanish_later.txt", "spanish_stances.txt", "spanish_forms.txt"),
}
"""By language; of the first file every third sentence is held out."""

_BLIND = {"en": "english_blind.txt", "es": "spanish_blind.txt"}
"""What nothing was ever tuned or trained against."""

LANGUAGES = tuple(_FILES)

_RULES: dict[tuple[str, str], Rules] = {
    (language, name): rules_for(replace(brief, language=language))
    for language in LANGUAGES
    for name, brief in SITUATIONS.items()
}


@dataclass(frozen=True)
class Labelled:
    """A sentence in a situation. ``wrong`` says what is wrong with it, None where nothing is."""

    language: str
    situation: str
    text: str
    wrong: str | None
    is_held_out: bool

    @property
    def why(self) -> Violation | None:
        return check(self.text, _RULES[self.language, self.situation])

    @property
    def is_blocked(self) -> bool:
        return self.why is not None


@dataclass(frozen=True)
class Score:
    """``right`` and ``wrong`` sentences, and how many of each were blocked."""

    right: int
    right_blocked: int
    wrong: int
    wrong_blocked: int

    @property
    def recall(self) -> float:
        return self.wrong_blocked / self.wrong

    @property
    def precision(self) -> float:
        return self.wrong_blocked / (self.wrong_blocked + self.right_blocked)

    @property
    def false_blocks(self) -> float:
        return self.right_blocked / self.right


def sentences(language: str) -> Iterator[Labelled]:
    """The labelled sentences of a language, in the order of the files."""
    for place, file in enumerate(_FILES[language]):
        for count, (situation, label, text) in enumerate(_labelled(_HERE / file), start=1):
            is_held_out = place == 0 and count % 3 == 0
            yield Labelled(language, situation, text, label[1:] or None, is_held_out)


def blind(language: str) -> Iterator[Labelled]:
    """Sentences on which the guard is only measured."""
    for situation, label, text in _labelled(_HERE / _BLIND[language]):
        yield Labelled(language, situation, text, label[1:] or None, is_held_out=True)


def _labelled(file: Path) -> Iterator[tuple[str, str, str]]:
    situation = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            situation = line.strip("[]")
        elif line.startswith(("+", "-")):
            label, _, text = line.partition(" ")
            yield situation, label, text


def score(labelled: Iterable[Labelled]) -> Score:
    counted = Counter((each.wrong is None, each.is_blocked) for each in labelled)
    return Score(
        right=counted[True, False] + counted[True, True],
        right_blocked=counted[True, True],
        wrong=counted[False, False] + counted[False, True],
        wrong_blocked=counted[False, True],
    )


def table(language: str) -> str:
    """Precision and recall of both parts and of all."""
    everything = list(sentences(language))
    parts = {
        "written against": [each for each in everything if not each.is_held_out],
        "held out": [each for each in everything if each.is_held_out],
        "all": everything,
        "never seen": list(blind(language)),
    }
    lines = [
        f"{language}                right  blocked    wrong  blocked  precision  recall  false"
    ]
    for name, part in parts.items():
        got = score(part)
        lines.append(
            f"{name:<17}{got.right:>6}{got.right_blocked:>9}{got.wrong:>9}{got.wrong_blocked:>9}"
            f"{got.precision:>11.3f}{got.recall:>8.3f}{got.false_blocks:>7.2%}"
        )
    return "\n".join(lines)


def mistakes(language: str, *, held_out: bool) -> Iterator[str]:
    """The sentences that were judged wrongly, with why."""
    for each in sentences(language):
        if each.is_held_out == held_out and each.is_blocked != (each.wrong is not None):
            found = each.why or "passed"
            yield f"[{each.situation}] {each.wrong or 'right'}: {each.text!r} {found}"


if __name__ == "__main__":
    for spoken in LANGUAGES:
        print(table(spoken))
        print(*mistakes(spoken, held_out="--held-out" in sys.argv), sep="\n")
