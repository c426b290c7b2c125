"""One listing through the product: a negotiation, its opening advice, the right price in it."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

import httpx

from backend.domain.money import scale, to_json
from demo.ads import Listing
from demo.client import Buyer, Refused

TARGET = Decimal("0.90")
"""What the buyer hopes to pay, as a part of the price."""

OPENING = Decimal("0.87")
"""What the product's rule opens at, as a part of the target: written here again, to check it by."""

REPLY_SECONDS = 120.0
_FIRST_LOOK, _LONGEST_LOOK = 0.05, 1.0


class Outcome(StrEnum):
    """What became of an accepted ad."""

    REPLIED = "replied"
    WRONG_PRICE = "wrong price"
    NO_REPLY = "no reply"
    REFUSED = "refused"


@dataclass(frozen=True)
class Result:
    """An outcome, and what a person should know of one that is not good."""

    outcome: Outcome
    detail: str = ""


def haggle(buyer: Buyer, listing: Listing) -> Result:
    """Open a negotiation and wait for its advice.

    Raises:
        Interrupted: asked to stop.
    """
    try:
        opened = buyer.post("/negotiations", negotiation_body(listing))
        advice = _advice(buyer, opened["negotiation"]["id"], opened["reply"]["id"])
        suggested = advice["data"]["suggested_price"] if advice else None
    except Refused as refusal:
        return Result(Outcome.REFUSED, str(refusal))
    except (httpx.HTTPError, ValueError, LookupError, TypeError) as error:
        return Result(Outcome.REFUSED, f"unexpected answer: {error!r}")
    if suggested is None:
        return Result(Outcome.NO_REPLY)
    expected = to_json(opening_price(listing))
    if suggested != expected:
        return Result(Outcome.WRONG_PRICE, f"{suggested} instead of {expected}")
    return Result(Outcome.REPLIED)


def negotiation_body(listing: Listing) -> dict[str, Any]:
    """What ``POST /negotiations`` takes."""
    car = listing.vehicle
    vehicle = {
        "year": car.year,
        "make": car.make,
        "model": car.model,
        "trim": car.trim,
        "mileage": car.mileage,
        "vin": car.vin,
    }
    return {
        "vehicle": vehicle,
        "asking_price": to_json(listing.asking),
        "target_price": to_json(scale(listing.asking, TARGET)),
        "client_id": str(uuid.uuid4()),
    }


def opening_price(listing: Listing) -> int:
    """Cents: 87 % of the target, rounded half up, never above the price asked."""
    exact = scale(listing.asking, TARGET) * OPENING
    return min(int(exact.to_integral_value(rounding=ROUND_HALF_UP)), listing.asking)


def _advice(buyer: Buyer, negotiation_id: str, reply_id: str) -> dict[str, Any] | None:
    """The reply's message once it is complete; None when it failed or did not come in time."""
    deadline, look = time.monotonic() + REPLY_SECONDS, _FIRST_LOOK
    while time.monotonic() < deadline:
        page = buyer.get(f"/negotiations/{negotiation_id}/events?after=0&limit=100")
        versions = [event["message"] for event in page["events"] if "message" in event]
        told = [message for message in versions if message["reply_id"] == reply_id]
        if told and told[-1]["status"] != "streaming":
            return told[-1] if told[-1]["status"] == "complete" else None
        buyer.pause(look)
        look = min(look * 1.5, _LONGEST_LOOK)
    return None
