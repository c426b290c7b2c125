"""``make model-check``: a real model that invents figures, and what of it would reach a buyer.

Each of real ads is opened as a buyer would open it, and the model words the advice.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from math import inf
from pathlib import Path

from tqdm import tqdm

from backend.llm.lines import Lines
from bench.advice_audit import Counts, answer, inspect, opening
from bench.small_model import SmallModelLines
from demo.ad_run import SAMPLE, parsed_ads, read_ads
from demo.ads import Listing, Rejection

MAX_TOKENS = 120
FEWEST = 2
"""So many listings are looked at, however little time there is."""


def listings(file: Path, count: int) -> list[Listing]:
    """The first ``count`` ads of a file that name a car and a price."""
    parsed = parsed_ads(read_ads(file))
    return [found for found in parsed if not isinstance(found, Rejection)][:count]


def run(lines: Lines, cars: Sequence[Listing], minutes: float = inf) -> Counts:
    """Have every car's opening worded, and count; as many as fit into about so many minutes."""
    counts, begun = Counts(), time.monotonic()
    for number, listing in enumerate(tqdm(cars, unit="listing")):
        if number >= FEWEST and (time.monotonic() - begun) * (1 + 1 / number) > minutes * 60:
            break
        brief = opening(listing, number)
        inspect(answer(lines, brief, counts), brief, counts)
        counts.listings += 1
    counts.seconds = time.monotonic() - begun
    return counts


def main() -> int:
    """Print the counts; 1 when anything wrong was shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listings", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=inf, help="stop when these are over")
    parser.add_argument("--file", type=Path, default=SAMPLE)
    parser.add_argument("--polite", action="store_true", help="let all others go first")
    given = parser.parse_args()
    if given.polite:
        os.nice(5)
    cars = listings(given.file, given.listings)
    counts = run(SmallModelLines(MAX_TOKENS), cars, given.minutes)
    print("\n".join(counts.lines()))
    return 1 if counts.unfounded or counts.failing or not counts.said else 0


if __name__ == "__main__":
    sys.exit(main())
