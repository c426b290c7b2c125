"""Bad terms of a new negotiation, and those at the very edge of what is fine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.integration.api.calling import CAR, NEW, Buyer, refused, unfit
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE

pytestmark = ON_SQLITE

NEXT_YEAR = datetime.now(UTC).year + 1


@pytest.mark.parametrize(
    ("vehicle", "field"),
    [
        ({"year": 1899}, "year"),
        ({"year": NEXT_YEAR + 1}, "year"),
        ({"year": "2019"}, "year"),
        ({"year": 2019.5}, "year"),
        ({"year": True}, "year"),
        ({"year": None}, "year"),
        ({"year": 10**30}, "year"),
        ({"make": ""}, "make"),
        ({"make": " "}, "make"),
        ({"make": "x" * 61}, "make"),
        ({"make": None}, "make"),
        ({"model": "\x00"}, "model"),
        ({"model": 3}, "model"),
        ({"trim": "x" * 61}, "trim"),
        ({"mileage": -1}, "mileage"),
        ({"mileage": 2_000_001}, "mileage"),
        ({"mileage": "30000"}, "mileage"),
        ({"mileage": True}, "mileage"),
        ({"vin": "x" * 18}, "vin"),
        ({"vin": "not a vin"}, "vin"),
        ({"color": "red"}, "color"),
    ],
)
def test_vehicles(buyer: Buyer, vehicle: Json, field: str) -> None:
    body = {**NEW, "vehicle": {**CAR, **vehicle}}
    problem = refused(buyer.post("/negotiations", body), 422, "invalid")
    assert set(problem["errors"]["vehicle"]) == {field}


@pytest.mark.parametrize(
    "vehicle",
    [
        {"year": 1900},
        {"year": NEXT_YEAR},
        {"mileage": 0},
        {"mileage": 2_000_000},
        {"make": " x "},
        {"trim": None, "mileage": None, "vin": None},
        {"trim": "SE", "mileage": 1, "vin": "4T1B11HK5KU000000"},
    ],
)
def test_vehicles_that_are_fine(buyer: Buyer, vehicle: Json) -> None:
    shown = buyer.opened(vehicle={**CAR, **vehicle})["negotiation"]["vehicle"]
    nothing = {"trim": None, "mileage": None, "vin": None}
    expected = {**CAR, **nothing, **vehicle}
    assert shown == {**expected, "make": expected["make"].strip()}


@pytest.mark.parametrize(
    ("fields", "complaints"),
    [
        ({"vehicle": None}, {"vehicle"}),
        ({"vehicle": []}, {"vehicle"}),
        ({"max_rounds": 1}, {"max_rounds"}),
        ({"max_rounds": 51}, {"max_rounds"}),
        ({"max_rounds": "10"}, {"max_rounds"}),
        ({"max_rounds": 2.0}, {"max_rounds"}),
        ({"max_rounds": None}, {"max_rounds"}),
        ({"strategy": "haggle"}, {"strategy"}),
        ({"strategy": "\ud800"}, {"strategy"}),
        ({"strategy": None}, {"strategy"}),
        ({"client_id": "one"}, {"client_id"}),
        ({"client_id": 1}, {"client_id"}),
        ({"walk_away_price": "19999.99"}, {"walk_away_price"}),
    ],
)
def test_terms(buyer: Buyer, fields: Json, complaints: set[str]) -> None:
    unfit(buyer, "/negotiations", {**NEW, **fields}, *complaints)
    assert buyer.get("/negotiations").json == {"items": [], "next_cursor": None}


@pytest.mark.parametrize("missing", ["vehicle", "asking_price", "target_price"])
def test_what_must_be_given(buyer: Buyer, missing: str) -> None:
    body = {key: value for key, value in NEW.items() if key != missing}
    unfit(buyer, "/negotiations", body, missing)
