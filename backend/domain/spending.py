"""What models cost: tokens, prices and limits. Costs are integer micro-dollars, never floats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal, InvalidOperation

MICRO_DOLLARS = 1_000_000
"""In a dollar."""

MOST_DOLLARS = Decimal(1_000_000)


@dataclass(frozen=True)
class Tokens:
    """Tokens that a model read (``input``) and wrote (``output``).

    ``is_estimated`` when at least a part was counted here and not by the provider.
    """

    input: int = 0
    output: int = 0
    is_estimated: bool = False

    @property
    def total(self) -> int:
        return self.input + self.output

    def __add__(self, other: Tokens) -> Tokens:
        return Tokens(
            self.input + other.input,
            self.output + other.output,
            self.is_estimated or other.is_estimated,
        )


NO_TOKENS = Tokens()


@dataclass(frozen=True)
class Price:
    """Dollars for a million tokens, which is the same as micro-dollars for one."""

    input: Decimal
    output: Decimal

    def of(self, tokens: Tokens) -> int:
        """The cost in micro-dollars; a part of one counts as a whole."""
        cost = self.input * tokens.input + self.output * tokens.output
        return int(cost.to_integral_value(ROUND_CEILING))


FREE = Price(Decimal(0), Decimal(0))


@dataclass(frozen=True)
class Prices:
    """The prices of models, by the names that the chain uses; the others cost nothing."""

    by_model: Mapping[str, Price] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Prices:
        """Read e.g. ``openai:gpt-4o-mini=0.15/0.60,ollama:llama3.2=0/0``: input / output.

        Raises:
            ValueError: it is not of that form.
        """
        by_model: dict[str, Price] = {}
        for part in filter(None, (part.strip() for part in text.split(","))):
            model, is_priced, price = part.rpartition("=")
            input_price, is_pair, output_price = price.partition("/")
            if not (is_priced and is_pair and model.strip()):
                raise ValueError(f"{part!r} is not of the form provider:model=input/output")
            by_model[model.strip()] = Price(dollars(input_price), dollars(output_price))
        return cls(by_model)

    def of(self, model: str) -> Price:
        return self.by_model.get(model, FREE)


def dollars(text: str) -> Decimal:
    """An amount of dollars, exact.

    Raises:
        ValueError: it is not one, negative, or above a million.
    """
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise ValueError(f"{text!r} is not an amount of dollars") from None
    if not amount.is_finite() or not 0 <= amount <= MOST_DOLLARS:
        raise ValueError(f"{text!r} is not an amount from 0 to {MOST_DOLLARS} dollars")
    return amount


def to_micro_dollars(amount: Decimal) -> int:
    """Whole micro-dollars; a part of one counts as a whole."""
    return int((amount * MICRO_DOLLARS).to_integral_value(ROUND_CEILING))


@dataclass(frozen=True)
class Limit:
    """The most to be spent on something; None is no limit. ``cost`` in micro-dollars."""

    tokens: int | None = None
    cost: int | None = None

    def allows(self, tokens: int, cost: int) -> bool:
        """Whether so much is within the limit."""
        return (self.tokens is None or tokens <= self.tokens) and (
            self.cost is None or cost <= self.cost
        )


NO_LIMIT = Limit()
