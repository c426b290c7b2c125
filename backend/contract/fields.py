"""Fields of the contract's bodies: money, and text that every database can keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields

from backend.domain import money

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Money(fields.Field[int]):
    """An amount in dollars, in as a string or number, kept as cents."""

    default_error_messages = {"invalid": "Not an amount of money."}  # noqa: RUF012

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        try:
            return money.parse_amount(value)
        except money.InvalidAmount as error:
            raise ma.ValidationError(str(error)) from error


class MoneyText(fields.String):
    """An amount in answers: a decimal string with two places."""


class TrimmedText(fields.String):
    """Text without white space around it, of ``minimum`` to ``maximum`` characters after that."""

    def __init__(self, *, minimum: int = 1, maximum: int, **kwargs: Any) -> None:
        super().__init__(validate=ma.validate.Length(min=minimum, max=maximum), **kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if _UNPRINTABLE.search(text):
            raise ma.ValidationError("Holds characters that are not text.")
        return text.strip()


class StrictBoolean(fields.Boolean):
    """``true`` or ``false``, and nothing that merely equals one of them."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Seq(fields.Integer):
    """A place in a negotiation's history; any beyond the largest possible counts as that one."""

    LARGEST = 2**31 - 1

    def __init__(self, *, minimum: int = 0, **kwargs: Any) -> None:
        super().__init__(validate=ma.validate.Range(min=minimum), **kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        number = super()._deserialize(value, attr, data, **kwargs)
        return min(int(number or 0), self.LARGEST)
