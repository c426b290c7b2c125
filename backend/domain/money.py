"""Money: US dollars as integer cents inside, as two-place decimal strings outside."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

MAX_CENTS = 1_000_000_000
"""The largest amount the product takes: 10,000,000.00 dollars."""

_PLAIN_AMOUNT = re.compile(r"[0-9]{1,8}(\.[0-9]{1,2})?", re.ASCII)


class InvalidAmount(ValueError):
    """What was given is not an amount of money that the product takes."""


def parse_amount(value: object) -> int:
    """Read an amount in dollars, given as a string or an exact number, as cents.

    A string holds digits and at most two decimals, nothing else (no sign, separator, exponent or
    space). Floats are refused: the caller parses JSON numbers to ``Decimal``.

    Raises:
        InvalidAmount: not an amount, not above 0, above 10,000,000, or finer than a cent.
    """
    if isinstance(value, str):
        if not _PLAIN_AMOUNT.fullmatch(value):
            raise InvalidAmount("Not an amount in dollars with at most two decimals.")
        amount = Decimal(value)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        amount = Decimal(value)
    else:
        raise InvalidAmount("Not a string or a number.")
    if not amount.is_finite() or not 0 < amount <= 10_000_000:
        raise InvalidAmount("Must be above 0 and at most 10000000.")
    if _is_finer_than_cents(amount):
        raise InvalidAmount("At most two decimals.")
    return int(amount * 100)


def _is_finer_than_cents(amount: Decimal) -> bool:
    """Looked up in its digits: computing with it would round what is very small or very long."""
    _, digits, exponent = amount.as_tuple()
    beyond = -2 - int(exponent)
    return beyond > 0 and any(digits[-beyond:])


def to_cents(dollars: Decimal) -> int:
    """Round dollars half up to whole cents."""
    return int((dollars * 100).to_integral_value(rounding=ROUND_HALF_UP))


def scale(cents: int, factor: Decimal) -> int:
    """Multiply cents by a factor, rounded half up to the cent."""
    return int((cents * factor).to_integral_value(rounding=ROUND_HALF_UP))


def to_json(cents: int) -> str:
    """Write cents as the contract's decimal string, e.g. ``1740000`` as ``"17400.00"``."""
    dollars, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{dollars}.{rest:02d}"


def from_json(text: str) -> int:
    """Read back what :func:`to_json` wrote."""
    return int(Decimal(text) * 100)


def to_display(cents: int) -> str:
    """Write cents for a reader: ``$17,400``, or ``$18,180.50`` where there are cents."""
    dollars, rest = divmod(cents, 100)
    return f"${dollars:,}.{rest:02d}" if rest else f"${dollars:,}"
