"""The negotiations that the labelled sentences speak of."""

from __future__ import annotations

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.negotiation import Status, Terms
from backend.domain.vehicle import Vehicle
from tests.unit.domain.briefs import brief

F150 = Vehicle(2018, "Ford", "F-150", "XLT 4x4", 61_250, "1FTEW1EP5JFA12345")
MAZDA = Vehicle(2016, "Mazda", "3", "2.5 S", 72_300)
BMW = Vehicle(2015, "BMW", "328i", "xDrive", 88_000)
TESLA = Vehicle(2020, "Tesla", "Model 3", None, 35_500)
TWO_ROUNDS = Terms(asking=2_500_000, target=2_000_000, walk_away=2_150_000, max_rounds=2)
NO_LIMIT = Terms(asking=2_500_000, target=2_300_000)

SITUATIONS: dict[str, Brief] = {
    "opening": brief("opening"),
    "holding": brief("dealer_price", "b18000 d24000 b18100 d23500", said="Best I can do."),
    "payments": brief(
        "dealer_message",
        "b18000",
        said=(
            "We can do $389 a month for 72 months at 6.9% APR with $2,000 down. The doc fee is "
            "$499. Only today! Call me at 555-0142."
        ),
    ),
    "truck": brief(
        "chat",
        "b22501 d24000",
        NO_LIMIT,
        vehicle=F150,
        said=(
            "My bank offers 5.4% for 60 months, and my old truck should bring about $4,500. It "
            "has 142k miles. Should I take it? My number is 415-555-0123."
        ),
        talk=(
            Utterance(Speaker.DEALER, "Come on, split the difference. 23,250 and it is yours."),
            Utterance(Speaker.DEALER, "The tires are new, an $800 value."),
        ),
    ),
    "accept": brief("dealer_price", "b18000 d19900", vehicle=MAZDA, said="19,900, last word."),
    "last": brief("dealer_price", "b18000 d23000", TWO_ROUNDS, vehicle=BMW),
    "agreed": brief("chat", "b18000 d19900", vehicle=TESLA, said="What now?", status=Status.AGREED),
}
