"""Words by which a dealer says yes."""

from __future__ import annotations

from backend.domain.advice.heard import spanish
from backend.domain.advice.heard.expressions import rule

_CONSENT = rule(rf"""
    you('ve| have)?( (just|now|officially))? got <a deal>
    (?<!if )you have <a deal>
    we('ve got| have) <a deal>
    it's <a deal>
    ^(ok |okay,? |yes,? |sure,? |alright,? |fine,? )?deal(?=[.!,]|$| at )
    (?<!\w )(that|this|it)( will|'ll| would)? works? for (me|us)
    (?<!\w )(that|this|it)( will|'ll)? works?(?=[.!,]|$)
    (?<!\w )((that |it )?sounds|that's) (good|fair|great|reasonable)( to (me|us))?(?=[.!,]|$)
    (we|i) (can|could) (do|make|work with) (that|this|your (offer|number|price))(?! (for|at))
    (i|we)('ll| will| have| can| would)?( happily| gladly)? accept(ed)? (it|that|this|your|the\
      |\$?\d\S*)
    (your )?(offer|number|price)( of \S+)?( (is|was|has been))+ (accepted|approved)
    your \$?[\d,.]+( (is|was|has been))+ (accepted|approved|fine|good)
    (manager|boss|owner|gm|they|he|she|wife|husband)( \w+)? (says|said|gave)( (me|us|it|the))* \
      (yes|ok|okay|the ok|the okay|a yes|go[- ]ahead|green light)(?! if)
    (manager|boss|owner|gm|he|she|they|we)( (just|has|have))* approved (it|that|your|the|\$?\d\S*)
    (i|we)('ll| will| can)? take your (offer|\$?\d\S*)
    (?<!\w )agreed(?=[.!,]|$| (at|on) \$?\d)
    ^sold(?= ?!|, (to you|it's yours|\$?\d))
    (consider it|it's) sold to you|consider it sold|sold to you
    let's do (it|this)(?! (right|over|by))
    congrat\w*
    {spanish.DEALER["agrees"].strip()}
""")

_BUT_FOR_MORE = rule(r"""
    (if|when|once|provided|as long as) you('d|'ll| will| can| could| would)?( just| also)* (come up\
      |(come|go|do) \$?\d\S*|go (up|to|higher)|get to|pay|give|meet|add|raise|bump\
      |make it|finance|increase|offer)
    si( me| nos| usted)? (sube|da|pone|llega|ofrece|paga|agrega|aumenta|financia)
""")


def consents(words: str) -> bool:
    """Whether plain ``words`` of a dealer say yes without wanting more for it."""
    return bool(_CONSENT.search(words)) and not _BUT_FOR_MORE.search(words)
