"""A dealer's message as data: prices, fees, payments and intentions, each with where it stands."""

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.reader import read_dealer_message, with_offer
from backend.domain.dealer_reading.reading import (
    Fee,
    Figure,
    Intent,
    Payment,
    Quote,
    Reading,
    Role,
    Signal,
)
from backend.domain.dealer_reading.verifying import find_quote, verify

__all__ = [
    "Context",
    "Fee",
    "Figure",
    "Intent",
    "Payment",
    "Quote",
    "Reading",
    "Role",
    "Signal",
    "find_quote",
    "read_dealer_message",
    "verify",
    "with_offer",
]
