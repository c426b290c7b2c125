"""Learns the weights of features from examples: softmax regression with AdaGrad and dropout.

Duchi, Hazan and Singer, 2011 (AdaGrad); Wang and Manning, 2013 (dropout in log-linear models). An
example that may be of several stances counts for each by how likely it is now. Pure Python, one
process, and the same weights on every machine for the same examples.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence, Set

from backend.domain.advice.guard.stance.features import Concepts, features
from backend.domain.advice.guard.stance.judging import STANCES, Stance, written
from backend.domain.advice.guard.text import folded
from bench.stance.patterns import Example

EPOCHS = 12
RATE = 0.1
DROPPED = 0.3
"""Share of an example's features that are left out each time, so that none is relied on alone."""
LEAST_SEEN = 2
NEGLIGIBLE = 0.004
OF_RIGHT = 2.0
"""What a right sentence counts for, so that few are blocked: more than a wrong one."""

Row = list[float]


def learn(examples: Sequence[Example], concepts: Concepts, kept: int, chance: random.Random) -> str:
    """The weights as the text of a data file.

    They are learnt twice: of all features, and then of the ``kept`` ones that said most.
    """
    read = [sorted(features(folded(each.text), concepts)) for each in examples]
    seen = Counter(feature for each in read for feature in each)
    everything = {feature for feature, count in seen.items() if count >= LEAST_SEEN}
    first = _learnt(examples, read, everything, EPOCHS // 2, chance)
    said = {feature: max(map(abs, row)) * seen[feature] ** 0.25 for feature, row in first.items()}
    most = sorted(said, key=lambda feature: (-said[feature], feature))[:kept]
    return written(_learnt(examples, read, set(most), EPOCHS, chance))


def _learnt(
    examples: Sequence[Example],
    read: Sequence[Sequence[str]],
    among: Set[str],
    epochs: int,
    chance: random.Random,
) -> dict[str, Row]:
    weights = {feature: [0.0] * len(STANCES) for feature in sorted(among)}
    squares = {feature: [1.0] * len(STANCES) for feature in weights}
    known = [[feature for feature in each if feature in weights] for each in read]
    order = list(range(len(examples)))
    for _ in range(epochs):
        chance.shuffle(order)
        for place in order:
            left = [feature for feature in known[place] if chance.random() >= DROPPED]
            slopes = _slopes(examples[place], [weights[each] for each in left])
            if max(map(abs, slopes)) < NEGLIGIBLE:
                continue
            for feature in left:
                _step(weights[feature], squares[feature], slopes)
    return weights


def _slopes(example: Example, rows: Sequence[Row]) -> Row:
    """The loss's slope by each stance's sum of weights."""
    spared = 1 / (1 - DROPPED)
    sums = [spared * sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(STANCES)
    highest = max(sums)
    shares = [math.exp(each - highest) for each in sums]
    whole = sum(shares)
    allowed = sum(
        share for share, stance in zip(shares, STANCES, strict=True) if stance in example.stances
    )
    weight = example.weight * (OF_RIGHT if Stance.RIGHT in example.stances else 1.0)
    return [
        weight
        * (share / whole - (share / max(allowed, 1e-300) if stance in example.stances else 0.0))
        for share, stance in zip(shares, STANCES, strict=True)
    ]


def _step(row: Row, squares: Row, slopes: Row) -> None:
    for place, slope in enumerate(slopes):
        if abs(slope) >= NEGLIGIBLE:
            squares[place] += slope * slope
            row[place] -= RATE * slope / math.sqrt(squares[place])
