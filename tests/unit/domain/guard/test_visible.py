"""What of a text is shown."""

from __future__ import annotations

import pytest

from backend.domain.advice.guard.text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pa\u0300\u0301\u0302\u0303y", "pa\u0300\u0301y"),
        ("Vie\u0323\u0302t", "Vie\u0323\u0302t"),
        ("cafe\u0301", "cafe\u0301"),
    ],
)
def test_a_letter_keeps_two_of_the_marks_that_are_piled_on_it(text: str, shown: str) -> None:
    assert visible(text) == shown
