"""What a line is about, by fixed rules. Its words decide what is answered, never what is offered.

Nothing of a text is kept: only which of the known topics it touches.
"""

from backend.domain.advice.heard.buyer import (
    BuyerTopic,
    asks_something,
    buyer_topics,
    is_told_by_them,
    relays_an_amount,
    sounds_like_a_question,
)
from backend.domain.advice.heard.damage import Fault, named_fault, supposed_fault
from backend.domain.advice.heard.dealer import DealerTopic, dealer_topics
from backend.domain.advice.heard.expressions import names_an_amount
from backend.domain.advice.heard.fault_words import Kind
from backend.domain.advice.heard.readable import is_readable
from backend.domain.advice.heard.short import Short, short_amounts

__all__ = [
    "BuyerTopic",
    "DealerTopic",
    "Fault",
    "Kind",
    "Short",
    "asks_something",
    "buyer_topics",
    "dealer_topics",
    "is_readable",
    "is_told_by_them",
    "named_fault",
    "names_an_amount",
    "relays_an_amount",
    "short_amounts",
    "sounds_like_a_question",
    "supposed_fault",
]
