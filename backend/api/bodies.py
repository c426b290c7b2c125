"""Reading JSON bodies exactly: numbers as ``int`` or ``Decimal``, never as binary floats."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, TypeVar, cast

import marshmallow as ma
from flask import Request
from flask_smorest import Blueprint
from webargs.core import missing
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

MAX_INT_DIGITS = 18

View = TypeVar("View", bound=Callable[..., object])


class Decorator(Protocol):
    """Takes a view and returns one like it."""

    def __call__(self, view: View) -> View: ...


class ExactParser(FlaskParser):
    """Parses bodies without losing a digit, and refuses unknown fields."""

    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012  as the base class has it
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "json": ma.RAISE,
    }

    def load_json(self, request: Request, schema: ma.Schema) -> Any:
        """The body; ``missing`` when there is none."""
        text = request.get_data(cache=True)
        if not text:
            return missing
        if request.content_length is None and _goes_on(request, len(text)):
            raise RequestEntityTooLarge
        if not request.is_json:
            raise UnsupportedMediaType
        return parse_json(text)


class JsonBlueprint(Blueprint):  # type: ignore[misc]  # flask-smorest has no types
    """A blueprint whose arguments are parsed exactly."""

    ARGUMENTS_PARSER = ExactParser()

    def get(self, rule: str, **options: Any) -> Decorator:
        """Serve GET at ``rule``."""
        return cast(Decorator, super().get(rule, **options))

    def post(self, rule: str, **options: Any) -> Decorator:
        """Serve POST at ``rule``."""
        return cast(Decorator, super().post(rule, **options))

    def delete(self, rule: str, **options: Any) -> Decorator:
        """Serve DELETE at ``rule``."""
        return cast(Decorator, super().delete(rule, **options))

    def patch(self, rule: str, **options: Any) -> Decorator:
        """Serve PATCH at ``rule``."""
        return cast(Decorator, super().patch(rule, **options))

    def arguments(
        self, schema: type[ma.Schema], location: str = "json", *, required: bool = True
    ) -> Decorator:
        """Validate what ``location`` holds; the view gets it as its first argument.

        ``required`` tells readers of the description whether a body may be left out.
        """
        return cast(Decorator, super().arguments(schema, location=location, required=required))

    def doc(self, **attributes: Any) -> Decorator:
        """Add to the description of the route."""
        return cast(Decorator, super().doc(**attributes))

    def response(self, status: int, schema: type[ma.Schema] | None = None) -> Decorator:
        """Document the answer. Views return finished responses, which pass as they are."""
        return cast(Decorator, super().response(status, schema))

    def repeatable(self, schema: type[ma.Schema]) -> Decorator:
        """Document the answer to a repeated ``client_id``."""
        said = "The same `client_id` again: the same objects, as they are now."
        return cast(Decorator, super().alt_response(200, schema=schema, description=said))


def _goes_on(request: Request, length: int) -> bool:
    """Whether a body without a declared length has more than was read: it is cut at the limit."""
    limit = request.max_content_length
    return limit is not None and length >= limit and bool(request.environ["wsgi.input"].read(1))


def parse_json(text: bytes) -> Any:
    """Parse a JSON text; ``NaN`` and infinities become Decimals that no amount accepts.

    Raises:
        werkzeug.exceptions.BadRequest: it is not JSON, or nested beyond reason.
    """
    try:
        return json.loads(
            text.decode(), parse_float=_number, parse_constant=Decimal, parse_int=_integer
        )
    except (ValueError, RecursionError) as error:
        raise BadRequest from error


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent that no Decimal can have
        return Decimal("NaN")


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) <= MAX_INT_DIGITS else Decimal(digits)
