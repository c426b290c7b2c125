"""How English writes numbers and what they count."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import NumberWords, Units, words_of

_ONES = words_of("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
""")
_TENS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")

NUMBERS = NumberWords(
    ones={word: value for value, word in enumerate(_ONES)},
    tens={word: 10 * value for value, word in enumerate(_TENS, start=2)},
    scales={"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000},
    joiner="and",
    one=frozenset({"a", "an"}),
    point=frozenset({"point"}),
    vague=re.compile(
        r"\b(?:a )?(?:few|couple(?: of)?|several|some|many|half a|half-a|quarter of a|multiple|odd)"
        r" (?:hundred|thousand|grand|k)\b"
        r"|\b(?:hundreds|thousands|tens of thousands|millions|grands)\b"
        r"(?! of (?:other |different |similar )?(?:cars|miles|ads|listings|buyers|people|dealers))"
        r"|\b(?:low|mid|high|upper)[- ](?:teens|twenties|thirties|forties|five figures)\b"
        r"|\b(?:teens|twenties|thirties|forties|fifties)\b"
        r"|\bfive figures\b"
        r"|\b\w+ and an? (?:half|quarter) (?:thousand|grand|hundred|k|percent)\b"
    ),
)

_COUNTED = "|".join(
    words_of("""
    accidents? adults? ads? banks? buyers? calls? camrys? cars? chances? columns? copies cylinders?
    days? deals? dealers? dealerships? documents? doors? e-?mails? fobs? hours? hrs? items? keys?
    kids? lenders? letters? lines? listings? mechanics? messages? minutes? models? names? nights?
    numbers? offers? options? others? owners? pages? papers? people person photos? pictures? points?
    prices? questions? quotes? reasons? recalls? rows? seats? seconds? sellers? sentences? services?
    sets? sides? steps? suvs? texts? things? times? tires? trucks? tyres? vehicles? visits? ways?
    weekends? weeks? wheels? words?
    """)
)

UNITS = Units(
    money=re.compile(r" ?-?(?:us )?(?:dollars?|bucks?|usd|us\$|\$|grand)(?!\w)"),
    cents=re.compile(r" ?-?(?:cents?|¢)(?!\w)"),
    percent=re.compile(r" ?-?(?:%|percent(?:age)?(?: points?)?|per cent|pct)(?!\w)"),
    interest=re.compile(
        r"\bapr\b|\binterest\b|\bfinanc|\bloans?\b|\brates?\b|\bbank|\bcredit\b|\bannual\b"
    ),
    month=re.compile(r"[ -]?(?:months?|mos?)\b"),
    year=re.compile(r"[ -]?(?:years?|yrs?)\b"),
    mile=re.compile(
        r" ?-?(?:k )?(?:thousand )?(?:(?:or so |highway |easy |hard )?(?:miles?|mi)\b"
        r"|on (?:the|its) (?:clock|odometer|dash)\b)"
    ),
    counted=re.compile(
        rf"(?:st|nd|rd|th)?[ -](?:[a-z]+ ){{0,2}}(?:{_COUNTED})(?!\w)"
        r"| of (?:the|these|those|them|your|their|its|every)\b"
    ),
    round_before=re.compile(r"\brounds? (?:number |no\.? )?$"),
    round_of=re.compile(r"\bround (?:\w+|\d+) of $"),
    round_after=re.compile(
        r"(?:st|nd|rd|th)?[ -](?:more )?rounds?\b|(?: of your)? (?:counter)?offers? (?:are )?left\b"
    ),
    price_before=re.compile(
        r"(?:\b(?:offer|pay|bid|counter with|accept|take|at|to|around|about|say|go|add|by|"
        r"another|try|give them|worth|spend|for)|[$€£]) ?$"
    ),
    range_between=re.compile(r" ?(?:-|—|to|or|through|up to) ?(?:around |about )?"),
    idioms=re.compile(
        r"\bnot (?:even )?(?:one|a single) (?:dollar|cent)\b"
        r"|\bone (?:dollar|cent) (?:more|less|too)\b"
        r"|\bfifty[- ]fifty\b|\b50 ?[/-] ?50\b|\b24/7\b|\b9[- ]to[- ]5\b"
        r"|\b(?:100 ?%|100 percent) (?:sure|certain|on your side|yours|up to you|clear)\b"
    ),
    fractions=re.compile(
        r"\bhalf (?:off|price|the (?:asking |sticker )?price)\b"
        r"|\b(?:a|one|two) (?:third|thirds|quarter|quarters|fifth) "
        r"(?:off|less|below|under|of (?:the|its|their|your))\b"
        r"|\b(?:double|triple|twice) (?:the|your|their) (?:price|offer|asking)\b"
        r"|\b(?:zero|no|without|free of) interest\b|\binterest[- ]free\b|\b(?:zero|nothing) down\b"
    ),
)
