"""The list of changes that nobody can see."""

from __future__ import annotations

from stack.layout import ROOT
from tests.mutants.__main__ import shown
from tests.mutants.sampling import all_changes, equivalent


def test_each_that_is_listed_is_a_change_of_the_sources() -> None:
    known = equivalent(ROOT)
    assert known
    changes, _ = all_changes(ROOT, {each.file for each in known})
    assert not known.keys() - {shown(ROOT, change) for change in changes}
