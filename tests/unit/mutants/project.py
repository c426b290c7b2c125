"""A project of three functions, for the tool that changes lines."""

from __future__ import annotations

from pathlib import Path

CODE = """\
def is_cheap(price):
    return price < 100


def rounded(price):
    return price + 5


def forgotten(price):
    return price * 7
"""
TESTS = """\
from backend.actions.prices import is_cheap, rounded


def test_what_is_cheap():
    assert is_cheap(99) is True
    assert is_cheap(100) is False


def test_rounding():
    rounded(1)
"""


def write_project(directory: Path) -> None:
    """Line 2 has a test that knows its border, line 6 one that looks at nothing, line 10 none."""
    for name, text in {
        "backend/__init__.py": "",
        "backend/actions/__init__.py": "",
        "backend/actions/prices.py": CODE,
        "tests/__init__.py": "",
        "tests/unit/__init__.py": "",
        "tests/unit/test_prices.py": TESTS,
    }.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(text)
