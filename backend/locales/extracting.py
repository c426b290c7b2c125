"""Finds the texts for the catalogues: what ``wordings`` and ``translatable`` mark, and the prompts'
lines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

BACKEND = Path(__file__).resolve().parents[1]
PROMPTS = BACKEND / "llm" / "prompts"
_MARKS = ("wordings", "translatable")


def template() -> Catalog:
    """All texts in the order of their files, with where they stand."""
    catalogue = Catalog(project="adviser", fuzzy=False)
    for file, text in _texts():
        catalogue.add(text, locations=[(str(file.relative_to(BACKEND.parent)), 0)])
    return catalogue


def _texts() -> Iterator[tuple[Path, str]]:
    for file in sorted(BACKEND.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield from ((file, text) for text in _marked(node))
    for file in sorted(PROMPTS.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        yield from ((file, line) for line in lines if any(map(str.isspace, line)) or line.isalpha())


def _marked(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=mark), args=[ast.Constant(value=str(text))]):
            if mark in _MARKS:
                blocks = text.strip().split("\n\n") if mark == "wordings" else [text]
                yield from (" ".join(block.split()) for block in blocks)
