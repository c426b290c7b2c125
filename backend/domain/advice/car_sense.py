"""What anyone who knows cars would check on this one, from its name and mileage alone.

General knowledge only (which parts wear, which records matter), never a claim about this very car
or its market.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.advice.wording import Wordings, wordings
from backend.domain.vehicle import Vehicle
from backend.locales import translatable


@dataclass(frozen=True)
class Check:
    """What to look at. Templates over the figures' names.

    Attributes:
        point: a talking point.
        lines: what to tell the buyer.
        asks: what the buyer can ask the dealer.
    """

    point: str
    lines: Wordings
    asks: Wordings


_ELECTRIC = Check(
    point=translatable(
        "Ask for a battery health report: on an electric car the battery is most of the value."
    ),
    lines=wordings("""
        It is electric, so the battery is the price: no health report, no final number.

        On an electric car I look at one paper before all others, the battery health report.

        Range lost to an aged battery never comes back, so have its health on paper first.
    """),
    asks=wordings("""
        Can you send me the battery health report before we talk about the last dollar?

        What does the battery health report of this {model} say?

        I need to see the state of the battery on paper. When can you have that?
    """),
)
_HYBRID = Check(
    point=translatable("Ask when the hybrid battery was last tested, and for the result on paper."),
    lines=wordings("""
        It is a hybrid: ask for a battery test, because that pack is the costliest part to fail.

        With a hybrid I would have the battery tested before I talk about the last dollar.

        The one expensive unknown on a hybrid is its battery, and a test settles it.
    """),
    asks=wordings("""
        Has the hybrid battery been tested, and can I see the result?

        What do you have on paper about the hybrid battery?

        Before a final number I want the hybrid battery tested. Can you arrange that?
    """),
)
_TRUCK = Check(
    point=translatable(
        "Ask what the truck towed and hauled, and have the frame and the hitch looked at."
    ),
    lines=wordings("""
        It is a truck, so ask what it towed and look at the frame and the hitch before anything.

        Trucks get worked: bed, frame and hitch tell you more than the paint does.

        A truck's hard life shows underneath, so have it put on a lift.
    """),
    asks=wordings("""
        What did this {model} tow, and may my mechanic look at the frame?

        Was it used for work? I would like to see the service records.

        Can I have it on a lift at my mechanic's before we settle a price?
    """),
)
_FRESH = Check(
    point=translatable(
        "With {mileage}, ask for the build sheet and any sign of demo or rental use."
    ),
    lines=wordings("""
        With {mileage} on it you are close to new-car money, so make them prove it was no rental.

        So few miles are their best argument. Ask how it was used, and let the paper say it.

        {mileage} is little, and they will lean on that. It still is not a new car.
    """),
    asks=wordings("""
        Was this {model} ever a rental or a demo car?

        Who drove it before, and is that on paper?

        It is not new any more. What is left of the factory warranty?
    """),
)
_MIDDLE = Check(
    point=translatable("At {mileage} tires and brakes come due: ask how much is left on both."),
    lines=wordings("""
        At {mileage} tires and brakes come due, and what is worn is an argument in dollars.

        {mileage} is about where a first set of tires and brakes is used up: look before you pay.

        Check tread and brake pads. At {mileage} they are often due, and that is your money.
    """),
    asks=wordings("""
        At {mileage}, how old are the tires and how much brake pad is left?

        When were tires and brakes last done on this {model}?

        Which service was the last one, and is it on paper?
    """),
)
_WORN = Check(
    point=translatable(
        "At {mileage} the big services are due: what has no receipt comes off the price."
    ),
    lines=wordings("""
        At {mileage} the big services come due, and every one without a receipt is your lever.

        With {mileage} on it, ask for receipts: transmission fluid, coolant, plugs, suspension.

        {mileage} means that the next owner pays for upkeep, so the price has to leave room.
    """),
    asks=wordings("""
        At {mileage}, which of the big services are done and have a receipt?

        Can you show me the service records? At {mileage} that decides the price for me.

        What will this {model} need in the next year, as far as you know?
    """),
)
_OLD_HAND = Check(
    point=translatable(
        "At {mileage} have a mechanic look first; whatever turns up comes off the price."
    ),
    lines=wordings("""
        At {mileage} I would not pay the last dollar before a mechanic has had it on a lift.

        {mileage} is a long life. Engine, transmission and rust decide, not the polish.

        With {mileage} behind it, one bad surprise eats your whole discount, so inspect first.
    """),
    asks=wordings("""
        With {mileage} on it I want my mechanic to look first. Is that all right?

        At {mileage}, what has been replaced and what has not?

        Does it leak, burn oil or slip? I would rather hear it now, at {mileage}.
    """),
)
_UNKNOWN = Check(
    point=translatable(
        "Ask for the exact mileage and the service records: without them no price is fair."
    ),
    lines=wordings("""
        You have no mileage yet. Get it first, it moves the price of this {model} more than talk.

        Ask for the odometer reading: until you know it, the low number is the right number.

        One thing is missing here, the mileage, and I would not go up a dollar without it.
    """),
    asks=wordings("""
        What is the exact mileage, and do you have the service records?

        Can you send me a photo of the odometer?

        How many miles are on this {model}, and who serviced it?
    """),
)

_KINDS = (
    (re.compile(r"\b(tesla|rivian|lucid|polestar|leaf|bolt|e-?golf|i3|ioniq 5|ev)\b"), _ELECTRIC),
    (re.compile(r"\b(hybrid|prius|insight|volt)\b"), _HYBRID),
    (
        re.compile(
            r"\b(f-?[1-4]50|silverado|sierra|ram|tundra|tacoma|titan|frontier|ranger|colorado|"
            r"ridgeline|dakota|pickup|cummins|super ?duty)\b"
        ),
        _TRUCK,
    ),
)
_BY_MILEAGE = ((20_000, _FRESH), (60_000, _MIDDLE), (120_000, _WORN))


def check_of(vehicle: Vehicle) -> Check:
    """The check that matters most on this car; by kind first, else by mileage."""
    name = f"{vehicle.make} {vehicle.model} {vehicle.trim or ''}".casefold()
    for kind, check in _KINDS:
        if kind.search(name):
            return check
    if not vehicle.mileage:
        return _UNKNOWN
    for below, check in _BY_MILEAGE:
        if vehicle.mileage < below:
            return check
    return _OLD_HAND
