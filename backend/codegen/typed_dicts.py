"""The Python code's types: ``backend/contract/shapes.py``."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Sequence

import marshmallow as ma
from marshmallow import fields

from backend.codegen.published import (
    CHOICES,
    OBJECTS,
    STORED,
    Dialect,
    Schemas,
    named,
    names_of,
    type_of,
)
from backend.contract import choices

HEAD = '''\
"""The contract's objects and events as types, made of its schemas: ``make contract`` writes this.

Money is a two-place decimal string in US dollars, times are ISO 8601 UTC.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

'''


def _choice(words: Sequence[str]) -> str:
    name = named(words)
    if name is None:
        return f"Literal[{', '.join(map(json.dumps, words))}]"
    return name if hasattr(choices, name) else "str"  # an enumeration's values are plain here


PYTHON = Dialect(
    plain={
        fields.Dict: "dict[str, Any]",
        fields.String: "str",
        fields.UUID: "str",
        fields.Integer: "int",
        fields.Boolean: "bool",
    },
    null="None",
    list_of=lambda kind: f"list[{kind}]",
    choice_of=_choice,
)


def typed_dicts(schemas: Schemas = OBJECTS) -> str:
    """The whole file."""
    names = names_of(schemas)
    shapes = [_shape(name, schema, names) for name, schema in schemas.items()]
    used = sorted(name for name in CHOICES if hasattr(choices, name))
    lines = "".join(f"    {name},\n" for name in used)
    head = f"{HEAD}from backend.contract.choices import (\n{lines})\n"
    return "\n\n".join([head, *shapes, f"StoredEvent = {' | '.join(STORED)}\n"])


def _shape(name: str, schema: type[ma.Schema], names: dict[type[ma.Schema], str]) -> str:
    lines = [f"class {name}(TypedDict):"]
    if schema.__doc__:
        lines.append(_docstring(inspect.getdoc(schema) or ""))
    lines += _fields(schema(), names)
    return "\n".join(lines).rstrip() + "\n"


def _docstring(text: str) -> str:
    end = "\n    " if "\n" in text else ""
    return "\n".join(f"    {line}".rstrip() for line in f'"""{text}'.split("\n")) + f'{end}"""\n'


def _fields(schema: ma.Schema, names: dict[type[ma.Schema], str]) -> Iterator[str]:
    for name, field in schema.fields.items():
        kind = type_of(field, names, PYTHON)
        yield f"    {name}: {kind if field.required else f'NotRequired[{kind}]'}"
