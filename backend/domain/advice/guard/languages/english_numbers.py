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
    centuries={"twenty": 2000, "nineteen": 1900},
    vague=re.compile(
        r"\b(?:a )?(?:few|couple(?: of)?|several|some|many|half a|half-a|quarter of a|multiple|odd)"
        r" (?:hundred|thousand|grand|k)\b"
        r"|\b(?:hundreds|thousands|tens of thousands|millions|grands)\b"
        r"(?! of (?:other |different |similar )?(?:cars|miles|ads|listings|buyers|people|dealers))"
        r"|\b(?:low|mid|high|upper)[- ](?:teens|twenties|thirties|forties|five figures)\b"
        r"|\b(?:low|mid|high|upper|early|late)[- ](?:(?:twenty-|thirty-)?(?:ones|twos|threes|fours|"
        r"fives|sixes|sevens|eights|nines)|tens|elevens|twelves)\b"
        r"|\b(?:thir|four|fif|six|seven|eigh|nine)teens\b"
        r"|\b(?:teens|twenties|thirties|forties|fifties)\b"
        r"|\bfive figures\b"
        r"|\b\w+ and an? (?:half|quarter) (?:thousand|grand|hundred|k|percent)\b"
    ),
)

_COUNTED = "|".join(
    words_of("""
    accidents? ads? adults? airbags? badges? banks? belts? bulbs? buyers? calls? cameras?
    camrys? cars? chances? children columns? copies cracks? cylinders? days? dealers?
    dealerships? deals? dents? documents? doors? drivers? e-?mails? fobs? friends? gears? hours?
    hrs? items? keys? kids? leaks? lenders? letters? lights? lines? listings? mats? mechanics?
    messages? minutes? mirrors? models? names? nights? numbers? offers? options? others? owners?
    pages? papers? passengers? people person photos? pictures? points? ports? prices? questions?
    quotes? reasons? recalls? repairs? rims? rows? scratches screens? seats? seconds? sellers?
    sentences? services? sets? sides? speakers? speeds? stains? steps? suvs? texts? things?
    times? tires? trucks? tyres? vehicles? visits? ways? weekends? weeks? wheels? windows?
    words? zones?
    """)
)

_NO_LINK = (
    r"(?!(?:and|or|but|for|with|without|at|on|in|to|from|of|by|per|as|if|than|the|an?|this|that|"
    r"your|their|his|her|its|my|our|both|all|any|is|are|was|be|now|then|so|when|before|after|"
    r"until|over|under|up|it|they|you|i|we|he|she)\b)"
)
"""What stands between a number and the things that it counts is no such word."""

_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
"""Numbers that mostly count nothing, but may stand for thousands."""

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
        rf"(?:st|nd|rd|th)?[ -](?:{_NO_LINK}[a-z]+ ){{0,2}}(?:{_COUNTED})(?!\w)"
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
        r"|\b(?:every|each) (?:hundred|thousand)(?= (?:dollars? )?(?:that |which )?(?:they|you)\b)"
        r"|\ba (?:hundred|thousand|million) (?:and one )?(?:reasons|times|thanks|ways|things|"
        r"excuses|questions|stories)\b"
        r"|\b(?:with you|behind you|on your side|agree) (?:100 ?%|(?:an?|one) hundred "
        r"(?:percent|per cent)|100 percent)(?= ?[.,;!]|$)"
        r"|\b(?:an?|one) hundred per ?cent (?:sure|certain|on your side|yours|up to you|clear)\b"
        r"|\b\d\.\d[- ]lit(?:er|re)\b|\bseats \d\b(?![\d.,]\d)"
        r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december) \d{1,2}(?:st|nd|rd|th)?\b(?![,.]?\d| ?k\b| (?:thousand|hundred|grand|percent)|"
        r" ?%)"
        r"|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|june|july|august|"
        r"september|october|november|december)\b|\bfifty[- ]fifty\b|\b50 ?[/-] ?50\b|\b24/7\b|"
        r"\b9[- ]to[- ]5\b"
        r"|\b(?:100 ?%|100 percent) (?:sure|certain|on your side|yours|up to you|clear)\b"
    ),
    fractions=re.compile(
        r"\bhalf (?:off|price|(?:of )?the (?:asking |sticker )?price)\b"
        r"|\bhalf (?:of )?what (?:they|he|she|the (?:dealer|seller)) (?:ask|want|charge)s?\b"
        r"|\b(?:two|three|four|five|seven|nine)[- ](?:thirds|quarters|fifths|sixths|eighths|"
        r"tenths)\b"
        rf"|\b(?:take|knock|shave|cut|chop) (?:another )?{_FEW} off\b"
        rf"|\b(?:take|knock|shave|cut|chop) off (?:another )?{_FEW}\b(?! \w+s\b)"
        rf"|\b(?!one|two){_FEW} (?:is|would be|sounds|seems|might be) (?:fair|fine|good|right|"
        r"reasonable|ok|okay|cheap|too (?:much|low|high))\b"
        r"|\b(?:a|one|two) (?:third|thirds|quarter|quarters|fifth) "
        r"(?:off|less|below|under|of (?:the|its|their|your))\b"
        r"|\b(?:an?|one|two|three|four|five|seven|nine)[- ](?:third|quarter|fifth|sixth|seventh|"
        r"eighth|ninth|tenth|twelfth|fifteenth|twentieth|fiftieth|hundredth)s?"
        r"(?= (?:off|less|more|below|under|above|over|of (?!an hour)|cheaper|lower|higher|from|"
        r"down)"
        r"\b)"
        r"|\b(?:discount|off|rebate|price|dollars?)\b[^.;:!?]{0,15} (?:one|two|three|1|2|3) (?:in|"
        r"out of) (?:two|three|four|five|six|seven|eight|nine|ten|"
        r"twelve|twenty|\d+)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) down\b"
        r"|\bby (?:an?|one|two|three)[- ](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|"
        r"twelfth|twentieth|fiftieth|hundredth)s?\b"
        r"|\b(?:double|triple|twice) (?:the|your|their) (?:price|offer|asking)\b"
        r"|\b(?:zero|no|without|free of) interest\b|\binterest[- ]free\b|\b(?:zero|nothing) down\b"
    ),
)
