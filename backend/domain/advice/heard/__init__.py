"""What a line is about, by fixed rules. Its words decide what is answered, never what is offered.

Nothing of a text is kept: only which of the known topics it touches.
"""

from backend.domain.advice.heard.buyer import (
    BuyerTopic,
    asks_something,
    buyer_topics,
    relays_an_amount,
)
from backend.domain.advice.heard.dealer import DealerTopic, dealer_topics
from backend.domain.advice.heard.rules import names_an_amount
from backend.domain.advice.heard.short import Short, short_amounts

__all__ = [
    "BuyerTopic",
    "DealerTopic",
    "Short",
    "asks_something",
    "buyer_topics",
    "dealer_topics",
    "names_an_amount",
    "relays_an_amount",
    "short_amounts",
]
