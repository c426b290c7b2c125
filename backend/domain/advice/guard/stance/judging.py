"""Weighs the features of a sentence: what stance it is of, and how likely."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from backend.domain.advice.guard.stance.features import Concepts, features

SCALE = 32
"""Weights are kept as whole numbers of this many to one."""

_NOTHING = ord("P")
_LOWEST, _HIGHEST = ord("!") - _NOTHING, ord("~") - _NOTHING


class Stance(StrEnum):
    """What a sentence does, beyond its figures."""

    RIGHT = "right"
    ACCEPT = "accept"  # advises a yes to the dealer's price, or praises it
    EXCEED = "exceed"  # advises more than the buyer's limit
    SECRET = "secret"  # noqa: S105  tells the dealer what only the buyer may know
    MIDDLE = "middle"
    COMMIT = "commit"  # binds the buyer, or says that the adviser has done so
    DONE = "done"  # says that the bargain is struck
    DEALER = "dealer"  # works for the dealer: hurry, trust, fees, add-ons


STANCES = tuple(Stance)


@dataclass(frozen=True)
class Weights:
    """What a language's features speak for: per feature a weight for each of ``STANCES``."""

    concepts: Concepts
    of_features: Mapping[str, tuple[int, ...]]

    @classmethod
    def read(cls, words: str, weights: str) -> Weights:
        """From the texts of the two data files.

        A line of weights is a feature and one letter for each stance, as :func:`written` has it.
        """
        table = {}
        for line in weights.splitlines():
            feature, _, letters = line.partition("\t")
            table[feature] = tuple(ord(letter) - _NOTHING for letter in letters)
        return cls(Concepts(words), table)


def written(weights: Mapping[str, Sequence[float]]) -> str:
    """The text of a data file: ``kmiddle|n<TAB>PaPPJPPP``, where P is 0, Q is 1, O is -1."""

    def letter(weight: float) -> str:
        return chr(_NOTHING + min(max(round(weight * SCALE), _LOWEST), _HIGHEST))

    rows = ((feature, "".join(map(letter, weights[feature]))) for feature in sorted(weights))
    return "".join(f"{feature}\t{row}\n" for feature, row in rows if row.strip("P"))


@dataclass(frozen=True)
class Judgement:
    """How likely a sentence is of each stance; the shares add up to 1."""

    shares: Mapping[Stance, float]

    def likelihood(self, stances: frozenset[Stance]) -> float:
        """That it is of one of ``stances``."""
        return math.fsum(self.shares[stance] for stance in stances)

    def likeliest(self, stances: frozenset[Stance]) -> Stance:
        """Which one of ``stances`` it most likely is of."""
        return max((stance for stance in STANCES if stance in stances), key=self.shares.__getitem__)


def judge(text: str, language: str) -> Judgement | None:
    """What a folded sentence does, or None where there are no weights for it."""
    weights = _weights_of(language)
    return None if weights is None else weigh(text, weights)


def weigh(text: str, weights: Weights) -> Judgement | None:
    """What a folded sentence does, by ``weights``; None if they know nothing of what is in it."""
    found = (weights.of_features.get(each) for each in features(text, weights.concepts))
    rows = [row for row in found if row]
    if not rows:
        return None
    sums = [sum(column) / SCALE for column in zip(*rows, strict=True)]
    highest = max(sums)
    powers = [math.exp(each - highest) for each in sums]
    whole = math.fsum(powers)
    return Judgement({stance: power / whole for stance, power in zip(STANCES, powers, strict=True)})


@lru_cache(maxsize=8)
def _weights_of(language: str) -> Weights | None:
    here = files(__package__)
    words, weights = here / f"{language}.words.txt", here / f"{language}.weights.txt"
    if not words.is_file() or not weights.is_file():
        return None
    return Weights.read(words.read_text(encoding="utf-8"), weights.read_text(encoding="utf-8"))
