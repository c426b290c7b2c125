"""Words by which English-speaking dealers press, refuse, agree and ask."""

from __future__ import annotations

from backend.domain.dealer_reading.language import any_of
from backend.domain.dealer_reading.reading import Intent

_DAY = r"(today|tonight|tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)day)"

INTENTS = {
    Intent.DEADLINE: any_of(rf"""
        ((this )?(price|deal|offer|special|number|quote)('s| is)? )?(only )?(good|valid|available)\
          ( \w+){{0,2}} (only )?(today|tonight|until \w+|through \w+|till \w+|this week\w*\
          |for (today|the next \w+ \w+))
        {_DAY}('s)? only
        only (for )?{_DAY}
        (ends|expires?|expiring|runs out|gone|over)( \w+){{0,2}} ({_DAY}|soon|this (week|weekend\
          |month)|at (midnight|noon|close))
        (by|before|until|til|till) (noon|midnight|close|closing|{_DAY}|the end of( the)? \w+\
          |end of \w+|the weekend|we close|\d{{1,2}}(:\d\d)? ?(am|pm))
        (end of (the |this )?(day|week|month|quarter|year))
        (buy|take|get|pick|close|sign|commit|decide|done|come|purchase|do it|here|in\
          |up)( \w+){{0,4}} ({_DAY}|right now|right away|this (week|weekend|afternoon|morning\
          |evening|month))
        (within|in) (the )?(next )?(\d+|a few|few|two) (hours?|days?|minutes?)
        (won't|wont|will not|not going to|isn't going to|doesn't|don't)( be)? (last|here|around\
          |available)( (long|much longer|tomorrow|forever))?
        last (chance|day|call)
        limited[- ]time
        (act|move|hurry)( \w+)? (now|fast|quick(ly)?|up)
        (can't|cannot|won't|can only) hold (it|the \w+|this|that)( \w+){{0,4}}
        (someone|somebody|another (buyer|person|couple|guy|customer)|other (people|buyers|offers)\
          |(two|three|\d) (other|people|buyers|offers))( \w+){{0,6}} (coming|interested|looking\
          |looks|lined up|waiting|ready|wants)
        (will|gonna|going to|it'll) be (gone|sold)
        (going|go) (fast|quick|quickly)
    """),
    Intent.FINAL: any_of(r"""
        (my|our|the|is|absolute|very|as)( absolute| very| rock)? (best|final|lowest|bottom)( (and\
          |best|final|last|price|offer|number|dollar|line|deal|i|we|can|could|will|go|do|would\
          |i'll|i'd|we'll|is|accept|take|cash))*
        (best|lowest|least)( offer| price| number)? ?(i|we|i'd|we'd|i'll|we'll)( (can|could|will\
          |would|am|are|go|do|take|accept|get|possibly|be|willing|to|consider|offer))*
        (final|last|best and final) (offer|price|number|word)
        (price|number|it|that)('s| is)( pretty| absolutely| already)? (firm|final|non-?negotiable)
        firm (on|at|deal|price)
        (take it or leave it|non-?negotiable|not negotiable|no negotiat\w+|not a (penny|dollar\
          |cent) less|nothing (below|less|lower|under)|no less|bottom (line|dollar))
        (can't|cannot|cant|can not|couldn't|won't|wont|not)( \w+){0,5} (lower|below|less|under\
          |further)
        as (low|far) as (i|we)( (can|could|will|would|am|are|go|willing|to|get))*
        at least (?=\$?\d)
        (anything|something|a (penny|dollar|cent)) (less|lower)
        (minimum|rock bottom)
    """),
    Intent.REFUSAL: any_of(rf"""
        (way |a little |a bit |a tad |much |just |so |far |kind of |kinda |very |really |pretty \
          |quite a bit |quite |sort of ){{1,5}}(too )?(low|lower)( (for|of|than)( \w+)?)?
        too (low|little|far apart)
        (can't|cannot|cant|can not|couldn't|won't|wont|wouldn't|unable to|not able to\
          |not going to)( (possibly|really|even|just|go|come|get|down|be|i|we|able|to\
          |quite))* (do (it|that|this)|accept|take (that|it)|sell|let|go that|consider|that low\
          |come down|go down|budge|agree|match|nearly|go as low|do \$?\d)
        (no|not) (deal|way|chance|interested|acceptable|happening|going to (work|happen)\
          |gonna (work|happen)|possible|enough)
        (nope|insult\w*|lowball\w*|low-ball\w*|ridiculous|you're (joking|kidding)|are you (joking\
          |kidding|serious))
        (los(e|ing)|lost) money
        (less|lower) than( \w+){0, 2} (paid|owe|half|cost|invoice|what)
        (reject|declin|refus)(e|ed|ing)
        (need|want|have) (you )?to come up
        (that|it)( just)? (won't|wont|wouldn't|doesn't|isn't going to|can't)( \w+)? (work|cut it\
          |happen|fly|do it)
        have to (pass|decline)
        less than half
    """),
    Intent.AGREEMENT: any_of(r"""
        (you('ve| have)? )?(got|have) (a|yourself a) deal(?! breaker)
        (it's|its|that's|thats|sounds like) a deal(?! breaker)
        (i|we)('ll| will| can| would| could)? accept (your|that|it|the)( \w+)?
        (i|we)('ll| will| can) (take|do|match|work with) (it|that|this|your offer)(?! for)
        (that|this|it)( will|'ll|'d| would)? works?( for (me|us))?
        (sounds|that's|thats) (good|great|fair|reasonable|fine|perfect)( to me)?
        (agreed|congrat\w*|let's do (it|this)|you win|we have a deal|done deal|shake on it\
          |it's yours|its yours|she's yours)
        (ok|okay|alright|yes|sure|fine|great|perfect),? (deal|done|sold|agreed\
          |\$?\d[\d,.]{0,12}k?( it is)?)
        \$?\d[\d,.]{0,12}k? (it is|it's a deal)
    """),
}
QUESTION = any_of(
    r"""
    (what|what's|whats|how|when|where|why|which|who)( (is|are|do|does|did|was|were|would|could\
      |can|will|price|kind|much|many|about|else|'s|if|else))+ (you|your|u|we|i|it|the|that|this)
    (are|do|did|can|could|would|will|have|were) (you|u|we)
    (is|was) (your|that|this|it|there)
    (make|give) (me|us) (an|your|a \w+) (best )?offer
    (any|do you have) questions
    interested in
""",
    start=r"(?:\A|(?<=[.!?;\n,] )|(?<=[.!?;\n,])|(?<=so )|(?<=and )|(?<=but ))",
)
