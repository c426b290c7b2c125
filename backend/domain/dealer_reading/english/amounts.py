"""How English names numbers, and which numbers are no money."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import (
    NumberWords,
    Quantities,
    Steps,
    any_of,
    following,
    preceding,
)

_SMALL = """
one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: number for number, word in enumerate(_SMALL.split(), start=1)}
_TENS = {word: 10 * number for number, word in enumerate(_ROUND.split(), start=2)}
_STATES = """
ca ny tx fl nv wa az nj il ga nc va mi tn mo md wi mn sc ky ct ut ks nm ne wv mt ri nd sd vt wy
"""
_STATE = rf"(?<=[, ](?:{'|'.join(_STATES.split())}) )"  # those that are no words
_MULTIPLIERS = "hundred|thousand|grand|k"
_WORD = "|".join([*sorted([*_UNITS, *_TENS], key=len, reverse=True), _MULTIPLIERS])

WORDS = NumberWords(
    units=_UNITS,
    tens=_TENS,
    hundreds=frozenset({"hundred"}),
    thousands=frozenset({"thousand", "grand", "k"}),
    one=frozenset({"a", "an"}),
    half="half",
    run=re.compile(
        rf"(?<![\w.,])(?:\d{{1,3}}(?:\.\d{{1,2}})? (?={_MULTIPLIERS})|(?:a|an) (?={_MULTIPLIERS}))?"
        rf"(?:{_WORD})(?![a-z])"
        rf"(?:[ -]and a half(?![a-z])|[ -](?:and )?(?:{_WORD})(?![a-z])| \d{{3}}(?![\w,.]))*"
    ),
    money=re.compile(
        r" ?(?:(?P<k>k)(?![a-z])|(?:dollars?|bucks|usd)(?![a-z])|\$(?![\d ]))|(?=obo|otd|cash|firm)"
    ),
)

QUANTITIES = Quantities(
    after=following(r"""
        [- ]?(original |highway |easy |freeway |city |actual |thousand |k )*(miles?|mi|mileage)
        [- ]?(mpg|city|highway|hwy|hp|horsepower|rpm|psi|km|kms|kilometers)
        [- ]?(years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?)
       (am|pm|a\.m|p\.m|o'clock)
        [- ]?(liters?|litres?|cc|cylinders?|cyl|speed|doors?|dr|seats?|seater|passengers?|owners?)
        [- ]?(keys?|tires?|wheels?|people|persons?|other|others|offers|buyers?|inch|inches)
        [- ]?(lbs?|pounds|tons?|gallons?|feet|ft|volts?|watts?|amps?|valves?|series|more years)
        (st|nd|rd|th|x|times|percent|apr|stars?|points?|pts|photos?|pics|pictures|cars?|trucks?)
        ([a-z]+ ){1,2}(st|street|ave|avenue|road|blvd|boulevard|lane|hwy)
        (%|\+? ?% )
        (model|accidents?|cousin|gens?|generation|jobs?|kids|dogs|questions?|things?|options?)
    """),
    before=preceding(r"""
        (mileage|odometer|odo|miles)( (is|of|at|reads|says|shows|about|around|only|just|right))*
        (call|text|phone|tel|cell|reach|ring)( (me|us|at|on|number|is|my|the|him|her))*
        (zip|zip code|vin|stock|stk|unit|apt|suite|page|exit|route|highway|ext)
        (apr|rate|interest|financing)( (of|at|is|as low as))*
        (jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)
        (january|february|march|april|may|june|july|august|september|october|november|december)
        (f|ram|silverado|sierra|express|savana|econoline|mazda|galaxie|fiat|chrysler|model|class)
        (round|version|type|size|lot|bay|mph|score|credit score)( (is|of))*
    """),
    year_before=preceding(r"""
        (in|since|from|until|till|through|year|model|early|late|mid|back in|by|during|a|my|the|it's)
        (jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)
        (january|february|march|april|may|june|july|august|september|october|november|december)
        (it's|its|is|was|this|that|your|our|new|used|clean|nice|being|being a|for a|purchased in)
    """),
    anywhere=re.compile(
        r"(?<!\S)https?://\S{1,500}|(?<!\S)www\.\S{1,500}|(?<!\S)[\w.+-]{1,64}@[\w.-]{1,100}"
        r"|(?<![\d$])\+?(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?![\d,])"
        rf"|(?<![\d$])\d{{3}}-\d{{4}}(?!\d)|{_STATE}\d{{5}}(?!\d)|'\d\d(?!\d)"
    ),
    round_number_end=re.compile(
        r"[ )\"']{0,2}(?:\Z|[.,!?;:)\n-]|(?:and|if|but|or|cash|is|it|firm|obo|out|for|works?|today"
        r"|now|right|with|then|max|even|flat|total|otd|plus|before|all|tonight|max|would|will|to"
        r"|because|cuz|since|on|at|tops|minimum|lowest|deal|sound|sounds|as|so|maybe|drive|take"
        r"|than|isn't|won't|wouldn't|can't|doesn't)(?!\w))"
    ),
)

STEPS = Steps(
    less_before=preceding(r"""
        (knock|take|took|shave|cut|chop|drop|lower|reduce)( (off|it|the|price|that|this|by))+
        (knock|knocking|shave|cut|chop|discount)( (you|another|off|an|extra|about))*
        (take|taking|took)( (you|another|an|extra|about))* off( (another|an|extra|about))*
        (come|came|coming|go|went|drop|dropped) (down|off)( (by|another|almost|about|nearly|an?))*
        (come|came|coming|go|went|drop|dropped) (down|off) (it|the price)( (by|another|about))*
        (drop|dropped|lower|lowered|reduce|reduced)( (it|the|price))* by( (another|about))*
        (discount|rebate|reduction)( (of|is))*
        (minus|less)( (another|an))?
    """),
    less_after=following(r"""
        (dollars |bucks )?off( (the|of|my|our|for you|it|that))*
        (dollars |bucks )?(less|cheaper|lower)(?! (than|miles))
        (dollars |bucks )?(discount|rebate|reduction|price drop|price cut)
        (dollars |bucks )?(below|under|less than|off) (the |my |our )?(ask\w*|list\w*|sticker|msrp)
    """),
    more_before=preceding(r"""
        (come|go|came) up( (by|another|about|just))*
        (add|another)
    """),
    more_after=following(r"""
        (dollars |bucks )?(more|higher)(?! (than|miles|years))
        (dollars |bucks )?(above|over|on top of) (your|the) (offer|number|bid)
    """),
    from_asking=any_of(r"""
        (off|below|under|from|less than) (the |my |our |its )?(ask\w*|list\w*|sticker|advertised)
    """),
    refused=any_of(
        r"""
        (can't|cannot|cant|won't|wont|not|never|couldn't|wouldn't|don't|no way|unable)( \w+){0,5}
    """,
        end=r" ?\Z",
    ),
)
