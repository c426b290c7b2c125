"""The search for secrets finds what is quoted, however it is written, and nothing else."""

from __future__ import annotations

import json

import pytest

from tests.support.secrets import all_quoted, quoted

TEXT = "Mi cuñado – dice “no”: espera dos días más."


@pytest.mark.parametrize(
    "log",
    [
        TEXT,
        json.dumps({"body": {"message": {"content": f"Now.\n{TEXT}"}}}),
        json.dumps({"event": repr({"content": TEXT})}),
        "cut: dice “no”: espera dos",
    ],
)
def test_a_quotation_is_found(log: str) -> None:
    assert quoted(TEXT, log)


@pytest.mark.parametrize("log", ["", "espera dos días", '{"event": "dice no", "seq": 2}'])
def test_nothing_else_is(log: str) -> None:
    assert quoted(TEXT, log) == []


def test_a_token_is_found_whole() -> None:
    assert all_quoted(["eyJh.eyJm.AbC-d"], "token=eyJh.eyJm.AbC-d;")
    assert all_quoted(["eyJh.eyJm.AbC-d", ""], "eyJh.eyJm.other") == []
