"""What is news to a buyer, and what they did themselves."""

from __future__ import annotations

import pytest

from backend.domain.news import is_news


@pytest.mark.parametrize(
    ("role", "status", "code", "expected"),
    [
        ("agent", "complete", None, True),
        ("agent", "failed", None, True),
        ("agent", "streaming", None, False),
        ("agent", "stopped", None, False),
        ("system", "complete", "expired", True),
        ("system", "complete", "agreed", False),
        ("system", "complete", "walked_away", False),
        ("user", "complete", None, False),
        ("dealer", "complete", None, False),
    ],
)
def test_what_the_buyer_did_not_do(
    role: str, status: str, code: str | None, expected: bool
) -> None:
    assert is_news(role, status, {"code": code}) is expected
