"""Asks a model which amount of a dealer's message is the dealer's price, and reads its answer.

JSON in plain text, which every provider's model can write; a schema that a provider enforces would
be one more thing in which providers differ, and its result would have to be checked all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation

from backend.domain.advice.brief import Speaker
from backend.llm.messages import Message
from backend.llm.prompting import MAX_SAID_TOKENS, as_data, load
from backend.locales import locale_of

LONGEST_ANSWER = 600
"""Characters; a model that writes more does not do what it was asked."""

ANSWER_TOKENS = 40
"""About what an answer takes."""

_OBJECT = re.compile(r"\{[^{}]*\}")
_SIGNS = re.compile(r"[$,\s]|usd|dollars?", re.IGNORECASE)


class Unsound(Exception):
    """The answer is none to the question. Holds no text of it."""


def price_question(text: str, amounts: Collection[int], language: str) -> list[Message]:
    """The question about a dealer's message and the ``amounts`` in it, cents."""
    money = locale_of(language).money
    shown = ", ".join(money(cents) for cents in sorted(set(amounts)))
    task = load("dealer_reading", language).substitute(amounts=shown)
    said = as_data(Speaker.DEALER, text, MAX_SAID_TOKENS)
    return [Message("system", task), Message("human", said)]


def price_answered(answer: str, amounts: Collection[int]) -> int | None:
    """Which of ``amounts`` (cents) the answer names; None where it says that there is none.

    Raises:
        Unsound: it says neither: no JSON, several prices, or one that is not among them.
    """
    objects: Sequence[str] = _OBJECT.findall(answer[:LONGEST_ANSWER])
    if len(answer) > LONGEST_ANSWER or len(objects) != 1:
        raise Unsound
    try:
        told = json.loads(objects[0], parse_float=Decimal)
    except ValueError:
        raise Unsound from None
    if "price" not in told:
        raise Unsound
    price = told["price"]
    if price is None:
        return None
    cents = _cents(price)
    if cents not in amounts:
        raise Unsound
    return cents


def _cents(price: object) -> int:
    if isinstance(price, str):
        price = _SIGNS.sub("", price)
    if isinstance(price, bool) or not isinstance(price, str | int | Decimal):
        raise Unsound
    try:
        cents = Decimal(price) * 100
        return int(cents) if cents == cents.to_integral_value() else -1
    except (InvalidOperation, ValueError, OverflowError):
        raise Unsound from None
