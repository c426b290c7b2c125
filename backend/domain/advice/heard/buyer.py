"""What buyers ask their adviser."""

from __future__ import annotations

import re
from enum import StrEnum

from backend.domain.advice.heard import spanish
from backend.domain.advice.heard.rules import names_an_amount, plain, rule


class BuyerTopic(StrEnum):
    """What buyers ask. In the order in which a question is answered first."""

    ACCEPT = "accept"
    HALFWAY = "halfway"
    LIMIT = "limit"
    SILENCE = "silence"
    WONT_BUDGE = "wont_budge"
    WHY = "why"
    TOO_LOW = "too_low"
    TRADE_IN = "trade_in"
    FEES = "fees"
    INSPECTION = "inspection"
    FINANCING = "financing"
    WALK = "walk"
    GOOD_DEAL = "good_deal"
    HOW_MUCH = "how_much"
    ABOUT = "about"
    PLAN = "plan"
    NERVOUS = "nervous"
    HURRY = "hurry"
    SAY = "say"
    THANKS = "thanks"
    HELLO = "hello"


_RULES = {
    BuyerTopic.ACCEPT: rule(r"""
        <should i> (accept|take|agree|buy|sign|close)
        <should i> (say yes|go for|pull the trigger)
        (accept|take) (it|this|that|their|his|her|the (offer|deal|price|car|counter))
        (ready|want|going|tempted|inclined) to (accept|say yes|buy it|sign|take it)
        (is it|is this|is that) (time to|worth) (accept|tak|clos)\w*
        (thoughts on|what about) (accepting|taking)
    """),
    BuyerTopic.HALFWAY: rule(r"""
        half ?way
        split (it|the)
        meet(ing)? (them |him |her |me )?(in the middle|half\w*)
        in the middle
        mid ?point
        compromise
    """),
    BuyerTopic.LIMIT: rule(r"""
        (tell|give|show|reveal|share|disclose|mention)\b.{0,30}\b(budget|limit|maximum|max|target)
        (tell|give|show|reveal|share|disclose|mention)\b.{0,30}\b(walk[- ]?away|most i)
        (ask|want)(s|ed|ing)?\b.{0,30}\b(my |our )(budget|max|maximum|limit|price range)
        (ask|want)(s|ed|ing)?\b.{0,30}\bhow much i (can|could|want|would|have)
    """),
    BuyerTopic.SILENCE: rule(r"""
        (<not>|stopped) (\w+ )?(heard|answer\w*|respon\w+|repl\w+)
        (<not>|stopped) (\w+ )?(call\w*|text\w*|writ\w+|g[eo]t back)
        ghost(ed|ing|s)?
        no (reply|answer|response|word)
        (radio |gone |went )?(silent|silence|quiet)
        how long\b.{0,20}\bwait
        follow(ing)?[- ]?up
    """),
    BuyerTopic.WONT_BUDGE: rule(r"""
        (<not>|barely|hardly)\b.{0,25}\b(budg(e|ing)|mov(e|ing|ed)|lower(ing)?|negotiat\w+|drop)
        (<not>|barely|hardly)\b.{0,25}\b(com(e|ing) down|go(ing)? (down|lower))
        stuck
        (they|he|she|dealer|seller|it|price)( is| are|'s|'re| says?| said)? (\w+ )?(firm|final)
        (said|says|saying|told me) no
        (refus|reject|declin)(e|ed|es|ing|al)
        (hardball|stubborn|deadlock|stalemate|impasse)
    """),
    BuyerTopic.WHY: rule(r"""
        ^(but )?why
        why (not|so|this|that|such|is|are|do|did|should|would)
        (explain|reason|rationale|how come|based on what)
        (how|where) (did|do|does) (you|this|that|it) (get|come|calculate|arrive|work)
    """),
    BuyerTopic.TOO_LOW: rule(r"""
        (too|so|very|ridiculously) low
        low-?ball(s|ed|ing|er)?
        insult(s|ed|ing)?
        offend(s|ed|ing)?|offensive
        rude
        embarrass(ed|ing)?
        laugh(s|ed|ing)?
        what if (they|he|she|the dealer) (say|says|reject|rejects|get|gets|walk|walks)
        unrealistic
    """),
    BuyerTopic.TRADE_IN: rule(r"""
        trad(e|ed|es|ing)([- ]?in)?
        my (old|current|own) (car|truck|vehicle|suv|van)
    """),
    BuyerTopic.FEES: rule(r"""
        (\w+ )?fees?
        add-?ons?
        (protection|dealer|appearance) (package|accessories)
        out[- ]the[- ]door
        otd
        (sales )?tax(es)?
        (extended )?warrant(y|ies)
        hidden (cost|charge)s?
        registration
        doc(ument)? charge
    """),
    BuyerTopic.INSPECTION: rule(r"""
        (pre-?purchase )?inspect(ed|ion|ing|or)?
        (my |a |the )?mechanic
        carfax|car fax|autocheck
        (vehicle |car |service |accident |maintenance )(history|records?|report)
        history report
        accidents?
        (clean |salvage |rebuilt )?title
        salvage
        (check|look at|look for|check out) (the car|it over|before|first|when|on the)
        test[- ]?driv(e|ing)
        vin
        rust(y)?
        (mechanical |any )?(problems?|issues?) with (it|the|this)
        (high|low|the|that|this many|so many|how many|[\d,]+k?) (mileage|miles)
        miles a lot
        recalls?
    """),
    BuyerTopic.FINANCING: rule(r"""
        financ(e|ed|ing|es)
        (a |the |my |their |car )?loan
        apr
        credit( union| score)?
        (a |per |each )month(ly)?
        monthly
        (down |the |my |lower )?payments?
        leas(e|ing)
        (in |pay |paying |with )?cash
        interest( rate)?
    """),
    BuyerTopic.WALK: rule(r"""
        walk(ing)?( away| out)?
        (leave|leaving|give up|giving up|move on|moving on|quit|back out|bail|forget it)
        (another|other|different) (car|one|dealer|seller|option)s?
        los(e|ing) (it|this|the (car|deal)|out)
        (look|looking) elsewhere
    """),
    BuyerTopic.GOOD_DEAL: rule(r"""
        (good|fair|great|decent|bad|reasonable|ok|okay|best|terrible) (deal|price|offer|buy|value)
        (is|are|was) (it|this|that|the price|their \w+|\$?[\d,.]+k?) .{0,20}(worth|fair|good|okay?)
        (is|are|was) (it|this|that|the price|their \w+|\$?[\d,.]+k?) .{0,20}(too|reasonable)
        overpriced
        worth (it|the|this|that|\$?\d)
        rip(ped)?[- ]?off
        overpay(ing|ed)?
        (what('s| is)|whats) (it|the car|this car|the market value|a fair price)
        market (value|price)
        too (much|expensive|high)
    """),
    BuyerTopic.HOW_MUCH: rule(r"""
        how (much|high|low|far)
        what (should|do|can|would|could) (i|we) (offer|counter|bid|pay|start)
        <what is> (the|my|your|our) (next|right|best|first) (offer|number|price|bid)
        (next|counter|first|opening) ?-?(offer|number|bid)
        (offer|go|bid|pay|come up|going) (more|higher|up|lower|less)
        (raise|increase|lower|up) (my|the|it|our)
        (should|can|could|may) (i|we) (offer|counter|bid)
        (want|like|going|plan(ning)?|thinking|ready) (to|of|about) (offer|counter|bid)(ing)?
        (offer|bid)(ing)? (them |him |her )?\$?\d
        counter(offer)?
        what about \$?\d\S*
        negotiat\w+ (further|more|lower)
    """),
    BuyerTopic.ABOUT: rule(r"""
        are you (\w+ )?(\w+ )?(robot|bot|ai|human|person|program|machine|real|working for)
        who (are you|do you work for|made you)
        (can|could|will|would) you (talk|call|negotiate|speak|buy)
        what can you do
        how do you work
    """),
    BuyerTopic.PLAN: rule(r"""
        my (\w+ )?(budget|target|limit|max|maximum)
        i('d| would)? (want|like|hope|plan|need)(ed)? to (buy|get|pay|spend|purchase)
        i('m| am) (looking|hoping|trying|planning) (to|for|at)
        i (have|can|could) (spend|pay|afford|only)
    """),
    BuyerTopic.HURRY: rule(r"""
        i (\w+ )?need (it|a car|the car|this|one) (by|before|soon|now|today|tomorrow)
        (urgent|urgently|asap|desperate|running out of time)
        (love|in love with|must have|have to have|dying for) (it|this|that|the) ?(car|one|truck)?
    """),
    BuyerTopic.NERVOUS: rule(r"""
        (nervous|scared|afraid|anxious|worr(y|ied|ying)|stress(ed|ful)|intimidat(ed|ing))
        (uncomfortable|unsure|overwhelm(ed|ing)|confused|panic\w*|shy|awkward)
        (hate|dread|bad at|not good at|terrible at|new to) (this|negotiat\w+|haggl\w+|confrontation)
        pressur(e|ed|ing)
        first (car|time)
    """),
    BuyerTopic.SAY: rule(r"""
        (what|how) <should i> (say|tell|answer|reply|respond|write)
        (what|how) <should i> (text|word|put|begin|start|do|react)
        (what|how) to (say|tell|answer|reply|respond|write|text|do|handle|start|react)
        what (now|next|then)
        (the )?next (step|move)s?
        (help|advise|guide) me
        (a |write |give me )?(draft|script|message|wording|line)
        (any|some|your) (advice|tips?|ideas?|suggestions?|thoughts)
        (message|email|text) (to|for) (them|him|her|the dealer|the seller)
        <they> (sa(id|ys)|told|wrote|texted|claims?)
        <they> (offer(s|ed)|wants?|ask(s|ed)|keeps?|are|is)
    """),
    BuyerTopic.THANKS: rule(r"""
        thanks?( you)?( .*)?|thx|ty
        appreciate
        (perfect|awesome|great|cool|excellent|nice|wonderful)
        (got it|will do|ok|okay|alright|sounds good|understood|makes sense)
    """),
    BuyerTopic.HELLO: rule(r"""
        (hi|hello|hey|hiya|howdy|yo|greetings)( there)?
        good (morning|afternoon|evening|day)
    """),
}


_SPANISH = {topic: rule(spanish.BUYER[topic.value]) for topic in BuyerTopic}


_BY_THEM = rule(r"""
    <they>
    (was|were|been|got|just) (offered|told|quoted)
    (counter|offer|quote|price|text|email|message) from
""")

_BY_THEM_SPANISH = rule(spanish.TOLD_BY_THEM)


def relays_an_amount(text: str | None) -> bool:
    """Whether the buyer seems to tell of a price that the dealer has named."""
    return names_an_amount(text) and bool(
        _BY_THEM.search(plain(text)) or _BY_THEM_SPANISH.search(plain(text))
    )


_QUESTION_MARK = re.compile(r"\?(?=[\s\"'”)!?]|$)")
"""At the end of words, not within an address."""

_ASKS = rule(r"""
    (^|[.!,;] ?|so |and |but )(is|are|was|would|will|should|shall|can|could|may|must|does|did) \w+
    (^|[.!,;] ?|so |and |but )(what|how) (about|if)
    (what|how) (do you (think|say)|would you say)
    (tell me|wonder(ing)?|not sure|know) (if|whether)
    <should i>
""")
_ASKS_SPANISH = rule(spanish.ASKS)


def asks_something(text: str | None) -> bool:
    """Whether the buyer's words are a question, with a question mark or without."""
    words = plain(text)
    return bool(_QUESTION_MARK.search(words)) or bool(
        _ASKS.search(words) or _ASKS_SPANISH.search(words)
    )


def buyer_topics(text: str | None) -> tuple[BuyerTopic, ...]:
    """The topics in a buyer's question, what to answer first coming first."""
    words = plain(text)
    return tuple(
        topic
        for topic, expressions in _RULES.items()
        if expressions.search(words) or _SPANISH[topic].search(words)
    )
