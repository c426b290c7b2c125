"""Objects out of rows, by their schemas: the one place where a schema's fields become values.

``Schema.dump`` does the same, but asks of every field of every object what it asked of the one
before; objects are made at each step of a negotiation, and a hundred of them for one list. So it is
asked once, when the serializer is made. A test holds both against each other.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import marshmallow as ma
from marshmallow import fields

from backend.clock import to_json as time_to_json
from backend.contract.fields import Choice, Moment, MoneyText
from backend.domain import money

Serializer = Callable[[Any], Any]

_WRITERS: dict[type[fields.Field[Any]], Serializer | None] = {
    MoneyText: money.to_json,
    Moment: time_to_json,
    Choice: str,
    fields.UUID: str,
    fields.String: None,
    fields.Integer: None,
    fields.Boolean: None,
    fields.Dict: None,
}
"""By kind of field, the first that fits; None keeps the value as it is."""


def serializer(schema: type[ma.Schema]) -> Serializer:
    """What makes a schema's JSON object of anything that has the attributes its fields name."""
    parts = [
        (name, attrgetter(field.attribute or name), _writer(field))
        for name, field in schema().fields.items()
    ]

    def dump(source: Any) -> dict[str, Any]:
        return {
            name: value if (value := read(source)) is None or write is None else write(value)
            for name, read, write in parts
        }

    return dump


def _writer(field: fields.Field[Any]) -> Serializer | None:
    if isinstance(field, fields.Nested):
        return serializer(type(field.schema))
    if isinstance(field, fields.List):
        return _list_writer(_writer(field.inner))
    for kind, write in _WRITERS.items():
        if isinstance(field, kind):
            return write
    raise TypeError(f"nobody knows how {field!r} is written")


def _list_writer(write: Serializer | None) -> Serializer:
    if write is None:
        return list
    return lambda values: [write(value) for value in values]
