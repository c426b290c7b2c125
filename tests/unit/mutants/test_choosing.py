"""Which of a change's tests are run when there are more than time allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from stack.layout import ROOT
from tests.mutants.change import Change
from tests.mutants.covering import Covering
from tests.mutants.page import PageTests
from tests.mutants.trying import ALSO, MOST_TESTS, Trial

CHANGED = "backend/domain/advice/guard/text.py"
FAR = [f"tests/integration/api/test_{number}.py" for number in range(4)]
NEAR = "tests/unit/domain/guard/test_text.py"


def chosen(tests: list[str]) -> list[str]:
    covering = Covering(Path(), [])
    covering.seconds.update(dict.fromkeys(tests, 0.001))
    return Trial(covering, PageTests({}))._chosen(tests, CHANGED)


def test_each_file_has_one_and_the_nearest_has_most() -> None:
    tests = [f"{file}::test_{number:03}" for file in [*FAR, NEAR] for number in range(300)]
    found = chosen(tests)
    assert len(found) == MOST_TESTS
    files = [one.partition("::")[0] for one in found]
    assert set(files) == {*FAR, NEAR}
    assert files.count(NEAR) > MOST_TESTS / 2


def test_what_fits_is_run_whole() -> None:
    tests = [f"{file}::test_{number}" for file in [*FAR, NEAR] for number in range(5)]
    assert sorted(chosen(tests)) == sorted(tests)


@pytest.mark.parametrize(
    ("file", "test"),
    [
        ("backend/storage/models.py", "tests/integration/storage/test_migrations.py"),
        (CHANGED, "tests/unit/domain/guard/test_as_read.py"),
    ],
)
def test_what_is_said_once_is_judged_by_those_who_compare_all_of_it(file: str, test: str) -> None:
    changed = Change(file, 1, 0, 1, "", 1, 1, at_import=True)
    trial = Trial(Covering(Path(), []), PageTests({}))
    assert test in {each for batch in trial._tests(changed, ROOT) for each in batch}
    assert all((ROOT / each).exists() for tests in ALSO.values() for each in tests)
