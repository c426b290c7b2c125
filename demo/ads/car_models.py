"""From the words of an ad to a model of a make."""

from __future__ import annotations

import re

from demo.ads.ad_words import squashed
from demo.ads.model_names import MODEL_NAMES

# Model names that are built by a rule. What the rule captures is put together by the template.
_RULES = {
    "BMW": [(r"([1-8]\d\d)(a|ca|ci|cic|csi|d|e|i|ic|il|is|it|l|li|ti|xd|xi|xit|)", r"\1\2")],
    "Infiniti": [(r"(ex|fx|g|i|j|jx|m|q|qx)(\d\d)([hstx]?)", r"\1\2\3")],
    "Lexus": [(r"(ct|es|gs|gx|hs|is|lc|ls|lx|nx|rc|rx|sc)(\d{3})([hlt]?)", r"\1 \2\3")],
    "Mercedes-Benz": [
        (
            r"([abcegmrs]|cl[aks]?|gl[abceks]?|ml|sl[ckrs]?)(\d{2,3})([cdehkvw]?)",
            r"\1\2\3",
        ),
        (r"([1-6]\d\d)(cd|ce|d|e|ga|gd|sd|sdl|se|sec|sel|sl|slc|td|te)", r"\1\2"),
    ],
}


def _read(names: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in names.split(", "):
        name, *others = entry.split("=")
        found |= {squashed(spelling): name for spelling in (name, *others)}
    return found


_MODELS = {make: _read(names) for make, names in MODEL_NAMES.items()}
_PATTERNS = {
    make: [(re.compile(pattern), template) for pattern, template in rules]
    for make, rules in _RULES.items()
}

MAKE_OF_MODEL = {
    squashed(model): make
    for make, models in {
        "Chevrolet": "camaro, chevelle, corvette, el camino, s10, silverado, suburban, tahoe",
        "Chrysler": "town country",
        "Dodge": "grand caravan, viper",
        "Ford": "bronco, crown victoria, expedition, explorer, f150, f250, f350, mustang, taurus",
        "Honda": "accord, civic, crv, odyssey",
        "Jeep": "grand cherokee, wrangler",
        "Land Rover": "range rover",
        "Mazda": "miata",
        "MG": "mgb",
        "Mitsubishi": "galant, gallante",
        "Nissan": "altima, maxima, sentra, xterra",
        "Toyota": "4runner, camry, camary, corolla, prius, rav4, tacoma, tundra",
        "Volkswagen": "beetle, jetta, passat",
    }.items()
    for model in models.split(", ")
}
"""Models so well known that people leave out the make; every key is a word of its own."""


def model_named(make: str, key: str) -> str | None:
    """The model of ``make`` that a squashed name means, e.g. ``rx350`` of Lexus: ``RX 350``."""
    if known := _MODELS.get(make, {}).get(key):
        return known
    for pattern, template in _PATTERNS.get(make, ()):
        if found := pattern.fullmatch(key):
            return _in_case(make, found.expand(template))
    return None


def _in_case(make: str, name: str) -> str:
    """As makers write it: ``325i``, ``RX 400h``, ``CLK430``, ``300D``."""
    if make == "BMW":
        return name
    head, tail = name[:-1].upper(), name[-1]
    return head + (tail if tail == "h" and make == "Lexus" else tail.upper())
