"""What buyers ask their adviser."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from backend.domain.advice.heard import english_buyer, spanish, spanish_buyer
from backend.domain.advice.heard.damage import named_fault, supposed_fault
from backend.domain.advice.heard.expressions import names_an_amount, plain, rule
from backend.domain.advice.heard.fault_words import Kind


class BuyerTopic(StrEnum):
    """What buyers ask. In the order in which a question is answered first."""

    MY_LIMIT = "my_limit"
    MY_TARGET = "my_target"
    MY_OFFER = "my_offer"
    THEIR_PRICE = "their_price"
    ROUNDS = "rounds"
    GAP = "gap"
    ACCEPT = "accept"
    HALFWAY = "halfway"
    LIMIT = "limit"
    DISAGREE = "disagree"
    WARRANTY = "warranty"
    DAMAGE = "damage"
    TRADE_IN = "trade_in"
    OUT_THE_DOOR = "out_the_door"
    FEES = "fees"
    TITLE = "title"
    HISTORY = "history"
    MILEAGE = "mileage"
    INSPECTION = "inspection"
    FINANCING = "financing"
    DEPOSIT = "deposit"
    INSURANCE = "insurance"
    PAPERWORK = "paperwork"
    RIVAL = "rival"
    EXTRAS = "extras"
    SILENCE = "silence"
    WONT_BUDGE = "wont_budge"
    WHY = "why"
    TOO_LOW = "too_low"
    HURRY = "hurry"
    TIMING = "timing"
    CHANNEL = "channel"
    TRUST = "trust"
    WALK = "walk"
    GOOD_DEAL = "good_deal"
    HOW_MUCH = "how_much"
    BUY = "buy"
    ABOUT = "about"
    PLAN = "plan"
    NERVOUS = "nervous"
    SOMETHING = "something"
    SAY = "say"
    NO = "no"
    THANKS = "thanks"
    OK = "ok"
    HELLO = "hello"


_SHORT = {
    "<limit>": r"(walk[- ]?away( price| number| point)?|(price )?limit|maximum|max|ceiling|budget)",
    "<target>": r"(target( price| number)?|goal|aim)",
    "<asking>": r"(ask(ing|ed)?( for)?|want(ing)?|offer(ing|ed)?|quoted?|at|charg(e|ing)|say)",
    "<deal>": r"((it|this|that|them|<their> ([\w']+ ){0,2}<car>|(<their> )?\$?\d[\d,.]*k?)?<end>)",
    "<the price>": r"(it|this|that|them|<their> (\w+ )?<car>)",
    "<elsewhere>": r"(another|other|second|different|rival|competing|cheaper)",
    "<call>": r"(call|phone|text|e-?mail|message|visit|go (there|in)|show up|write|come in)",
    "<about thing>": r"(about|regarding|on|concerning) (?!<known>(?!\w))\w+",
    "<thing>": r"(?!(\w+ )?(price|offer|counter|number|deal)(?!\w))\w+",
    "<known>": r"(it|this|that|them|him|her|now|price|all|(<their>) (\w+ )?(price|offer|number))",
    "<their>": r"(the|their|his|her|this|that)",
    "<car>": r"(car|truck|suv|van|vehicle|deal|offer|price|counter|counteroffer|number)",
    "<not they>": r"(?<!they )(?<!he )(?<!she )(?<!dealer )(?<!seller )",
    "<very>": r"((just|all|so|totally|completely|simply|plain) )?",
    "<ok>": r"(ok(ay)?|k+|all ?right|alright|got it|will do|sounds good|understood|sure|fine|good"
    r"|great|perfect|cool|nice|awesome|excellent|wonderful|yes|yeah|yep|yup|right|i see|done|noted"
    r"|makes sense|hmm+|then|and|very|so|lol|haha)",
    "<end>": r"(?=\W*$|[.,;!?]|( right)? (now|today)(?! or)| (or|and|instead|already|then|anyway)"
    r"(?!\w)| (yet|before|of|they|he|she|with|for|at|ya|ahora|o|y)(?!\w))",
}
"""What the expressions of buyers abbreviate, beside those of :mod:`.rules`; outer ones first."""

_CONTINUED = re.compile(r"\n {12,}")


def _rule(expressions: str) -> re.Pattern[str]:
    """As :func:`.rules.rule`; a line that is indented further goes on with the one before it."""
    expressions = _CONTINUED.sub(" ", expressions)
    for short, meant in _SHORT.items():
        expressions = expressions.replace(short, meant)
    return rule(expressions)


_ENGLISH = {topic: _rule(text) for topic, text in english_buyer.BUYER.items()}
_SPANISH = {topic: _rule(text) for topic, text in spanish_buyer.BUYER.items()}


_BY_THEM = rule(r"""
    <they>
    (was|were|been|got|just) (offered|told|quoted)
    (counter|offer|quote|price|text|email|message) from
""")

_BY_THEM_SPANISH = rule(spanish.TOLD_BY_THEM)


def is_told_by_them(text: str | None) -> bool:
    """Whether the buyer seems to tell of something that comes from the dealer."""
    words = plain(text)
    return bool(_BY_THEM.search(words) or _BY_THEM_SPANISH.search(words))


def relays_an_amount(text: str | None) -> bool:
    """Whether the buyer seems to tell of a price that the dealer has named."""
    return names_an_amount(text) and is_told_by_them(text)


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


_QUESTION_WORD = re.compile(
    r"^(so |and |but |y |pero )?(what|how|who|where|when|which|why|whose|que|como|quien|donde"
    r"|cuando|cual(es)?|cuant[oa]s?)(?!\w)"
)


def sounds_like_a_question(text: str | None) -> bool:
    """As :func:`asks_something`, and also where the words only begin like one."""
    return asks_something(text) or bool(_QUESTION_WORD.search(plain(text)))


@lru_cache(maxsize=64)
def buyer_topics(text: str | None) -> tuple[BuyerTopic, ...]:
    """The topics in a buyer's question, what to answer first coming first."""
    words = plain(text)
    return tuple(topic for topic in BuyerTopic if _touches(topic, text, words))


def _touches(topic: BuyerTopic, text: str | None, words: str) -> bool:
    if topic is BuyerTopic.DAMAGE:
        return named_fault(text) is not None
    if _ENGLISH[topic].search(words) or _SPANISH[topic].search(words):
        return True
    return topic is _TO_LOOK_INTO.get(supposed_fault(text))


_TO_LOOK_INTO: dict[Kind | None, BuyerTopic] = {
    kind: BuyerTopic.HISTORY if kind in (Kind.ACCIDENT, Kind.WATER) else BuyerTopic.INSPECTION
    for kind in Kind
}
"""Where it shows whether a car has a fault."""
