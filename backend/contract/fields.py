"""Fields of the contract's bodies and objects: money, times, choices, and text that can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields

from backend.clock import to_json as time_to_json
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
    """An amount in answers: cents, out as a decimal string with two places."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> str | None:
        return None if value is None else money.to_json(value)


class Moment(fields.String):
    """A time in answers: an aware datetime, out as ISO 8601 in UTC."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> str | None:
        return None if value is None else time_to_json(value)


class Choice(fields.String):
    """One word of a closed list."""

    def __init__(self, words: Iterable[str], **kwargs: Any) -> None:
        super().__init__(validate=ma.validate.OneOf([str(word) for word in words]), **kwargs)


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
