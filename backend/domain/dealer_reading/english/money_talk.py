"""What English-speaking dealers say beside a price."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import Cue, any_of, following

_NO = (
    r"(can't|cannot|cant|can not|couldn't|could not|won't|wont|will not|wouldn't|would not|don't"
    r"|dont|do not|not|never|no way|unable|no|nothing|not a|hardly|isn't|aren't)"
)
_SELL = (
    r"(let (it|her|him|this|that|you|the \w+)( \w+){0,4} (for|at)"
    r"|(sell|give|part with)( \w+){0,5} (for|at))"
)
_BEST = (
    r"(lowest|best|final|bottom|bottom line|least|minimum|cheapest|rock bottom|floor|firm|max|most)"
)
_YOURS = r"(your|ur)( \w+)? (offer|number|bid|proposal|price)( (of|at|is|was|for))*"

BEFORE = {
    Cue.PROPOSAL: any_of(rf"""
        (accept|take|do|match|meet|agree to|work with|good with|okay with|ok with|approved) \
          ({_YOURS}|your)
        (do|take|taking|accept|accepting|consider|match|matching|meet|live with|work with|want)
        (offer|offering|counter|counteroffer|counter offer)( (you|with|at|is|of|it|this|for))*
        (i am|i'm|we are|we're) (at|offering|willing to (do|take|go|accept))
        (meet|meeting)( \w+){{0,4}} at
        (settle|settling|compromise) (for|at|on)
        (go|come|get|drop|move|bring|lower|reduce|mark)( \w+){{0,5}} (to|at|as low as|for)
        (go|come)( (as low|as high|up|down|to|at|it))*
        {_SELL}
        (have|get|take|buy|drive|own|grab|pick) (it|her|him|this|that|the \w+)( \w+){{0,4}} (for|at)
        (sell|selling|let|letting|looking)( \w+){{0,7}} for
        (if|unless|until|when|once)( \w+){{0,2}} (you|u)( [\w']+){{0,3}} (do|pay|go|give|offer\
          |match|get)
        (if|unless|until|when|once) (you|u)( \w+){{0,3}} (come|get|bump|bring)( \w+){{0,3}} (to|up)
        (how|what)( about| bout|'s| is| does| do you (say|think) (to|about|of))( (the|a|an|price))*
        (would|will|could|can|do) (you|u)( \w+){{0,3}} (do|pay|go|go to|give|accept|agree to\
          |come to)
        (would|will|could|does|can|say|maybe|perhaps|for an?|just|only|sharp)
        (make|call|leave|put) (it|that|this)
        (let's|lets)( (say|do|call it|settle on|settle at|go with|make it))+
        (deal|agreed|agree|yours|sold|done|good|ok|okay|alright|fine)( (it's|at|for|on|with|then))*
        at least
        =
        (your|you|customer) (price|cost|total|pay)( (is|at|of|now))*
        split( \w+){{0,3}} at
        (steal|bargain|gift) (at|for)
        (need|needs|needing|get)( \w+){{0,4}} (out of|for)
        (i|we|i'd|we'd)('d| would| will| do| just| really)* (need|like|want)( to (get|have|see))?
        (our|my|the|new|revised|special|sale|cash|today's|internet) (price|number|offer)
        (price|number|offer)( (is|at|of|for|would|be|to|now|then|down))*
        (out[- ]the[- ]door|otd|all[- ]in|drive[- ]?out)( (price|for|at|is|of|total|number))*
        (total|comes? (out )?to|comes in at|brings (it|you) to|works out to|lands? (you )?at)
        (stand|stands|stay|staying|stick|sticking|hold|holding)( \w+){{0,3}} (at|to|with)
        you (get|can have|take|have) it( \w+){{0,3}} (for|at)
    """),
    Cue.FINAL: any_of(rf"""
        {_BEST}[^.!?;\n]{{0,60}}( is| be|'s|s| at| on| to| of| for|:| than| was| are|\)| take| do\
          | go)
        {_BEST}( (price|offer|number|dollar|line|deal|on|at|the|a|an))*
        (as low as|no lower than|not lower than|nothing (less|lower) than)
    """),
    Cue.FLOOR: any_of(rf"""
        {_NO}( [\w',]+){{0,12}} (less|lower|below|under|underneath|cheaper|beneath)( (than|for|to\
          |at))*
        {_NO}( [\w',]+){{0,8}} (better than|any (further|lower|less) than|past)
        (anything|offers?) (less|lower|below|under)( than)?
        loss( \w+){{0,4}} (below|under)
    """),
    Cue.ASKING: any_of(r"""
        ask(ing)?( price)?( (is|was|for|of|at|around|about|still))*
        (list|listed|listing|priced|posted|advertised|sticker)( \w+){0,2} (at|for|price|is)
        (list|sticker|advertised|selling|sale) price( (is|of|at))*
        (still|it's|is) (at|listed at|for sale (at|for))
    """),
    Cue.PAST: any_of(r"""
        (was|were|had|used to)( \w+){0,3} (asking|at|want|wanted|it at|for|listed)
        (originally|previously|initially|before)( \w+){0,4}
        (down|reduced|lowered|dropped|marked down)( \w+){0,2} from
        (wanted|hoping|hoped|wished)( \w+){0,3}
        (instead of|rather than|not the)
        from( (my|our|the))?( original| asking| first)?( price)?( of)?
        between
    """),
    Cue.REFUSED: any_of(rf"""
        {_NO}( (even|really|just|possibly|ever|be|to|going|able|we|i))* (accept|take|do|match\
          |meet|agree to|work with) ({_YOURS}|your)
        {_NO}( (even|really|just|possibly|ever|be|to|going|gonna|able|quite|i|we))*( can)?( (do\
          |take|accept|consider|match|meet|go( down)?( to)?|come down to|do it (for|at)\
          |get( down)? to))
        {_NO}( (even|really|just|possibly|ever|be|to|going|gonna|able|quite|i|we))*( can)? {_SELL}
        (reject|decline|refuse|pass on|turn down|turned down)( (your|the|an?|that))*
        (reject|decline|refuse|pass on|turn down|turned down) {_YOURS}
        (rather|sooner)( \w+){{0,6}} than( \w+){{0,4}} (for|at|accept|take)
    """),
    Cue.BUYERS: any_of(rf"""
        (you|u|you'd|you're|you were)( (said|say|are|at|want|wanted|offered|offering|mentioned\
          |asked|proposed|keep|'re))+( (for|to pay|me|only|just|about|us))*
        {_YOURS}
        your
    """),
    Cue.ELSEWHERE: any_of(r"""
        (paid|pay for it|bought|purchased|traded)
        (owe|owed|owes|owing|payoff|loan)
        (cost|costs|costing|spent|spend|put|poured|invested|sunk)
        (worth|valued|value|values|valuation|appraised|appraisal)( (is|at|of|about|around|more\
          |than|over|for|up|to|easily|it|was|says))*
        (kbb|kelley|kelly|blue ?book|book|books|edmunds|nada|carmax|carvana|truecar|black book)
        (invoice|msrp|sticker|retail|retails|retailed|wholesale|auction|brand new|when new\
          |dealer cost)
        (trade|trade-in|your trade)
        (goes?|going|went|sells?|sold|selling|list|listed|listing|similar|others|other ones\
          |comparable\w*|market)( \w+){0,2} (at|for|around|about|is)
        (repair|repairs|replace|replacing|replacement|tires|rims|brakes|transmission|paint\
          |warranty|upgrades?|mods?|parts|work|labor|service)
        (save|saves|saving|savings|deposit|budget|insurance|tow|towing|shipping|delivery|gas\
          |profit|commission|loss)
        (lose|losing|lost|make|making|made)( \w+){0,2}
        (someone|somebody|buyer|buyers|people|person|guy|lady|customers?|dealers?|dealership\
          |couple|offers|he|she|they)( \w+){0,4} (for|at|of|offered|offering|offer|bid|paying|pay\
          |paid)
        (offers|bids|people|buyers|others)( [\w']+){0,3} (for|at|of|than)
        (offered|bid)( (me|us))?
        (gift|gas|gas card|gift card|coupon|value of|rebate)
        (payments?|refund|bonus|tip|tank|difference (between|of|is))
        (you|u|nobody|no one)( [\w']+){0,3} (find|see|get|buy)( \w+){0,5} (for|under|below\
          |less than|at)
        sold (one|another|it|some|a|mine|my|the|several)( \w+){0,6} for
        (fully loaded|more) than
    """),
}

AFTER = {
    Cue.REFUSED: following(r"""
        ('s|is|was|would be|sounds|seems|feels|isn't|is not|ain't|just|offer|cash|still|right now\
          | )*( \w+){0,3} ?(too low|so low|very low|pretty low|really low|low for|lowball\
          |too little|a joke|insult\w*|crazy|ridiculous|far off|far from|too far|not enough\
          |short of)
        ('s|is|was|would be|sounds|seems|feels|might be| )+( (a|an|just|way|too|so|kind of|kinda\
          |really|very|much|bit|little|tad|pretty|still|quite|far|also|not|unfortunately))* (low\
          |lower|short|little|enough|possible|acceptable|less|below|under|doable)
        ((just|really|still|simply|offer|cash|also|definitely|probably) )*(won't|wont|will not\
          |wouldn't|would not|doesn't|does not|isn't|is not|ain't|not gonna|just not)( (even|really\
          |just|be|going|gonna|to|quite|ever))* (work|cut|do it|happen\w*|enough|possible\
          |acceptable|cover|fly|where|what i|something|an option)
        (is|'s) (out of the question|a no|a non[- ]starter|off the table|impossible|not)
        \?+ (no|nope|sorry|lol|haha|never|come on|are you (kidding|serious))
    """),
    Cue.FINAL: following(r"""
        ('s|is|would be|has to be|that's|as|being)*( (about|pretty much|really|absolutely|truly\
          |already))*( (the|my|our|as))* ?(absolute |very )?(lowest|best|least|bottom|final\
          |low as|firm|minimum|floor|cheapest|non-?negotiable|as far as)
        (or (nothing|no deal)|take it or leave it|firm|no less|not a (penny|dollar|cent) less\
          |minimum|or higher|or better)
        (and )?(that's|thats|that is|this is|which is) (the|my|our|as|all|it|final)
        [^.!?;\n\d]{0,40}(that|this|it|which)('s| is| would be| will be) (the|my|our|as) \
          ?(absolute |very )?(lowest|best|least|bottom|final|low as)
        [^.!?;\n\d]{0,40}(match|beat) (it|that|them)
    """),
    Cue.DEAL: following(r"""
        it is
        ,? ?(and|then|&) (you|we|it|she|he|i(?!')|i'll|i'd|its|it's|you've|you'll|we've|we'll|have\
          |done|call|not a)
        (cash )?(and|if|,)? ?(you|u) (have|got|get|can|pick|come|pay|take) (a deal\
          |yourself a deal|it|up|cash|today|now)
        (is|'s|would be|sounds|seems) (a )?(fair|reasonable|good|great|fine|ok|okay|doable|very\
          |more than|perfect|what i|what we|our|my)
        (works|will work|would work|'ll work|can work|it'll be)
        (cash|obo|or best|out[- ]the[- ]door|otd|all[- ]in|drive[- ]?out|or so|even|flat\
          |plus (tax|ttl|fees|tt&l)|before tax|after tax|total)
        (for (it|her|him|this|the (car|truck|van|suv|vehicle)|you|everything)|today|tonight\
          |right now|deal)
        (if you|when you|as long as|assuming|provided|with (a|the|free|new|your))
        (ok|okay|good|sound|deal|work|fair)\b.{0,20}\?
    """),
}

TURN = re.compile(r"(?<!\w)(?:but|however|although|though|because|cuz|so then|otherwise)(?!\w)|[;]")
BETWEEN = any_of("between|from|somewhere between|in the", end=r"[ $]{0,3}\Z")
RANGE = re.compile(r" ?(?:-|to|thru|through|up to) ?\$?")
RANGE_AND = re.compile(r" (?:and|&|or|to) ")
ALL_IN = any_of(r"""
    out[- ]the[- ]door
    otd|o\.t\.d
    all[- ]in(cluded|clusive)?
    drive[- ]?(out|away)( price)?
    (tax|taxes|fees|ttl|tt&l|title|everything)( and \w+)?( (is|are))? included
    (including|includes|incl|with|covers) (all |the )?(tax|taxes|fees|ttl|everything)( (and|&) \w+)?
    (tax|taxes)( and fees)? in
    after (tax|taxes|fees)
    no (other |hidden |extra |additional )?(fees|charges)
""")
ON_TOP = any_of(r"""
    (plus|\+|before|excluding|not including|without|then) (the |all |any |an? |our )?\
      (\$?[\d,.]{1,12} (in |for )?)?(tax|taxes|fees|ttl|tt&l|t&l|doc|title|registration|tags\
      |dealer|prep|destination)
    (tax|taxes|fees|ttl|tt&l)( and \w+)? (extra|not included|on top|are extra|is extra|additional)
""")
