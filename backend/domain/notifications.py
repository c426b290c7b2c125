"""What a notification says. It stands on locked screens: no price, and nothing of the talk."""

from __future__ import annotations

from backend.domain.vehicle import Vehicle
from backend.locales import locale_of, translatable


def answered(vehicle: Vehicle, language: str) -> str:
    """That there is an answer; ``language`` is a code of ``backend.locales``."""
    text = locale_of(language).text(translatable("Your adviser answered about your {car}."))
    return text.format(car=vehicle.name)
