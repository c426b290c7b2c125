"""A model server that streams slowly and sometimes fails, hangs or drops the line, by a seed.

A process of its own: ``python -m tests.faults.flaky_model --port 9001 --seed 7``.
"""

from __future__ import annotations

import argparse
import random
import signal
import threading
from typing import Any

from tests.support.model_server import ModelServer, Script

# In short sentences: the guard lets them out whole.
TEXT = """
stay wait ask listen hold compare quietly kindly “firmly” — 🚗 dealer offer market patience
numbers options straße naïve 👍🏽 think again then decide nothing today because time helps
"""
WORDS = TEXT.split()
TROUBLE: tuple[Script, ...] = (
    Script(status=500),
    Script(status=429),
    Script(fault="cut"),
    Script(fault="no_end"),
    Script(fault="malformed"),
    Script(fault="half_character"),
    Script(fault="hang"),
    Script(fault="hang_midway"),
)


class FlakyModel(ModelServer):
    """Answers each request in another way."""

    def __init__(self, port: int, seed: int, trouble: float, word_delay: float) -> None:
        super().__init__(port=port)
        self._random = random.Random(seed)
        self._trouble = trouble
        self._word_delay = word_delay

    def record(self, body: dict[str, Any]) -> Script:
        super().record({})
        with self._changed:
            script = Script()
            if self._random.random() < self._trouble:
                script = self._random.choice(TROUBLE)
            count = self._random.randrange(3, 8)
            sentences = (self._random.choices(WORDS, k=4) for _ in range(count))
            return Script(
                text=" ".join(f"{' '.join(words).capitalize()}." for words in sentences),
                first_delay=self._random.uniform(0, 3) * self._word_delay,
                token_delay=self._word_delay,
                status=script.status,
                fault=script.fault,
            )


def main() -> None:
    """Serve until terminated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trouble", type=float, default=0.15, help="the share of bad answers")
    parser.add_argument("--word-delay-ms", type=float, default=30.0)
    given = parser.parse_args()
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with FlakyModel(given.port, given.seed, given.trouble, given.word_delay_ms / 1000) as server:
        print(f"model server: {server.base_url}", flush=True)
        ended.wait()


if __name__ == "__main__":
    main()
