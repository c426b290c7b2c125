"""Models by make, as they were sold in the United States, and how people misspell them.

Names are separated by commas; after ``=`` come other ways to write the name before it.
"""

from __future__ import annotations

MODEL_NAMES = {
    "Acura": (
        "CL, 2.2CL, 2.3CL, 3.0CL, 3.2CL, ILX, Integra, Legend, MDX, NSX, RDX, RL, 3.5RL, RLX, "
        "RSX, TL, 2.5TL, 3.2TL, TLX, TSX, Vigor, ZDX"
    ),
    "Alfa Romeo": "4C, Giulia, Spider, Stelvio",
    "AM General": "M923, M998, Hummer",
    "AMC": "AMX, Eagle, Gremlin, Hornet, Javelin, Pacer",
    "Aston Martin": "DB7, DB9, DB11, DBS, Rapide, V8 Vantage, Vanquish, Vantage, Virage",
    "Audi": (
        "A3, A4, A5, A6, A7, A8, Allroad, Q3, Q5, Q7, R8, RS4, RS5, RS7, S3, S4, S5, S6, S7, S8, "
        "SQ5, TT, TTS, 80, 90, 100, 200, 5000, Cabriolet"
    ),
    "Austin-Healey": "100, 100-6, 3000, Sprite",
    "BMW": (
        "1 Series, 2 Series, 3 Series, 4 Series, 5 Series, 6 Series, 7 Series, 8 Series, "
        "Alpina B7=b7, X1, X2, X3, X4, X5, X6, Z3, Z4, Z8, M2, M3, M4, M5, M6, i3, i8, 2002, "
        "2002tii, 3.0CS"
    ),
    "Buick": (
        "Cascada, Century, Electra, Enclave, Encore, Envision, Grand National, LaCrosse, "
        "LeSabre, Lucerne, Park Avenue, Rainier, Reatta, Regal, Rendezvous, Riviera, Roadmaster, "
        "Skylark, Terraza, Verano, Wildcat"
    ),
    "Cadillac": (
        "Allante, ATS, Brougham, Catera, CT6, CTS, CTS-V, DeVille=coupe de ville=sedan de ville, "
        "DTS, Eldorado, ELR, Escalade, Escalade ESV, Escalade EXT, Fleetwood, "
        "Fleetwood Brougham, Seville, SRX, STS, XLR, XT5, XTS"
    ),
    "Chevrolet": (
        "1500, 2500, 3500, 2500 HD, 3500 HD, 3600, 4500, Apache, Astro, Avalanche, Aveo, "
        "Bel Air=belair, Beretta, Blazer, Bolt, C10, C20, C30=30, C1500, C2500, C3500, C4500, "
        "C5500, C6500, C/K 1500, C/K 2500, C/K 3500, Camaro, Caprice, Captiva, Cavalier, "
        "Celebrity, Chevelle, Cheyenne, Cobalt, Colorado, Corsica, Corvair, Corvette, Cruze, "
        "El Camino, Equinox, Express, Express 1500, Express 2500, Express 3500, G10, G20, G30, "
        "HHR, Impala, K5 Blazer, K10, K20, K1500, K2500, K3500, Lumina, Malibu, Metro, "
        "Monte Carlo, Nova, Prizm, S-10, S-10 Blazer, Silverado, Silverado 1500=1500 silverado, "
        "Silverado 2500=2500 silverado, Silverado 2500 HD, Silverado 3500=3500 silverado, "
        "Silverado 3500 HD, Silverado C1500, Sonic, Spark, SSR, Suburban=1500 suburban, "
        "Suburban 2500=2500 suburban, Suburban C20, Tahoe=1500 tahoe, Tracker, Trailblazer, "
        "Traverse, Trax, Uplander, Van, Vega, Venture, Volt"
    ),
    "Chrysler": (
        "200, 300, 300C, 300M, Aspen, Cirrus, Concorde, Crossfire, Fifth Avenue, Imperial, "
        "LeBaron, LHS, New Yorker, Newport, Pacifica, PT Cruiser=pt crusier, Sebring, "
        "Town & Country=town and country, Voyager"
    ),
    "Daewoo": "Lanos, Leganza, Nubira",
    "Datsun": "240Z, 260Z, 280Z, 280ZX, 510, 620, 720",
    "DeLorean": "DMC-12",
    "Dodge": (
        "Avenger, Caliber, Caravan, Challenger, Charger, Coronet, Dakota, Dart, Durango, "
        "Grand Caravan, Intrepid, Journey, Lancer, Magnum, Monaco, Neon, Nitro, Power Wagon, "
        "Ram, Ram 150, Ram 250, Ram 350, Ram 1500=1500, Ram 2500=2500, Ram 3500=3500, Ram 4500, "
        "Ram 5500, Ram C/V, Ram Van, Ramcharger, Shadow, Sprinter, Stealth, Stratus, Viper"
    ),
    "Eagle": "Talon, Vision",
    "Ferrari": "308, 328, 348, 355, 360, 458, 488, California, F355, F430, Testarossa",
    "Fiat": "124 Spider, 500, 500c, 500e, 500L, 500X, 850",
    "Fisker": "Karma",
    "Ford": (
        "Aerostar, Bronco, Bronco II, C-Max, Contour, Crown Victoria, E-150, E-250, E-350, "
        "E-450, E-Series, Econoline, Edge, Escape, Escort, Excursion, Expedition=expidition, "
        "Explorer, Explorer Sport Trac, F-100, F-150=150, F-250=250, F-350=350=super duty 350, "
        "F-450, F-550, F-600, F-650, F-750, Fairlane, Falcon, Festiva, Fiesta, Five Hundred, "
        "Flex, Focus, Freestar, Freestyle, Fusion, Galaxie, Galaxie 500, GT, Highboy, Model A, "
        "Model T, Mustang=musang, Probe, Ranchero, Ranchero 500, Ranger, Taurus, Taurus X, "
        "Tempo, Thunderbird, Torino, Transit, Transit Connect, Windstar"
    ),
    "Freightliner": "Cascadia, Columbia, M2, Sprinter",
    "Genesis": "G70, G80, G90",
    "Geo": "Metro, Prizm=prism, Storm, Tracker",
    "GMC": (
        "1500, 2500, 3500, Acadia, C1500, C2500, C3500, C4500, C5500, C6500, C10, Canyon, Envoy, "
        "Envoy XL, Jimmy, K1500, K2500, K3500, S15, S15 Jimmy, Safari, Savana, "
        "Savana 1500=1500 savana, Savana 2500=2500 savana, Savana 3500=3500 savana, "
        "Sierra=serria, Sierra 1500=1500 sierra, Sierra 2500=2500 sierra, Sierra 2500 HD, "
        "Sierra 3500=3500 sierra, Sierra 3500 HD, Sonoma, Sprint, Suburban, Syclone, Terrain, "
        "TopKick, Typhoon, Vandura=vendura, Vandura 2500, Vandura 3500=vendura 3500, "
        "Yukon=1500 yukon, Yukon XL=1500 yukon xl=2500 yukon xl"
    ),
    "Honda": (
        "Accord, Civic=civix, CR-V, CR-X, CR-Z, Crosstour, "
        "Del Sol=del so=del sole=civic del sol, Element, Fit, HR-V, Insight, Odyssey=odessey, "
        "Passport, Pilot, Prelude, Ridgeline, S2000"
    ),
    "Hummer": "H1, H2, H3, H3T",
    "Hyundai": (
        "Accent, Azera, Elantra=elentra, Entourage, Equus, Excel, Genesis, Genesis Coupe, Ioniq, "
        "Santa Fe=sante fe, Scoupe, Sonata, Tiburon, Tucson, Veloster, Veracruz, XG300, XG350"
    ),
    "Infiniti": "QX4",
    "Isuzu": "Amigo, Ascender, Axiom, Hombre, NPR, Pickup=pick up, Rodeo, Trooper, VehiCROSS",
    "Jaguar": (
        "E-Type, F-Pace, F-Type, S-Type, Vanden Plas, X-Type, XE, XF, XJ, XJ6, XJ8, XJ12, XJL, "
        "XJR, XJS, XK, XK8, XKR"
    ),
    "Jeep": (
        "Cherokee, CJ5, CJ7, CJ8, Comanche, Commander, Commando, Compass, Gladiator, "
        "Grand Cherokee, Grand Wagoneer, Liberty, Patriot, Renegade, Wagoneer, "
        "Wrangler=jk=tj=yj=jk wrangler, Wrangler Unlimited=jk wrangler unlimited"
    ),
    "Kia": (
        "Amanti, Borrego, Cadenza, Forte, Forte Koup, K900, Niro, Optima, Rio, Rondo, Sedona, "
        "Sephia, Sorento, Soul, Spectra, Sportage, Stinger"
    ),
    "Lamborghini": "Aventador, Countach, Diablo, Gallardo, Huracan, Murcielago",
    "Land Rover": (
        "Defender, Discovery, Discovery Sport, Freelander, LR2, LR3, LR4, "
        "Range Rover=rang rover, Range Rover Evoque, Range Rover Sport"
    ),
    "Lincoln": (
        "Aviator, Blackwood, Continental, LS, Mark LT, Mark VII, Mark VIII, MKC, MKS, MKT, MKX, "
        "MKZ, Navigator, Town Car, Zephyr"
    ),
    "Lotus": "Elise, Esprit, Evora, Exige",
    "Mack": "MS 200, Granite, Vision",
    "Maserati": "Coupe, Ghibli, GranTurismo, Levante, Quattroporte, Spyder",
    "Mazda": (
        "2=mazda2, 3=mazda3, 5=mazda5, 6=mazda6, 323, 626, 929, B2000, B2200, B2300, B2500, "
        "B3000, B4000, CX-3, CX-5, CX-7, CX-9, Mazdaspeed3, Mazdaspeed6, MX-3, MX-5, "
        "MX-5 Miata=miata mx5, MX-6=mx6 mx6, Miata, Millenia, MPV, Protege, Protege5, RX-7, "
        "RX-8, Tribute"
    ),
    "Mercedes-Benz": (
        "A-Class, B-Class, C-Class, CL-Class, CLA-Class, CLK-Class, CLS-Class, E-Class, G-Class, "
        "GL-Class, GLK-Class, M-Class, R-Class, S-Class, SL-Class, SLK-Class, Metris, Sprinter, "
        "Sprinter 2500, Sprinter 3500"
    ),
    "Mercury": (
        "Capri, Cougar, Grand Marquis, Marauder, Mariner, Marquis, Milan, Montego, Monterey, "
        "Mountaineer, Mystique, Sable, Topaz, Tracer, Villager"
    ),
    "MG": "MGB, MGA, Midget",
    "MINI": (
        "Clubman, Convertible, Cooper, Cooper Clubman, Cooper Countryman, Countryman, Coupe, "
        "Hardtop, Paceman, Roadster"
    ),
    "Mitsubishi": (
        "3000GT, Diamante, Eclipse, Endeavor, FM 260, Fuso, Galant=gallante=gallant, i-MiEV, "
        "Lancer, Lancer Evolution, Mighty Max, Mirage, Montero, Montero Sport, Outlander, "
        "Outlander Sport, Raider"
    ),
    "Nissan": (
        "200SX, 240SX, 280ZX, 300ZX, 350Z, 370Z, Altima, Armada, Cube, D21, Frontier, GT-R, "
        "Hardbody, Juke, Leaf, M30, Maxima=maximum, Murano, NV200, NV1500, NV2500, Pathfinder, "
        "Pickup=pick up, Pulsar, Quest, Rogue=rough, Rogue Sport, Sentra, Stanza, Titan, "
        "Titan XD, UD 1400, Versa, Versa Note, Xterra=exterra"
    ),
    "Oldsmobile": (
        "442, 88, 98, Achieva, Alero, Aurora, Bravada, Custom Cruiser, Cutlass, "
        "Cutlass Ciera=cutlass cierra, Cutlass Supreme, Delta 88, Eighty-Eight, Intrigue, "
        "Ninety-Eight, Silhouette, Toronado"
    ),
    "Paige": "6-75",
    "Plymouth": (
        "Acclaim, Barracuda, Breeze, Duster, Fury, Grand Voyager, Laser, Neon, Prowler, "
        "Road Runner, Satellite, Sundance, Valiant, Voyager"
    ),
    "Pontiac": (
        "Aztek, Bonneville, Catalina, Fiero, Firebird=farebird, G3, G5, G6, G8, Grand Am, "
        "Grand Prix, GTO, LeMans, Montana, Solstice, Sunbird, Sunfire, Tempest, Torrent, "
        "Trans Am, Vibe"
    ),
    "Porsche": (
        "356, 718, 911, 912, 914, 924, 928, 928 S4, 944, 968, Boxster=boxter, "
        "Cayenne=cayeene=cayene, Cayman, Macan, Panamera"
    ),
    "Ram": "1500, 2500, 3500, 4500, 5500, C/V, ProMaster, ProMaster City",
    "Rolls-Royce": "Corniche, Ghost, Phantom, Silver Shadow, Silver Spirit, Silver Spur, Wraith",
    "Saab": "9-2X, 9-3, 9-4X, 9-5, 9-7X, 900, 900S, 9000",
    "Saturn": (
        "Astra, Aura, Ion, L200, L300, LS, LS1, LS2, LW200, Outlook, Relay, SC, SC1, SC2, Sky, "
        "SL, SL1, SL2, SW, SW1, SW2, Vue"
    ),
    "Scion": "FR-S, iA, iM, iQ, tC, xA, xB, xD",
    "Smart": "Fortwo",
    "Studebaker": "Avanti, Champion, Commander, Hawk, Lark",
    "Subaru": (
        "Ascent, B9 Tribeca, Baja, Brat, BRZ, Crosstrek, Forester, Impreza, Impreza WRX, "
        "Impreza WRX STI, Justy, Legacy, Legacy Outback, Loyale, Outback, SVX, Tribeca, WRX, "
        "WRX STI, XV Crosstrek"
    ),
    "Suzuki": (
        "Aerio, Equator, Esteem, Forenza, Grand Vitara, Kizashi, Reno, Samurai, Sidekick, SX4, "
        "Swift, Verona, Vitara, XL-7"
    ),
    "Tesla": "Model 3, Model S, Model X, Model Y, Roadster",
    "Toyota": (
        "4Runner, 86, Avalon, Camry=camary, Camry Solara, Celica, Corolla, Corolla iM, Corona, "
        "Cressida, Echo, FJ Cruiser, FJ40, Highlander, Hilux, Land Cruiser, Matrix, Mirai, MR2, "
        "MR2 Spyder, Paseo, Pickup=pick up=pickup truck=pick up truck, Previa, Prius=pruis, "
        "Prius c, Prius Plug-in, Prius Prime, Prius v, RAV4, Sequoia=sequioa, Sienna=siena, "
        "Solara, Starlet, Supra, T100, Tacoma, Tercel, Truck, Tundra, Van, Venza, Yaris"
    ),
    "Triumph": "GT6, Spitfire, TR3, TR4, TR6, TR7, TR8",
    "Volkswagen": (
        "Beetle=bug=vintage bug, Bus, Cabrio, Cabriolet, CC, Corrado, Eos, EuroVan, Fox, Golf, "
        "Golf GTI, Golf R, GTI, Jetta, Karmann Ghia, New Beetle=new bettle, Passat, Phaeton, "
        "R32, Rabbit, Routan, Scirocco, Super Beetle, Thing, Tiguan, Touareg, Vanagon"
    ),
    "Volvo": (
        "122, 142, 144, 145, 164, 240, 242, 244, 245, 670, 740, 760, 780, 850, 940, 960, 1800, "
        "C30, C70, P1800, S40, S60, S70, S80, S90, V40, V50, V60, V70, V90, VNL, XC60, XC70, XC90"
    ),
}
