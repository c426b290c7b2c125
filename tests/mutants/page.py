"""The page's part: its changes and its tests, as `page_changes.mjs` finds them."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.change import Change
from tests.mutants.running import NODE

SCRIPT = Path(__file__).with_name("page_changes.mjs")


@dataclass(frozen=True)
class PageTests:
    """Which files of the page import which; all paths begin in `web`."""

    imports: dict[str, list[str]]

    def nearest(self, file: str) -> list[str]:
        """The test files that reach a file by their imports, those with the fewest steps first."""
        importers: dict[str, list[str]] = defaultdict(list)
        for one, imported in self.imports.items():
            for other in imported:
                importers[other].append(one)
        reached = [file.removeprefix("web/")]
        for one in reached:
            reached += [other for other in sorted(importers[one]) if other not in reached]
        return [one for one in reached if ".test." in one]


def page_changes(root: Path, files: Iterable[str]) -> tuple[list[Change], PageTests]:
    """All changes of files of the page, and what its tests reach."""
    names = [file.removeprefix("web/") for file in files]
    if not names:
        return [], PageTests({})
    done = subprocess.run(
        [NODE, str(SCRIPT), *names], cwd=root / "web", capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    return [Change(**change) for change in found["changes"]], PageTests(found["imports"])
