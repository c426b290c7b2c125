"""The page's types: ``web/src/contract.ts``."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Sequence

import marshmallow as ma
from marshmallow import fields

from backend.codegen.published import (
    ANSWERS,
    BODIES,
    CHOICES,
    OBJECTS,
    STORED,
    Dialect,
    Schemas,
    named,
    names_of,
    type_of,
)
from backend.contract import events
from backend.contract.fields import Money

WIDTH = 92
HEAD = """\
/**
 * The contract's objects and events, by its names. Made from the backend's schemas: `make contract`
 * writes this file. Money is a two-place decimal string in US dollars, times are ISO 8601 UTC.
 */
"""
TYPESCRIPT = Dialect(
    plain={
        fields.Dict: "Record<string, unknown>",
        fields.String: "string",
        Money: "string",
        fields.UUID: "string",
        fields.Integer: "number",
        fields.Boolean: "boolean",
    },
    null="null",
    list_of=lambda kind: f"{kind}[]",
    choice_of=lambda words: named(words) or _union(words),
)


def typescript(schemas: Schemas = OBJECTS | ANSWERS | BODIES) -> str:
    """The whole file."""
    unions = [f"export type {name} = {_union(words)}" for name, words in CHOICES.items()]
    names = names_of(schemas)
    parts = [
        HEAD,
        "\n".join(unions) + "\n",
        *(_interface(name, schema, names) for name, schema in schemas.items()),
        f"export type StoredEvent = {' | '.join(STORED)}\n",
        "export type SubscribeAck = SubscribedAck | RefusedAck\n",
        _list("STORED_EVENT_NAMES", events.STORED_EVENTS),
        _list("PASSING_EVENT_NAMES", events.PASSING_EVENTS),
    ]
    return "\n".join(parts)


def _interface(name: str, schema: type[ma.Schema], names: dict[type[ma.Schema], str]) -> str:
    lines = list(_fields(schema(), names))
    comment = _comment(inspect.getdoc(schema) if schema.__doc__ else None)
    if not lines:
        return f"{comment}export type {name} = Record<string, never>\n"
    return f"{comment}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _fields(schema: ma.Schema, names: dict[type[ma.Schema], str]) -> Iterator[str]:
    for name, field in schema.fields.items():
        yield _comment(field.metadata.get("description"), indent="  ") + (
            f"  {name}{'' if field.required else '?'}: {type_of(field, names, TYPESCRIPT)}"
        )


def _comment(text: str | None, indent: str = "") -> str:
    if not text:
        return ""
    paragraphs = text.replace("``", "`").split("\n\n")
    lines = "\n\n".join(textwrap.fill(each, WIDTH) for each in paragraphs).split("\n")
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    body = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{body}{indent} */\n"


def _union(values: Sequence[str]) -> str:
    return " | ".join(f"'{value}'" for value in values)


def _list(name: str, values: events.Events) -> str:
    lines = "".join(f"  '{value}',\n" for value in values)
    return f"export const {name} = [\n{lines}] as const\n"
