"""What is measured: the founding document's claims, as loads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scenario:
    """A load. ``rate`` is in posts a second, offered for ``seconds``."""

    name: str
    rooms: int
    clients: int
    rate: float
    seconds: float

    @property
    def posts(self) -> int:
        return int(self.rate * self.seconds)


SCENARIOS = (
    Scenario("one buyer, 4 tabs", rooms=1, clients=4, rate=4, seconds=15),
    Scenario("10 clients", rooms=10, clients=10, rate=10, seconds=10),
    Scenario("200 clients", rooms=50, clients=200, rate=10, seconds=10),
    Scenario("100 posts/s", rooms=50, clients=50, rate=100, seconds=6),
    Scenario("500 posts/s", rooms=50, clients=50, rate=500, seconds=4),
)
ROOMS = max(scenario.rooms for scenario in SCENARIOS)
