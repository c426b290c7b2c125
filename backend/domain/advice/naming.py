"""What the car is called, in the order of words of each language."""

from __future__ import annotations

from backend.domain.vehicle import Vehicle
from backend.locales import Locale, translatable

_CAR = translatable("{year} {make} {model}")


def car_name(vehicle: Vehicle, locale: Locale) -> str:
    """E.g. ``2018 Honda Civic``."""
    parts = {"year": vehicle.year, "make": vehicle.make, "model": vehicle.model}
    return " ".join(locale.text(_CAR).format_map(parts).split())
