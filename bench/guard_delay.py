"""How much later the first words are seen because every sentence is checked.

``python -m bench.guard_delay`` runs both arms in turn, in one process, against one loopback server
that speaks at the speeds of usual providers. The arm without the guard reads the same stream of the
same model; only the check is left out.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median

from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose
from backend.domain.negotiation import Trigger
from backend.llm.adviser import Adviser, ModelTimeouts
from backend.llm.lines import Lines
from backend.llm.prompting import messages_for
from backend.llm.streaming import read
from tests.support.model_server import ModelServer, Script
from tests.unit.domain.briefs import brief

TIMEOUTS = ModelTimeouts(first_token=30, between_tokens=30, total=60)
FIRST_DELAY = 0.15
MODEL = "openai:test-model"


@dataclass(frozen=True)
class Timing:
    """Seconds from the question to the first text, to each character on average, to the end."""

    first: float
    mean: float
    last: float


def answers() -> list[tuple[Brief, str]]:
    """Questions with sound answers, so that both arms show the same."""
    asked = [
        brief(trigger, told, variation=variation, said=said)
        for variation in range(5)
        for trigger, told, said in (
            (Trigger.OPENING.value, "", None),
            (Trigger.BUYER_OFFER.value, "b18000 d24000 b18100", None),
            (Trigger.DEALER_PRICE.value, "b18000 d24000 b18100 d23500", "Best I can do."),
            (Trigger.CHAT.value, "b18000 d24000", "What should I say now?"),
        )
    ]
    return [(each, compose(each)) for each in asked]


def timed(pieces: Iterator[str]) -> Timing:
    start = time.perf_counter()
    seen = [(time.perf_counter() - start, len(piece)) for piece in pieces]
    characters = sum(length for _, length in seen)
    mean = sum(at * length for at, length in seen) / characters
    return Timing(seen[0][0], mean, seen[-1][0])


def compare(tokens_a_second: float, rounds: int) -> None:
    """Print how the arms differ at one speed."""
    bare_lines, candidate = Lines(MODEL, 30), Adviser(MODEL, TIMEOUTS).candidates[0]
    bare: list[Timing] = []
    guarded: list[Timing] = []
    with ModelServer() as server:
        os.environ.update(OPENAI_BASE_URL=server.base_url, OPENAI_API_KEY="bench")
        for index, (asked, text) in enumerate(islice(answers() * rounds, 20 * rounds)):
            server.script = Script(text, FIRST_DELAY, 1 / tokens_a_second)

            def without(asked: Brief = asked) -> Timing:
                return timed(read(bare_lines, messages_for(asked), TIMEOUTS, lambda: False))

            def with_guard(asked: Brief = asked) -> Timing:
                return timed(candidate.stream(asked, lambda: False))

            arms = [(without, bare), (with_guard, guarded)]
            for arm, results in arms if index % 2 else reversed(arms):
                results.append(arm())
    _report(tokens_a_second, bare[1:], guarded[1:])


def _report(tokens_a_second: float, bare: list[Timing], guarded: list[Timing]) -> None:
    print(f"{tokens_a_second:g} tokens/s, {len(bare)} answers each")
    for name in ("first", "mean", "last"):
        off = [getattr(each, name) * 1000 for each in bare]
        on = [getattr(each, name) * 1000 for each in guarded]
        added = median(with_ - without for with_, without in zip(on, off, strict=True))
        print(
            f"  {name:<6} off {median(off):7.1f} ms  on {median(on):7.1f} ms  "
            f"added {added:6.1f} ms  ratio {median(on) / median(off):.3f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speeds", type=float, nargs="+", default=[50.0, 100.0])
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    for speed in given.speeds:
        compare(speed, given.rounds)


if __name__ == "__main__":
    main()
