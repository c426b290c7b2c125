"""What modules load, and what they must not hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from stack.layout import ROOT

NOT_IN_THE_GATEWAY = ("langchain", "langchain_core", "httpx", "openai", "worker", "backend.llm")

MONEY_CODE = sorted(
    [
        *(ROOT / "backend" / "domain" / "pricing").glob("*.py"),
        *(ROOT / "backend" / "domain" / name for name in ("money.py", "negotiation.py")),
        ROOT / "backend" / "domain" / "advice" / "brief.py",
        *(ROOT / "backend" / "actions" / name for name in ("advising.py", "objects.py")),
        ROOT / "backend" / "contract" / "fields.py",
    ]
)


def test_there_is_one_migration_head() -> None:
    heads = ScriptDirectory.from_config(Config(ROOT / "alembic.ini")).get_heads()
    assert len(heads) == 1


@pytest.mark.parametrize("name", ["backend.app", "wsgi"])
def test_the_gateway_loads_no_model_and_no_worker(name: str) -> None:
    tell = f"import sys, {name}; print('\\n'.join(sys.modules))"
    environment = {
        "DATABASE_URL": "sqlite://",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SECRET_KEY": "a key for tests, long enough to sign",
    }
    done = subprocess.run(
        [sys.executable, "-c", tell],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "backend.api.negotiations" in loaded
    assert not loaded & set(NOT_IN_THE_GATEWAY)


def floats_in(tree: ast.AST) -> list[int]:
    """The lines with a float literal, or with the name `float`."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]


def test_floats_are_found_where_there_are_some() -> None:
    assert floats_in(ast.parse("a: float = x\nb = 0.5\nc = 1")) == [1, 2]


@pytest.mark.parametrize("path", MONEY_CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_money_knows_no_floats(path: Path) -> None:
    assert floats_in(ast.parse(path.read_text())) == []
