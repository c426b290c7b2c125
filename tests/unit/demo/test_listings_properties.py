"""What holds for every ad, however odd."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.money import MAX_CENTS
from backend.domain.vehicle import FIRST_YEAR, MAX_MILEAGE
from demo.ads import Rejection, parse_listing

LATEST = 2027

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
_AWKWARD = """
2008 08 '99 bmw 2002 ford f 150 mercedes e 320 mazda 3 land rover pick up gt - / , $ ( İ é
"""
_pieces = st.sampled_from([*_AWKWARD.split(), "\ud800", "\x00"])
_texts = st.text() | st.lists(_pieces, max_size=12).map(" ".join) | st.lists(_pieces).map("".join)
_ads = st.fixed_dictionaries(
    {},
    optional={
        "item": _texts | _json,
        "title": _texts | _json,
        "price": st.integers(0, 20_000_000) | _json,
        "attrs": st.fixed_dictionaries(
            {}, optional={"odometer": st.integers().map(str) | _json, "VIN": st.text() | _json}
        )
        | _json,
    },
)


@given(_json | _ads)
def test_never_raises_and_never_accepts_what_the_product_refuses(raw: object) -> None:
    found = parse_listing(raw, LATEST)
    if isinstance(found, Rejection):
        return
    car = found.vehicle
    assert 100_00 <= found.asking <= MAX_CENTS
    assert FIRST_YEAR <= car.year <= LATEST
    assert car.mileage is not None
    assert 0 <= car.mileage <= MAX_MILEAGE
    for text in (car.make, car.model, *filter(None, [car.trim])):
        assert 1 <= len(text.strip()) <= 60
        assert text.isprintable()
    if car.vin is not None:
        assert 5 <= len(car.vin) <= 17
        assert car.vin.isascii()
        assert car.vin.isalnum()
