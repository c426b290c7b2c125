"""Reading real ads. What is expected here was read off the ads by eye."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from backend.domain.money import MAX_CENTS
from backend.domain.vehicle import MAX_MILEAGE, Vehicle
from demo.ads import Listing, Reason, Rejection, parse_listing

LATEST = 2027


def ad(item: object, title: object = "", **changes: Any) -> dict[str, Any]:
    return {
        "item": item,
        "title": title,
        "price": changes.get("price", 5000),
        "attrs": {"odometer": changes.get("odometer", "98000"), "VIN": changes.get("vin")},
    }


def name(item: str, title: str = "") -> str:
    """Year, make, model and trim as read, or the reason of the rejection."""
    found = parse_listing(ad(item, title), LATEST)
    if isinstance(found, Rejection):
        return found.reason
    car = found.vehicle
    return f"{car.year}|{car.make}|{car.model}|{car.trim or ''}"


def reason(raw: object) -> Reason | None:
    found = parse_listing(raw, LATEST)
    return found.reason if isinstance(found, Rejection) else None


def test_all_of_an_ad() -> None:
    raw = ad("2013 toyota corolla le 4dr sedan", price=10700, odometer="44243")
    raw["attrs"]["VIN"] = "2t1bu4ee1dc973151"
    expected = Vehicle(2013, "Toyota", "Corolla", "le 4dr sedan", 44_243, "2T1BU4EE1DC973151")
    assert parse_listing(raw, LATEST) == Listing(expected, 10_700_00)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2008 Nissan Altima 2.5S", "2008|Nissan|Altima|2.5S"),
        ("1999 honda accord", "1999|Honda|Accord|"),
        ("2001 chevrolet 1500 silverado", "2001|Chevrolet|Silverado 1500|"),
        ("2000 ford f 350", "2000|Ford|F-350|"),
        ("2002 Ford F1 50 super crew", "2002|Ford|F-150|super crew"),
        ("2001 toyota rav 4", "2001|Toyota|RAV4|"),
        ("2004 lexus es 330", "2004|Lexus|ES 330|"),
        ("2006 lexus rx400h", "2006|Lexus|RX 400h|"),
        ("1999 Mercedes Benz E-320", "1999|Mercedes-Benz|E320|"),
        ("1986 Mercedes Benz 300sdl", "1986|Mercedes-Benz|300SDL|"),
        ("2004 Bmw 745 li", "2004|BMW|745li|"),
        ("1994 bmw 5-series 530i", "1994|BMW|5 Series|530i"),
        ("2012 BMW 128i (1 series)", "2012|BMW|128i|"),
        ("1974 1974 BMW 2002tii", "1974|BMW|2002tii|"),
        ("2012 land rover range rover hse", "2012|Land Rover|Range Rover|hse"),
        ("2010 chrysler town &amp; country", "2010|Chrysler|Town & Country|"),
        ("2007 dodge charger r/t", "2007|Dodge|Charger|r/t"),
        ("2010 honda odyssey ex-l w/ dvd", "2010|Honda|Odyssey|ex-l"),
        ("2010 ford fusion hybrid,prius,prius c", "2010|Ford|Fusion|hybrid"),
        ("1998 mazda b2500 / Ford Ranger", "1998|Mazda|B2500|"),
        ("1993 Mazda MX6 MX-6 LS", "1993|Mazda|MX-6|LS"),
        ("2006 2006 Lexus GS430 GS 430", "2006|Lexus|GS 430|"),
        ("2013 toyota corolla 2013", "2013|Toyota|Corolla|"),
        ("2012 toyota scion xb", "2012|Scion|xB|"),
        ("2001 2001 Dodge Ram 1500 Quad", "2001|Dodge|Ram 1500|Quad"),
        ("2015 1500 ram Bighorn", "2015|Ram|1500|Bighorn"),
        ("1991 toyota 4x4 pickup", "1991|Toyota|Pickup|"),
        ("2004 hyundai gx350", "2004|Hyundai|GX350|"),
    ],
)
def test_year_make_model_and_trim(item: str, expected: str) -> None:
    assert name(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2009 accord sedan honda", "2009|Honda|Accord|"),
        ("2011 es 350 lexus", "2011|Lexus|ES 350|"),
        ("2007 S550 mercedes-Benz", "2007|Mercedes-Benz|S550|"),
        ("2005 300 chrysler", "2005|Chrysler|300|"),
    ],
)
def test_a_model_before_its_make(item: str, expected: str) -> None:
    assert name(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2016 VW passat", "2016|Volkswagen|Passat|"),
        ("2003 volswagen passat", "2003|Volkswagen|Passat|"),
        ("2007 huyndai elantra", "2007|Hyundai|Elantra|"),
        ("2009 Caddilac CTS-V", "2009|Cadillac|CTS-V|"),
        ("2012 infinity ex35", "2012|Infiniti|EX35|"),
        ("1998 dogde ram 1500", "1998|Dodge|Ram 1500|"),
        ("2001 Mbz e320", "2001|Mercedes-Benz|E320|"),
        ("2002 TOYOTA SEQUIOA", "2002|Toyota|Sequoia|"),
    ],
)
def test_misspelled_and_short_makes_and_models(item: str, expected: str) -> None:
    assert name(item) == expected


@pytest.mark.parametrize(
    ("item", "title", "expected"),
    [
        ("2001 Volkswagen", "2001 VW Golf 1.8L Turno (4 Door)", "2001|Volkswagen|Golf|"),
        ("1988 Volvo", "1 OWNER!! VOLVO 760 TURBO!! MUST SEE!!", "1988|Volvo|760|"),
        ("1967 chevy", "1967 ELCAMINO", "1967|Chevrolet|El Camino|"),
        ("1999 mercedes-benz", "1999 SL500 Mercedes benz", "1999|Mercedes-Benz|SL500|"),
        ("2002 bmw", "02 BMW E46 330 CI Extremely low milage", "2002|BMW|330ci|"),
        ("2003 bmw 3.0", "2003 bmw x5 smoged runs great", "2003|BMW|X5|"),
        ("2006 chevrolet cargo van", "2006 chevrolet  express g1500", "2006|Chevrolet|Express|"),
        ("2015 Foed Fusion SE", "2015 Ford Fusion SE", "2015|Ford|Fusion|SE"),
        ("2015 Gt", "Ford mustang gt 2015 premium", "2015|Ford|Mustang|"),
        ("2013 2013", "2013 Black Lexus RX350 32500 Miles", "2013|Lexus|RX 350|"),
        ("1993 Mitsubishi", "Mitsubishi Diamanté 1993", "1993|Mitsubishi|Diamante|"),
    ],
)
def test_what_the_item_lacks_is_found_in_the_title(item: str, title: str, expected: str) -> None:
    assert name(item, title) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("08 corvette", "2008|Chevrolet|Corvette|"),
        ("'99 dodge neon", "1999|Dodge|Neon|"),
        ("14' Audi S4", "2014|Audi|S4|"),
        ("Lifted '03 Ford F-250", "2003|Ford|F-250|"),
        ("28 ford model a", "1928|Ford|Model A|"),
        ("GMC 12' box truck", "no_year"),
        ("Mazda 89", "no_year"),
        ("honda civic $1999", "no_year"),
        ("2028 honda civic", "no_year"),
        ("1899 honda civic", "no_year"),
    ],
)
def test_years_of_two_digits_and_what_is_no_year(item: str, expected: str) -> None:
    assert name(item) == expected


@pytest.mark.parametrize(
    ("item", "title", "expected"),
    [
        ("1926 Custom", "Chopper Must Go!", "no_make"),
        ("1999 Toyota", "215/35/18 rims universales honda o Toyota", "no_model"),
        ("1993 honda", "93 Honda $1799obo,suburban ram tahoe escalade", "no_model"),
        ("2018 weather guard", "Chevy / Ford / Dodge Truck Storage Box", "no_model"),
        ("1989 Mazda", "Mazda 89", "no_model"),
        ("2001 mazda 5 speed", "", "no_model"),
        ("2001 Quattro 1.8T", "2001 Audi Quattro 1.8T", "no_model"),
        ("1998 ford", "1998 ford just pass smog", "no_model"),
        ("1929 ford sedan", "NICE 29 FORD SEDAN PROJECT", "no_model"),
    ],
)
def test_nothing_is_guessed(item: str, title: str, expected: str) -> None:
    assert name(item, title) == expected


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        (100, 100_00),
        (Decimal("5800.50"), 5_800_50),
        ("$5,800", 5_800_00),
        ("5800.5", 5_800_50),
        (10_000_000, MAX_CENTS),
        (99, Reason.PRICE_UNDER_100),
        (0, Reason.PRICE_UNDER_100),
        (-5, Reason.PRICE_UNDER_100),
        (10_000_001, Reason.PRICE_OUT_OF_RANGE),
        (None, Reason.NO_PRICE),
        ("make an offer", Reason.NO_PRICE),
        (5800.5, Reason.NO_PRICE),
        (True, Reason.NO_PRICE),
        (Decimal("NaN"), Reason.NO_PRICE),
        (Decimal("1e999999"), Reason.PRICE_OUT_OF_RANGE),
    ],
)
def test_prices(price: object, expected: int | Reason) -> None:
    found = parse_listing(ad("1999 honda accord", price=price), LATEST)
    assert (found.asking if isinstance(found, Listing) else found.reason) == expected


@pytest.mark.parametrize(
    ("odometer", "expected"),
    [
        ("172", 172),
        ("060443", 60_443),
        ("125,122", 125_122),
        (0, 0),
        ("2000000", MAX_MILEAGE),
        ("4500000", Reason.MILEAGE_OUT_OF_RANGE),
        (-1, Reason.MILEAGE_OUT_OF_RANGE),
        (None, Reason.NO_ODOMETER),
        ("unknown", Reason.NO_ODOMETER),
        ("²", Reason.NO_ODOMETER),
    ],
)
def test_odometers_are_kept_as_written(odometer: object, expected: int | Reason) -> None:
    found = parse_listing(ad("1999 honda accord", odometer=odometer), LATEST)
    assert (found.vehicle.mileage if isinstance(found, Listing) else found.reason) == expected


@pytest.mark.parametrize(
    ("year", "vin", "expected"),
    [
        (2004, "1HGCM82633A004352", "1HGCM82633A004352"),
        (2004, " 1hgcm82633a004352 ", "1HGCM82633A004352"),
        (2004, "1HGCM82643A004352", None),  # the check digit does not fit
        (2004, "1HGCM82633AO04352", None),  # a VIN has no O
        (2004, "Upon request", None),
        (1965, "5F08T617031", "5F08T617031"),
        (1965, "xxxxxxxxxxxxx", None),
        (1965, "1111111", None),
        (2004, 12345, None),
    ],
)
def test_a_vin_that_cannot_be_one_is_left_out(year: int, vin: object, expected: object) -> None:
    found = parse_listing(ad(f"{year} ford mustang", vin=vin), LATEST)
    assert isinstance(found, Listing)
    assert found.vehicle.vin == expected


@pytest.mark.parametrize("raw", [None, 3, "2008 nissan altima", [], True])
def test_what_is_no_ad(raw: object) -> None:
    assert reason(raw) is Reason.NOT_AN_AD


def test_attributes_of_the_wrong_kind() -> None:
    assert reason({"item": "1999 honda accord", "price": 500, "attrs": "none"}) is (
        Reason.NO_ODOMETER
    )
