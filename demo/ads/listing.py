"""Reading a raw ad: the car and its price, or the reason why it is no use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from backend.domain.money import MAX_CENTS
from backend.domain.vehicle import MAX_MILEAGE, Vehicle
from demo.ads.car_names import Text, find_make, find_name, find_year
from demo.ads.vin import valid_vin

LEAST_PRICE = 100_00
"""Cents. Whoever asks less has not named a price."""

_NUMBER = re.compile(r"\d{1,18}|\d{1,3}(,\d{3}){1,5}", re.ASCII)
_DOLLARS = re.compile(r"\$?\s*(\d{1,18}|\d{1,3}(?:,\d{3}){1,5})(\.\d{1,2})?", re.ASCII)


class Reason(StrEnum):
    """Why an ad is rejected."""

    NOT_AN_AD = "not_an_ad"
    NO_PRICE = "no_price"
    PRICE_UNDER_100 = "price_under_100"
    PRICE_OUT_OF_RANGE = "price_out_of_range"
    NO_ODOMETER = "no_odometer"
    MILEAGE_OUT_OF_RANGE = "mileage_out_of_range"
    NO_YEAR = "no_year"
    NO_MAKE = "no_make"
    NO_MODEL = "no_model"


@dataclass(frozen=True)
class Listing:
    """A car that is for sale; ``asking`` in cents."""

    vehicle: Vehicle
    asking: int


@dataclass(frozen=True)
class Rejection:
    """An ad that cannot be bargained over."""

    reason: Reason


def parse_listing(ad: object, latest_year: int) -> Listing | Rejection:
    """Read an ad: ``item``, ``title``, ``price`` (dollars), ``attrs.odometer`` (miles), ``.VIN``.

    Year, make and model are looked for in ``item``, then in ``title``. Years after ``latest_year``
    are no years. An odometer of ``172`` is kept as it stands, though it means thousands. A VIN
    that cannot be one is left out. Never raises, whatever is given.

    Ads have the form of ``craigslist_car.json`` of stanfordnlp/cocoa.
    """
    if not isinstance(ad, Mapping):
        return Rejection(Reason.NOT_AN_AD)
    attributes = ad.get("attrs")
    attributes = attributes if isinstance(attributes, Mapping) else {}
    asking = _asking(ad.get("price"))
    if isinstance(asking, Reason):
        return Rejection(asking)
    mileage = _mileage(attributes.get("odometer"))
    if isinstance(mileage, Reason):
        return Rejection(mileage)
    vehicle = _vehicle(Text.of(ad.get("item")), Text.of(ad.get("title")), latest_year)
    if isinstance(vehicle, Reason):
        return Rejection(vehicle)
    year, make, model, trim = vehicle
    vin = valid_vin(attributes.get("VIN"), year)
    return Listing(Vehicle(year, make, model, trim, mileage, vin), asking)


def _asking(price: object) -> int | Reason:
    dollars = _dollars(price)
    if dollars is None or not dollars.is_finite():
        return Reason.NO_PRICE
    if dollars > MAX_CENTS // 100:
        return Reason.PRICE_OUT_OF_RANGE
    cents = int((max(dollars, Decimal(0)) * 100).to_integral_value(rounding=ROUND_HALF_UP))
    return Reason.PRICE_UNDER_100 if cents < LEAST_PRICE else cents


def _dollars(price: object) -> Decimal | None:
    if isinstance(price, str):
        found = _DOLLARS.fullmatch(price.strip())
        return Decimal(found[1].replace(",", "") + (found[2] or "")) if found else None
    if isinstance(price, bool) or not isinstance(price, int | Decimal):
        return None  # a float is no exact price
    return Decimal(price)


def _mileage(odometer: object) -> int | Reason:
    if isinstance(odometer, str) and _NUMBER.fullmatch(odometer.strip()):
        odometer = int(odometer.replace(",", ""))
    if isinstance(odometer, bool) or not isinstance(odometer, int):
        return Reason.NO_ODOMETER
    return odometer if 0 <= odometer <= MAX_MILEAGE else Reason.MILEAGE_OUT_OF_RANGE


def _vehicle(
    item: Text, title: Text, latest_year: int
) -> tuple[int, str, str, str | None] | Reason:
    year = find_year([item, title], latest_year)
    if year is None:
        return Reason.NO_YEAR
    make = find_make([item, title])
    if make is None:
        return Reason.NO_MAKE
    name = find_name(item, title, make)
    if name is None:
        return Reason.NO_MODEL
    return year, name.make, name.model, name.trim
