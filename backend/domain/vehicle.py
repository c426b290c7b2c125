"""The car that is bargained over."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_YEAR = 1900
MAX_MILEAGE = 2_000_000


@dataclass(frozen=True)
class Vehicle:
    """A car as the buyer names it. ``mileage`` is in miles, ``vin`` is the 17-character number."""

    year: int
    make: str
    model: str
    trim: str | None = None
    mileage: int | None = None
    vin: str | None = None

    @property
    def name(self) -> str:
        """What a person calls it, e.g. ``2019 Toyota Camry``."""
        return f"{self.year} {self.make} {self.model}"
