"""Vehicle identification numbers: 17 characters with a check digit since 1981, less before."""

from __future__ import annotations

import re

FIRST_STANDARD_YEAR = 1981

_STANDARD = re.compile(r"[A-HJ-NPR-Z0-9]{17}", re.ASCII)
_EARLIER = re.compile(r"(?=.*[0-9].*)[A-Z0-9]{5,13}", re.ASCII)
_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def valid_vin(text: object, year: int) -> str | None:
    """The number in capitals if it can be one of a car of ``year``, else None.

    Source of the check digit: 49 CFR 565.15 (c).
    """
    if not isinstance(text, str):
        return None
    vin = "".join(text.split()).upper()
    if year < FIRST_STANDARD_YEAR:
        return vin if _EARLIER.fullmatch(vin) and len(set(vin)) > 1 else None
    return vin if _STANDARD.fullmatch(vin) and vin[8] == _check_digit(vin) else None


def _check_digit(vin: str) -> str:
    values = (int(char) if char.isdigit() else _VALUES[char] for char in vin)
    remainder = sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)
