"""The web client's types, made of the schemas: ``make contract`` writes ``web/src/contract.ts``.

What the server validates and describes is what the page is compiled against; a test fails where the
file is not what these schemas make.
"""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from backend.contract import events, message_data, objects
from backend.domain.negotiation import Party, Status
from backend.domain.pricing import Action
from backend.locales import LANGUAGES

WIDTH = 92
HEAD = """\
/**
 * The contract's objects and events, by its names. Made from the backend's schemas: `make contract`
 * writes this file. Money is a two-place decimal string in US dollars, times are ISO 8601 UTC.
 */
"""
UNIONS: dict[str, Sequence[str]] = {
    "NegotiationStatus": tuple(Status),
    "Party": tuple(Party),
    "Role": ("user", "agent", "dealer", "system"),
    "MessageKind": ("chat", "offer", "dealer_message", "advice", "notice"),
    "MessageStatus": ("complete", "streaming", "failed", "stopped"),
    "ReplyStatus": ("pending", "running", "complete", "failed", "stopped"),
    "AdviceAction": tuple(Action),
    "FallbackReason": ("daily_limit", "reply_limit", "model_unavailable"),
}
"""Choices that the page has a word for; each must be the choice of some field."""

INTERFACES: dict[str, type[ma.Schema]] = {
    "VehicleObject": objects.VehicleOut,
    "NegotiationObject": objects.NegotiationOut,
    "OfferData": message_data.OfferData,
    "DealerMessageData": message_data.DealerMessageData,
    "AdviceData": message_data.AdviceData,
    "MessageObject": objects.MessageOut,
    "ReplyObject": objects.ReplyOut,
    "RunningReplyObject": objects.RunningReplyOut,
    "NewMessageEvent": events.NewMessageOut,
    "MessageUpdatedEvent": events.MessageUpdatedOut,
    "NegotiationUpdatedEvent": events.NegotiationUpdatedOut,
    "TypingIndicatorEvent": events.TypingIndicatorOut,
    "MessageDeltaEvent": events.MessageDeltaOut,
    "ErrorEvent": events.ErrorOut,
    "SeenObject": objects.SeenOut,
    "NegotiationActivityEvent": events.NegotiationActivityOut,
    "AuthExpiredEvent": events.AuthExpiredOut,
    "GoingAwayEvent": events.GoingAwayOut,
    "UserObject": objects.UserOut,
    "SubscribedAck": events.SubscribeAck,
    "RefusedAck": events.ErrorAck,
}
STORED = ("NewMessageEvent", "MessageUpdatedEvent", "NegotiationUpdatedEvent")
NAMES = {schema: name for name, schema in INTERFACES.items()} | {
    objects.StoredEventOut: "StoredEvent"
}
PLAIN: dict[type[fields.Field[Any]], str] = {
    fields.Dict: "Record<string, unknown>",
    fields.UUID: "string",
    fields.Integer: "number",
    fields.Boolean: "boolean",
}
OPEN = tuple(LANGUAGES)
"""A choice that grows without the page: the server may come to know more languages than it."""


def contract() -> str:
    """The whole file."""
    unions = [f"export type {name} = {_union(UNIONS[name])}" for name in UNIONS]
    stored = [name for name, schema in events.SERVER_EVENTS.items() if NAMES[schema] in STORED]
    passing = [name for name in events.SERVER_EVENTS if name not in stored]
    parts = [
        HEAD,
        "\n".join(unions) + "\n",
        *(_interface(name, schema) for name, schema in INTERFACES.items()),
        f"export type StoredEvent = {' | '.join(STORED)}\n",
        "export type SubscribeAck = SubscribedAck | RefusedAck\n",
        _list("STORED_EVENT_NAMES", stored),
        _list("PASSING_EVENT_NAMES", passing),
    ]
    return "\n".join(parts)


def _interface(name: str, schema: type[ma.Schema]) -> str:
    lines = list(_fields(schema()))
    comment = _comment(inspect.getdoc(schema) if schema.__doc__ else None)
    if not lines:
        return f"{comment}export type {name} = Record<string, never>\n"
    return f"{comment}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _fields(schema: ma.Schema) -> Iterator[str]:
    for name, field in schema.fields.items():
        yield _comment(field.metadata.get("description"), indent="  ") + (
            f"  {name}{'' if field.required else '?'}: {_type(field)}"
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


def _type(field: fields.Field[Any]) -> str:
    return _not_null(field) + (" | null" if field.allow_none else "")


def _not_null(field: fields.Field[Any]) -> str:
    if isinstance(field, fields.Nested):
        return NAMES[type(field.schema)]
    if isinstance(field, fields.List):
        return f"{_type(field.inner)}[]"
    if isinstance(field, fields.Enum):
        return _choice([each.value for each in field.enum])
    if isinstance(field, fields.String):
        return _text(field)
    for kind, plain in PLAIN.items():
        if isinstance(field, kind):
            return plain
    raise TypeError(f"no type of the page's is known for {field!r}")


def _text(field: fields.String) -> str:
    for validator in field.validators:
        if isinstance(validator, validate.OneOf):
            return _choice([str(choice) for choice in validator.choices])
        if isinstance(validator, validate.Equal):
            return _union([validator.comparable])
    return "string"


def _choice(values: Sequence[str]) -> str:
    if set(values) == set(OPEN):
        return "string"
    named = (name for name, union in UNIONS.items() if set(union) == set(values))
    return next(named, _union(values))


def _union(values: Sequence[str]) -> str:
    return " | ".join(f"'{value}'" for value in values)


def _list(name: str, values: Sequence[str]) -> str:
    lines = "".join(f"  '{value}',\n" for value in values)
    return f"export const {name} = [\n{lines}] as const\n"


if __name__ == "__main__":
    sys.stdout.write(contract())
