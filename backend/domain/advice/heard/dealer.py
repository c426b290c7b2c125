"""What dealers talk about."""

from __future__ import annotations

from enum import StrEnum

from backend.domain.advice.heard import spanish
from backend.domain.advice.heard.car_news import says_branded, says_damaged, says_gone
from backend.domain.advice.heard.consent import consents
from backend.domain.advice.heard.expressions import plain, rule


class DealerTopic(StrEnum):
    """What dealers say. In the order of what the buyer needs to hear about first."""

    GONE = "gone"
    AGREES = "agrees"
    BRANDED = "branded"
    DAMAGE = "damage"
    ASKS_LIMIT = "asks_limit"
    HALFWAY = "halfway"
    DEADLINE = "deadline"
    OTHER_BUYER = "other_buyer"
    MONTHLY = "monthly"
    FEES = "fees"
    TRADE_IN = "trade_in"
    FINANCING = "financing"
    FINAL = "final"
    REFUSAL = "refusal"
    MANAGER = "manager"
    MARKET = "market"
    OUT_THE_DOOR = "out_the_door"
    SWEETENER = "sweetener"
    ASKS_OFFER = "asks_offer"
    COME_IN = "come_in"
    CONDITION = "condition"


_RULES = {
    DealerTopic.ASKS_LIMIT: rule(r"""
        (what|what's|whats|what is|tell me|share) (your|ur) (\w+ )?(budget|max|maximum|limit)
        (what|what's|whats|what is) (your|ur) price range
        (your|ur) budget (looking|like|for)
        what (price range|can you (afford|spend|pay)|could you (afford|spend|pay))
        (the|your) (most|highest) you('d| would| could| can)
        how (high|much|far) (can|could|would|will|are) you (\w+ )?(go|pay|spend|able|willing)
    """),
    DealerTopic.HALFWAY: rule(r"""
        half ?way
        split (it|the) .{0,12}(difference|middle|gap|rest)
        split it
        meet(ing)? (me |us |you )?(in the|at the|half).{0,8}
        (in|at) the middle
        mid ?point
        (50|fifty)[/ -](50|fifty)
        (we )?(each|both) give (a little|some|up)
        let's compromise
        compromise (at|on)
    """),
    DealerTopic.DEADLINE: rule(r"""
        (today|tonight)('s)? (only|price|special)
        (only|just|by|expires|ends|good|valid|available) (\w+ )?(today|tonight)
        (decide|decision|deal|offer) (\w+ )?(today|tonight)
        (buy|take|get|pick|come|close|sign|commit|do|done|purchase) (\w+ ){0,2}(today|tonight)
        (it|up|her|here|in|yes) (by |for )?(today|tonight)
        right (now|away)
        (by the )?end of( the| this)? (week(end)?|month|day|quarter|year)
        this (week(end)?|month|afternoon|morning)
        by (noon|tomorrow|closing|close|(mon|tues|wednes|thurs|fri|satur|sun)day)
        before (noon|close|closing|tomorrow|the weekend|we close|\d+( ?[ap]m)?)
        (ends|expires?|runs out|good until|good through|valid (until|through))
        expiring
        last (chance|day)
        limited[- ]time
        (?<!no )(?<!a )hurry
        (won't|wont|will not|not going to|isn't going to|doesn't|don't) last( long)?
        (can't|cannot|can not|won't) hold (it|the \w+|this)
        (within|next) (\d+|a few) (hours|days|minutes)
        act (now|fast|quick(ly)?)
        going (fast|quickly)
        sign (today|now|tonight)
    """),
    DealerTopic.OTHER_BUYER: rule(r"""
        <other> (buyers?|people|person|offers?)
        <other> (customers?|guys?|couple|part(y|ies))
        (someone|somebody) (else|is|was|has|coming)
        others? (have|are|has|is|want|interested|expressed)
        (a lot|lots|plenty|tons|so much|lot) of (interest|calls|people|inquiries|offers)
        (some|serious|heavy|strong) interest
        next in line
        (appointment|test drive)s? (lined up|scheduled|booked)
        (i've|we've|i|we) (had|have|got) (\w+ )?(offers|calls|inquiries)
        (will|it'll|going to|gonna) be (gone|sold)
    """),
    DealerTopic.MONTHLY: rule(r"""
        (a|per|each|every|/|an?) ?(month|mo)
        monthly
        \d+ ?/ ?(mo|month)
        (low|lower|small|same|your|the|affordable|what|lease) payments?
        payments? (of|as low|would|around|at|you)
    """),
    DealerTopic.FEES: rule(r"""
        (\w+ )?fees?
        add-?ons?
        (dealer|protection|appearance|security|pre-?installed) (package|accessor(y|ies)|options?)
        (vin )?etch(ing)?
        nitrogen( tires)?
        extended (warranty|service)
        (service|maintenance) (contract|plan)
        gap (insurance|coverage)
        (paint|fabric|ceramic|rust)[- ]?(protection|sealant|coating|proofing)
        (market|dealer) (adjustment|markup|mark-up)
    """),
    DealerTopic.TRADE_IN: rule(r"""
        trad(e|es|ed|ing)([- ]?ins?)?
        your (old|current) (car|truck|vehicle|ride)
    """),
    DealerTopic.FINANCING: rule(r"""
        apr
        financ(e|ed|ing)
        (interest|loan|financing) rates?
        (your )?credit( score| app(lication)?)?
        (a )?loan
        lenders?
        down ?payment
        (money|zero|nothing) down
        leas(e|ing)
    """),
    DealerTopic.FINAL: rule(r"""
        (best|final|last|lowest) (and (best|final) )?(price|offer|number|deal)
        best (i|we) (can|could|could've|'ll)
        (price|number|that|it)('s| is) (firm|final)
        firm( on| at)?
        lowest( \w+)? (i|we|i'd|we'd|i'll|we'll)
        (is|be) (the|my|our) (absolute )?lowest
        (rock )?bottom( line| dollar| price)?
        take it or leave it
        non-?negotiable
        (nothing|not a (dollar|penny|cent)|no) (below|less|lower|under)
        (<cannot>|not) (go|do|come down|drop|get) (lower|less|below|under)
        (<cannot>|not) (go|do|come down|drop|get) any (lower|less|further)
        as low as (i|we)
        (stick|sticking) (with|to) (my|our|the)
        at least \$?\d+\S*
    """),
    DealerTopic.REFUSAL: rule(r"""
        (?<!not )(too|so|that|way|very|really|kinda?( of)?|pretty|a (little|bit|tad)|little|bit)\
          \ (too )?low
        <cannot> (do|accept|take|sell|let|go|consider)
        <cannot> (come|drop|entertain|agree|move)
        (unable|not able|not going) to (\w+ )?(do|accept|take|sell|let|go|consider|come|drop|move)
        (no|not) (deal|way|chance|possible|interested|acceptable|happening|enough|going to work)
        (nope|insult\w*|lowball\w*|low-ball\w*|ridiculous|joke|joking|kidding)
        ^no,? (thanks|thank you|sorry|that|can do)
        ^no,? (i|we) (<cannot>|don't think|will not|need|would|want)
        ^(sorry|unfortunately|i'm afraid|im sorry|i'm sorry),? (but |though )?((i|we|that|this|it\
          |the|my|our|your)( \w+)?( is|'s)? )?(no|not|<cannot>|need|would|don't|doesn't|too|have to\
          |has to)
        (los(e|ing)|lost) money
        (below|under|less than) (our |my |the )?(cost|invoice)
        less than (what )?(i|we) (paid|owe|have in it)
        less than half
        (reject|declin|refus)(e|ed|ing)?
        (need|want) (you )?to come up
        in no (rush|hurry)
    """),
    DealerTopic.MANAGER: rule(r"""
        (my|the|our|with|sales|general) (\w+ )?(manager|boss|supervisor|gm|sales desk)
    """),
    DealerTopic.MARKET: rule(r"""
        kbb|kelley|kelly|blue ?book|edmunds|nada|jd power|black book
        (market|book|retail|fair) (value|price|range|data)
        (the|current|this|below|under|at|above) market
        priced (to|below|under|right|fair|well|competitive|aggressive)(ly)?
        (great|good|incredible|amazing|fair|awesome|fantastic|unbeatable) (deal|price|value|buy)
        (a|real|total|absolute) (steal|bargain|fair price)
        (more than|very|pretty|quite|perfectly) (fair|reasonable)
        worth (more|every|it|much|way|the)
        (hold|holds|keep|keeps) (its|their|the|great)? ?values?
        (in )?(high|hot|huge|big) demand
        can't beat
        comparable( \w+)?|comps
    """),
    DealerTopic.OUT_THE_DOOR: rule(r"""
        out[- ]the[- ]door( price)?
        otd
        all[- ]in( price)?
        drive[- ]?out( price)?
        (plus|before|including|includes|with|and) (tax|taxes|ttl|tt&l|title|registration|tags)
        (tax|taxes),? (title|tags|and)
    """),
    DealerTopic.SWEETENER: rule(r"""
        (throw|throwing|toss) in
        (free|complimentary) \w+
        (fill|filled) (the tank|it up|up the tank)
        full tank
        (include|add|give you|let you keep) (\w+ ){0,2}(mats|tires|rack|cover|cables|service)
        (deliver|drive) it( straight)? to you
        (oil changes?|detail(ing)?|floor mats) (on us|included)
    """),
    DealerTopic.ASKS_OFFER: rule(r"""
        make (me |us )?(an|a (fair|reasonable|serious|good)|your (best )?) ?offer
        (what|what's|whats|what is|what are) (you|your|ur|u) (\w+ )?(offer|thinking|number|willing)
        what (were|are) you (thinking|hoping|looking)
        name (your|a) price
        what (would it|will it|it would) take
        what (price|number|figure) (did|do|would|were|works|can|are)
        (is|was) (your|yoru) offer
        (open|willing) to (offers?|deals?|negotiat\w+|talk)
        (open|willing|happy|able) to (go|come) (\w+ )?(lower|down)
        (some|a little|a bit of) (wiggle )?room( to negotiate)?
        how much (lower|less|were|did|do|are)
    """),
    DealerTopic.COME_IN: rule(r"""
        (come|coming|stop|stopping|swing|swinging) (on )?(in|by|over|down here|down to (the|our))
        (come|coming) (and |to )?(see|take a look|look|check|pick)
        (schedule|set up|book|make) (a|an) (\w+ )?(appointment|visit|time|test drive|demo)
        (appointment|showroom|dealership|in person|face to face)
        test[- ]?driv(e|ing)
        (give (me|us) a|phone|quick) (call|ring)
        call (me|us)
        when can you
    """),
    DealerTopic.CONDITION: rule(r"""
        (very )?(clean|clear) (title|carfax|history|inside|car|record)
        (one|1|single|original|second)[- ]owner
        carfax|car fax|autocheck
        (no|any|never|never had any) (accidents?|problems?|issues|damage|rust|leaks?|dents?)
        certified( pre-?owned)?|cpo
        (almost |brand )?new (\w+ )?(tires|brakes|battery|engine|transmission|paint|parts)
        (well|regularly|meticulously|always|dealer) (maintained|serviced|cared|taken care)
        (garage|always|been) (kept|garaged)
        (like|as) new
        (mint|excellent|great|perfect|good|amazing|immaculate) (shape|condition|working order)
        (great|good|reliable|solid) (car|truck|van|suv)
        (only |low |highway )+(miles|mileage)
        (fully )?loaded
        (runs|drives) (great|good|perfect|like|well|excellent)
        (under |has |still has |comes with )(a )?warranty
        (leather|sunroof|navigation|upgrades|non-?smokers?|service records)
    """),
}


_NO_CONSENT = {DealerTopic.GONE, DealerTopic.REFUSAL, DealerTopic.HALFWAY}
_SPANISH = {topic: rule(spanish.DEALER[topic.value]) for topic in _RULES}
_NEWS = {
    DealerTopic.GONE: says_gone,
    DealerTopic.AGREES: consents,
    DealerTopic.BRANDED: says_branded,
    DealerTopic.DAMAGE: says_damaged,
}


def dealer_topics(text: str | None) -> tuple[DealerTopic, ...]:
    """The topics in a dealer's words, what matters most first.

    Words of consent are none beside a refusal. Nobody praises the condition of what is
    damaged.
    """
    words = plain(text)
    found = {topic for topic, tells in _NEWS.items() if tells(words)}
    found |= {
        topic
        for topic, expressions in _RULES.items()
        if expressions.search(words) or _SPANISH[topic].search(words)
    }
    if found & _NO_CONSENT:
        found.discard(DealerTopic.AGREES)
    if found & {DealerTopic.BRANDED, DealerTopic.DAMAGE}:
        found.discard(DealerTopic.CONDITION)
    return tuple(topic for topic in DealerTopic if topic in found)
