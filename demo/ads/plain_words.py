"""Plain words that decide whether a name in an ad is a model."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


DRIVES = _listed("2wd 4wd 4x2 4x4 awd fwd rwd")
"""May stand between a make and its model."""

COUNTED = _listed("cyl cylinder door doors dr passenger spd speed")
"""A number before one of these is no model: ``mazda 5 speed``."""

ALSO_PLAIN_WORDS = _listed("""
    cabriolet champion convertible coupe eagle excel gt hardtop ls m2 pickup pickuptruck roadster
    sc sl spider spyder sw truck van vision
""")
"""Models whose names say little by themselves: they count only right beside their make."""

NO_MODELS = _listed("""
    and auto automatic base box cab cargo clean convertible coupe crew custom deluxe diesel dump
    e30 e36 e39 e46 e90 e92 edition extended flatbed for gas great hatchback hybrid limited long
    low manual mechanic mechanics miles mini minivan model new obo only or other parts pick pickup
    project racecar rims runs sale sedan semi short special sport stepside supercharged suv the
    tires title tow tractor truck turbo used utility van wagon wanted work
""")
"""What may follow a make and is no model, though no model is known there."""
