"""How English advises a price, or only tells of one."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Prices, any_of
from backend.domain.advice.guard.languages.english_clauses import SAY, THEY

PRICES = Prices(
    offers=any_of(r"""
        (?<!my )(?<!your )(?<!their )(?<!an )(?<!the )(?<!latest )(?<!this )(?<!last )
          offer(?:ing)?(?: them| him| her| up to| to pay)?
        (?:pay|bid|spend|counter|propose|name|suggest|try|send)(?:ing)?
        (?:go|going|move|moving|come|coming|climb|climbing|jump|jumping|stretch|stretching|
          increase|increasing|raise|raising|bump|
          bumping)(?: it| your offer| your number)?(?: all the way)?(?: back)?(?: up)?
            (?: to| as high as| for| up to)
        (?:open|opening|start|starting|begin|beginning|counter|countering)(?: with| at| around)?
        (?:give|giving|hand|handing|write)(?: them| him| her| the dealer| the seller| a check)
        make (?:it|your offer|your next)
        (?:offer|number|step|bid|counteroffer|move|opening|counter) (?:should|must|could|can|
          might|needs to|has to|will|would) be
        (?:add|adding|throw|throwing)(?: in| on)?(?: the| another| an extra)?
        meet(?:ing)?|match(?:ing)?
        what you should (?:offer|pay)
        let (?:them|him|her|the dealer|the seller) have|(?:write|writing|cut) a check(?: for)?
        (?:how|what) about|consider|(?:aim|head|shoot) for|land at|end up at
        (?:just|simply) say|cough up|hand over|part with|fork (?:out|over)
    """),
    takes=any_of(r"""
        (?:accept|take|taking|buy|grab)(?:ing)?(?: it| this| that)?(?: for| at| up to)?
        (?:settl|clos)(?:e|ing)(?: the deal| it| this)?(?: for| at| on| around)?
        agree(?:ing)?(?: to| on| with)?|say(?:ing)? yes(?: to)?|sign(?:ing)?(?: at| for)?
        go with|live with|up to|as high as
    """),
    hopes=re.compile(
        rf"\b(?:you|{THEY}|who) (?:\w+ )?(?:\w+ )?(?:hope|hoped|hoping|wanted|were ready|"
        r"planned|"
        r"set out|meant|intended|were willing|wished|expected|used) to (?:\w+ )?$"
        r"|\byou want it $|\b(?:you|they) (?:\w+ )?(?:hope|hoped|want|wanted|wish|aim|aimed) $"
    ),
    by_dealer=re.compile(
        rf"\b(?:{THEY}|it|who|some(?:body|one))(?:'ll|'d|'ve)?(?: "
        r"(?:will|would|can|could|may|might|do|does|did|to|have|has|had|now|then|also|"
        r"only|still|just|already|never|even|first|"
        r"be|glad|happy|willing|ever|usually|often|really|actually|must|should|not)){0,5} $"
        r"|\b(?:seller's|dealer's|their|his) (?:\w+ )?$"
    ),
    compared=re.compile(
        r" (?:above|below|over|under|more|less|apart|off|higher|lower|away|from)\b"
    ),
    that_one=any_of(r"""
        (?:pay|offer|accept|take|give)(?:ing)? (?:it|that|them that|this|the same|it to them)
        what you should (?:offer|pay|accept)
    """),
    raises_by=re.compile(
        r"\b(?:raise|raising|increase|increasing|bump|lift|sweeten|improve|up|boost|move|go up|"
        r"come up|go higher)\b[^.;:]{0,30}?\bby (?:another |an extra |about )?$"
        r"|\b(?:add|adding|throw in|put in|put on|chip in|pay|offer) (?:the |another |an extra |"
        r"an additional |them another |the remaining |the full )$"
        r"|\badd(?:ing)? $"
    ),
    praised_amount=re.compile(
        r",? (?:it is(?=[.,!;]|$| and\b)|it's yours|and (?:be|it's) (?:happy|done|yours)"
        r"|(?:is|would be|seems|looks|sounds|would make)(?: still| really| already| also)? "
        r"(?:a |an |your |the )?(?:very |really |perfectly |quite )?(?:fair|good|great|reasonable|"
        r"fine|okay|ok|right|excellent|solid|acceptable|best|cheap|affordable|worth|last chance|"
        r"sensible|bargain|steal|deal|price (?:worth|to)|value)"
        r"|works|is what (?:it|the car) is worth|should be your|makes sense)\b"
    ),
    described=any_of(r"""
        they|their|them|theirs|he|she|his|her|dealer\w*(?:'s)?|seller\w*(?:'s)?
        ask|asks|asked|asking|sticker|list|listed|ad|ads|tag|start\w*|down|from|back
        target|goal|hope\w*|limit|budget\w*|walk\w*|plan\w*|yardstick|ceiling|cap|yours|set aside
        below|under|off|less|above|over|past|beyond|higher|more|away|short|between|gap|inside|
          within|left
        too (?:much|high|expensive)|not|never|no|nothing|nobody|goodbye|refuse\w*|mistake|wish|
          cannot
        offered|named|already|was|were|went|stands?|stay\w*|sits?|agreed|far|hold|still|said|
          gone|again|repeat
        wins you|too little|rose|raised|apart|instead|after|on offer|aside|at [$\d,.]+\?|
          it is [$\d,.]+ now|^[$\d,.]+(?:\?| now)
        \w+n't
    """),
    dealers=any_of(r"""
        you|your|yours|from|below|under|off|less|not|cannot|over|too|above|asked|asking|ad|
          sticker|before
        \w+n't|never|no|far from|down|drop|remove|waive|without|strike
    """),
    dealer_said=re.compile(
        rf"\b{THEY}\b(?: \w+){{0,6}}? {SAY}\b|\b(?:their|dealer's|seller's|his|her|manager's)\b"
        r"|\baccording to\b|\bin (?:that|their) message\b|\bthe dealer\b"
    ),
    dealer_after=re.compile(
        rf"(?:,? (?:that |which )?|[^.;:!?“”]{{0,30}}? is (?:only )?what ){THEY} (?:\w+ )?{SAY}\b"
        rf"|[^.;:!?“”]{{1,15}}?, {THEY} {SAY}\b"
        r"|[^.;:!?“”]{0,20}? is (?:only |just |nothing but )?(?:theirs?|the dealer's|"
        r"the seller's)\b"
        r"|[^.;:!?“”]{0,30}? (?:can|could|should|ought to) (?:be )?(?:drop|waive|remove|go\b|"
        r"come off)"
        r"|[^.,;:!?“”]{0,20}? (?:sounds?|looks?|seems?) (?:small|little|low|cheap|harmless)\b"
        r"| is an? (?:very )?long (?:time|term)\b|[^.;:!?“”]{0,45}? hides?\b"
    ),
    buyer_said=any_of(r"""
        your|yours|yourself|my own|the (?:trade-?in|old \w+)
        you (?:just )?(?:said|say|mentioned|mention|named|wrote|told|have|had|gave|give|got|
          offered)
        you (?:quoted|found|were|bring|asked|want|hope|paid|owe|get|plan|planned|set|think|ask)
    """),
    challenges=any_of(r"""
        (?:ignor|refus|strik|waiv|challeng|disput|negotiat|compar)(?:e|ing)
        (?:forget|forgetting|haggl(?:e|ing) over|beware of)
        (?:disregard|reject|fight|question|double-check)(?:ing)?
        look(?:ing)? past|watch(?:ing)? out for
        push(?:ing)?(?: back)?(?! for| to)
        ask(?:ing)? (?:them |him |her )?(?:about|why|what|whether|if|how)|without
    """),
    claims={
        "cost": re.compile(
            r"\b(?:warrant(?:y|ies)|tires|brakes|fees?|registration|insurance|repairs?|service|"
            r"plan|title|taxes|add-ons?|battery|delivery|inspection)\b[^,;:.]{0,25}"
            r"\b(?:costs?|runs?|is|are|be|of|at|for|you|worth) (?:about |around |some |another )?$"
        ),
        "ask": re.compile(
            rf"\b{THEY} (?:now |still |currently )?(?:ask|asks|want|wants|charge|charges)"
            r"(?: for| now| still)? $|\basking price (?:of|is|was) $"
            r"|\b(?:their|the dealer's|the seller's) (?:latest |current |new )?(?:price|ask|offer)"
            r" (?:of|is|was) (?:now )?$"
        ),
        "target": re.compile(r"(?<!to )\byour (?:own )?target(?: price)?(?: of| is| was) $"),
        "walk_away": re.compile(
            r"\byour (?:own )?(?:limit|walk-?away(?: price)?|maximum)(?: of| is| was) $"
        ),
        "offer": re.compile(
            r"\b(?:your (?:latest |last |current )?offer of|"
            r"you (?:just )?offered|you (?:just )?named) $"
        ),
    },
)
