"""Makes of cars sold in the United States, and how people write them."""

from __future__ import annotations

from demo.ads.ad_words import squashed

_SPELLINGS = {
    "Acura": "accura, acurra",
    "Alfa Romeo": "alfa, alpha romeo",
    "AM General": "amgeneral",
    "AMC": "american motors",
    "Aston Martin": "",
    "Audi": "",
    "Austin-Healey": "austin healy",
    "Bentley": "",
    "BMW": "bwm",
    "Buick": "biuck, buik",
    "Cadillac": "cadilac, caddilac, caddillac, cadillack, caddy",
    "Chevrolet": "chevy, chevey, chevie, chevorlet, cheverolet, chevrolette, chevrlet, chev",
    "Chrysler": "chysler, crysler, chrystler, chryler",
    "Daewoo": "",
    "Datsun": "",
    "DeLorean": "",
    "Dodge": "dogde, doge, dodje",
    "Eagle": "",
    "Ferrari": "ferari",
    "Fiat": "",
    "Fisker": "",
    "Ford": "foed, frod",
    "Freightliner": "frieghtliner, freight liner",
    "Genesis": "",
    "Geo": "",
    "GMC": "",
    "Honda": "hoda, hunda, hond",
    "Hummer": "",
    "Hyundai": "hyundia, hyundi, hyndai, hyndiai, huyndai, hundai, hiundai, hyunday, hyuandai",
    "Infiniti": "infinity, infinti, infinite, infinitti",
    "International": "",
    "Isuzu": "izuzu, isuzo",
    "Jaguar": "jag, jaguer",
    "Jeep": "",
    "Kia": "",
    "Lamborghini": "lamborgini",
    "Land Rover": "landrover",
    "Lexus": "lexas, lexis",
    "Lincoln": "lincon, linclon",
    "Lotus": "",
    "Mack": "",
    "Maserati": "masserati",
    "Mazda": "mazada",
    "Mercedes-Benz": (
        "mercedes, mercedez, mercedez benz, mercedes bens, mercades, mercades benz, mercedesbenz, "
        "merceds, benz, mbz"
    ),
    "Mercury": "",
    "MG": "",
    "MINI": "",
    "Mitsubishi": "mistubishi, mitsubushi, mitsubitshi, mitsubish, mitsibishi",
    "Nissan": "nisssan, nisan, nissian",
    "Oldsmobile": "olds, oldsmobil",
    "Opel": "",
    "Paige": "",
    "Peterbilt": "",
    "Plymouth": "plymoth",
    "Pontiac": "poniac, pontic",
    "Porsche": "porshe, porche, porshce",
    "Ram": "",
    "Rolls-Royce": "rolls",
    "Saab": "sabb",
    "Saturn": "satrun",
    "Scion": "",
    "Smart": "",
    "Studebaker": "",
    "Subaru": "suburu, subura, subuaru, subaro",
    "Suzuki": "suziki",
    "Tesla": "",
    "Toyota": "toyta, totota, toyt, toyoto, toyata, toytota, toyotta",
    "Triumph": "",
    "Volkswagen": (
        "vw, volkswagon, volswagen, volswagon, volkwagen, volkwagon, volkswagan, volksvagen, "
        "wolkesvagen, wolkswagen"
    ),
    "Volvo": "vovlo, vovol",
}

MAKES: dict[str, str] = {
    squashed(spelling): make
    for make, spellings in _SPELLINGS.items()
    for spelling in (make, *filter(None, spellings.split(", ")))
}
"""From each spelling, squashed, to the make."""
