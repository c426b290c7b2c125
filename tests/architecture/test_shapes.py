"""A shape is written once: what a field is added to is the schema, and nothing else."""

from __future__ import annotations

import difflib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.codegen.typed_dicts import typed_dicts
from backend.codegen.typescript import typescript
from stack.layout import ROOT

TELL = """
import json
from datetime import UTC, datetime
from uuid import UUID

from backend.actions.objects import negotiation_object
from backend.api.descriptions import asyncapi
from backend.codegen.typed_dicts import typed_dicts
from backend.codegen.typescript import typescript
from backend.storage.models import Negotiation

row = Negotiation(
    id=UUID(int=1), status="active", vehicle_year=2019, vehicle_make="Toyota",
    vehicle_model="Camry", asking_cents=2, target_cents=1, strategy="", round=1, max_rounds=2,
    last_seq=7, suggestion_seq=5, created_at=datetime.now(UTC), updated_at=datetime.now(UTC),
)
print(json.dumps({
    "object": negotiation_object(row),
    "described": asyncapi()["components"]["schemas"]["NegotiationOut"],
    "python": typed_dicts(),
    "page": typescript(),
}))
"""


def told(root: Path) -> dict[str, Any]:
    """What the code at ``root`` makes of a negotiation."""
    done = subprocess.run(
        [sys.executable, "-c", TELL], cwd=root, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def lines_added(before: str, after: str) -> list[str]:
    """What is new in a file of which nothing else has changed."""
    changes = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in changes if line.startswith("- ")]
    return [line[2:] for line in changes if line.startswith("+ ")]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The backend's code, to be changed."""
    ignored = shutil.ignore_patterns("__pycache__", "*.po", "*.weights.txt")
    shutil.copytree(ROOT / "backend", tmp_path / "backend", ignore=ignored)
    return tmp_path


def test_a_field_added_to_a_schema_is_in_all_that_is_made_of_it(copy: Path) -> None:
    schemas = copy / "backend" / "contract" / "objects.py"
    before = "class NegotiationOut(ma.Schema):\n"
    field = '    as_of = fields.Integer(required=True, attribute="suggestion_seq")\n'
    schemas.write_text(schemas.read_text().replace(before, before + field))
    made = told(copy)
    assert made["object"]["as_of"] == 5
    assert made["described"]["properties"]["as_of"] == {"type": "integer"}
    assert "as_of" in made["described"]["required"]
    assert lines_added(typed_dicts(), made["python"]) == ["    as_of: int"]
    assert lines_added(typescript(), made["page"]) == ["  as_of: number"]
