"""``make stances``: learn the guard's weights anew and write them where the guard reads them.

Some minutes for each language. The same corpus gives the same files.
"""

from __future__ import annotations

import argparse
import random
from importlib.resources import files
from pathlib import Path

from backend.domain.advice.guard import stance
from backend.domain.advice.guard.stance.features import Concepts
from bench.stance.corpus import FILES, SEED, corpus
from bench.stance.learning import learn

KEPT = 13_000
"""Features in a file, which is then less than 300 KB."""


def main() -> None:
    """Write the weights of the languages asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=list(FILES))
    here = Path(str(files(stance.__name__)))
    for language in parser.parse_args().languages:
        concepts = Concepts((here / f"{language}.words.txt").read_text(encoding="utf-8"))
        examples = list(corpus(language))
        text = learn(examples, concepts, KEPT, random.Random(SEED))  # noqa: S311
        (here / f"{language}.weights.txt").write_text(text, encoding="utf-8")
        print(f"{language}: {len(examples)} examples, {len(text) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
