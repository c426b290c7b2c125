"""What English sentences must not say."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Phrases, any_of
from backend.domain.advice.guard.languages.english_clauses import THEM, THEY

_LIMIT = r"(?:limit|cap|maximum|max|budget|ceiling|walk-?\s?away(?: price)?|reservation price)"
_GAP = r"(?:difference|gap|distance|remainder)"
_SURE = (
    r"(?:agreed|settled|final|finalized|locked(?: in)?|reserved|sealed|concluded|booked|confirmed|"
    r"decided|arranged|under contract|spoken for)"
)
_UNTIL = r"(?<!when )(?<!once )(?<!until )(?<!if )(?<!unless )(?<!before )(?<!after )(?<!what )"
_SO = (
    r"(?: (?:so|that|this|it|about it|about that|of it|exactly that|as much|"
    r"openly|honestly|plainly|clearly|right away|right at the start|at the start|early|at once|"
    r"today|now|up ?front|first|straight away|from the start|too|as well|in (?:your|the) "
    r"(?:first |next )?(?:message|email|text))){0,3}(?= ?[.,;!”)]|$)"
)
"""How "tell them" ends where it speaks of what was said before."""

PHRASES = Phrases(
    middle=any_of(rf"""
        meet(?:ing)? (?:{THEM} |you |me |us |each other )?(?:in the middle|half ?way|half-way)
        meet(?:ing)? (?:{THEM} |you |me |us )?(?:at the )?(?:mid ?point|half\w*|somewhere)
        (?:come|coming|go|going|met|walk|get|move|moving) (?:\w+ ){{0,3}}(?:half ?way|half-way|
          to the middle)
        split(?:s|ting)? (?:\w+ )?(?:difference|gap|it|distance|remaining|rest|price|that|
          anything)
        (?:share|sharing|halve|halving|divide|dividing|cut) (?:\w+ )?(?:difference|gap|
          distance)(?: in half)?
        half ?way (?:between|point)
        halfway|half-way
        (?:the )?mid-?point
        in the middle|middle ground|middle of (?:the two|both)
        (?:somewhere|something|anything|a (?:number|price|figure)) (?:in )?between
        in between
        fifty[- ]fifty|50 ?[/-] ?50
        half (?:of )?(?:the|that|this) (?:gap|difference|distance)
        (?:the )?average of
        compromise (?:between|halfway|on the price|with {THEM})
        a compromise
        right between the two|each (?:give|move|meet|concede)
        equal (?:steps|concessions)
        (?:each|both)(?: of you| sides?| part(?:y|ies))? (?:should|could|must|can|would|has to|
          have to)
          (?: each)? (?:give|meet|split|concede|yield|come)
        (?:sum|total) of (?:both|the two)|cut (?:it|them|that) in (?:two|half)|golden mean|
          mean of the
        mid-?way|step for step|until (?:you|the \w+) (?:meet|touch|are equal)
        (?:as much|as far|the same|just as much) as (?:they|you|he|she) (?:go|goes|come|comes|move|
          moves|
          give|gives|rise|drop|drops)\b
        between (?:the two|both|your|the) (?:offers|prices|numbers|figures|positions)
        (?:one|a) half of (?:what|the)
        (?:share|sharing|split|splitting|halve|divide|dividing|absorb|bridge)(?: \w+){{0,3}} {_GAP}
        (?:exactly|evenly|equally|squarely|sits?|sitting|land|lands|landing|falls|right|just)
          (?: \w+){{0,2}}? between
        (?:in|at|to|toward|towards|for) the (?:dead |exact |very |true )?(?:center|centre|middle)
          (?! of the (?:road|room|lot|month|week|day|night))
        average (?:the|both|their|your|out|of)|averaging
        (?:you|they) give a little,? (?:and )?(?:they|you) give a little
        (?:each|both|two)(?: \w+){{0,4}} (?:half|equally|the same (?:amount|distance|number|sum))
        equally far|equidistant|the other half
        half of what(?: is|'s)|(?:give|concede|cover|pay|take|offer|put up)(?: up)? half
    """),
    commits=any_of(rf"""
        (?<!once )(?<!if )(?<!when )(?<!until )(?<!unless )(?<!before )(?<!what )(?:we|
          i) (?:hereby |gladly |happily |now |will |shall |can )?(?:accept|agree|commit)
        (?:we|i)(?:'ve| have)? (?:just |already |now )?(?:accepted|agreed|committed|confirmed|
          signed|bought|sent|emailed|texted|notified|informed|booked|reserved|paid|submitted)
        (?:i|we)(?:'ve| have)? (?:just |already )?(?:told|messaged|written to|contacted|
          called) (?:{THEM}|the dealer)
        (?:i|we)(?:'ll| will) (?:tell|inform|contact|message|call|email|let|text|phone|write to)
          \s(?:{THEM}|the dealer)
        (?:it|that)(?:'s| is) (?:a|agreed|settled) ?(?:deal|done deal)?(?= |$|[.!,;”])(?<=deal)
          (?! worth| for| that| to| if| when| only)
        done deal|legally binding|no takesies backsies|deal done
        (?:we|you(?:'ve| have)?|i)(?:'ve| have)? (?:now )?(?:got |made )?(?:a|yourself a) deal
        i(?:'ll| will) take it|we(?:'ll| will) take it|consider it (?:done|sold|bought)
        i (?:sign|buy|purchase)(?! (?:anything|nothing))
        on your behalf|consider yourself|(?:has|have) your word
        {THEM} knows? (?:that )?you (?:agree|accept|will)
        you(?:'re| are) (?:now )?(?:committed|bound|the (?:new |proud )?owner)
        we shook hands|shake on it|you can consider
        (?:i|we)(?:'ve| have)? (?:just |already |now |gladly )?(?:let {THEM} know|(?:shaken|shook)|
          signed off|promised|gone ahead|went ahead|closed|locked|secured|placed|arranged|settled|
          ordered|said yes|given (?:{THEM} )?(?:our|your|my|the)|gave (?:{THEM} )?(?:our|your|my)|
          finalized|sealed|put down|put in)(?! you)
        your (?:acceptance|yes|commitment|agreement|word|order|confirmation|signature)
          (?: \w+)? (?:has|is|was|went)(?: already| now)? (?:gone|been|sent|out|on (?:record|file)|
          with {THEM}|in|noted|registered)
        (?:they|{THEM}) (?:\w+ )?(?:have|has|got) (?:our|your|my) (?:word|yes|commitment|agreement|
          acceptance|signature)
        (?:an?|the) (?:agreement|deal) with (?:the )?{THEM}(?: is| has)|came to terms|come to terms
        you are (?:now )?the (?:buyer|owner)|went through for you|as agreed(?: with)?
        in your name|your name on it|you have yourself|that settles (?:it|the)
        (?:starting|start|preparing|drawing up|drew up|drafting)(?: up)? (?:the )?(?:paperwork|
          papers|
          contract)(?! yet)
    """),
    commits_unless_agreed=any_of(rf"""
        {_UNTIL}you(?:'ve| have) (?:now |already |just )?(?:accepted|agreed|committed|bought|signed|
          purchased)
        you (?:accepted|agreed to|bought) (?:the|their|it|this|buy|pay|\$)
        (?:the|this) (?:car|deal|truck|vehicle) is (?:now )?(?:yours|sold|done|closed|bought|
          settled)
        {_UNTIL}(?:it|that) is (?:now )?(?:yours|sold|settled|agreed)
        the deal (?:has been|was) (?:made|closed|done|agreed)
        {_UNTIL}(?:it|that|everything|all|the (?:car|truck|deal|purchase|sale|price|vehicle|order|
          contract|
          \w+ deal))(?:'s| is| has been| was)(?: now| all| already| as good as){{0,2}} {_SURE}
        the (?:\w+ )?(?:car|truck|deal|vehicle|camry|sale) (?:goes|belongs) to you
        (?:car|truck|vehicle|camry|it) is yours(?! to)|(?:is|was) sold to you
        you have your deal|congratulations
    """),
    acts=any_of(r"""
        (?:i|we)(?:'ve| have)? (?:\w+ly |already |just |now |also )?(?!need|indeed|proceed|heed|
          said|
          suggested|mentioned|computed|worked|explained|noted|recommended|advised|named|pointed|
          looked|checked|counted|used|based|hoped|wanted|expected|planned|warned|called it|
          asked you|
          told you|learned|listed|offered you|started)(?:[a-z]{2,}ed|gave|told|sent|made|took|
          went|did|let|wrote|spoke|shook|bought|paid|struck|reached|came to terms)
          (?! you(?: |[.,]| to))
    """),
    for_dealer=any_of(rf"""
        (?:dealer\w*|seller|salesman|salesperson|add-ons|fees|warranty|financing(?: \w+)?|desk|
          extras)
          \s(?:is|are|has|have|will) (?:\w+ )?(?:an? |the )?(?:great|wonderful|good|excellent|fair|
          honest|
          reputable|trustworthy|take (?:good )?care)
        want {THEM} to be (?:happy|satisfied|pleased)
        wait(?:ing)?(?: any)?(?: longer)? (?:is|would be|will) (?:\w+ )?(?:foolish|silly|a mistake|
          risky|cost)
        (?:no|not any|any) (?:need|reason|point|use|sense) (?:to|in) (?:argu|check|negotiat|
          inspect|compar|
          haggl|bargain|doubt|read|ask)\w*|nothing to (?:check|argue|lose|worry about|negotiate)
        (?:speed|time|comfort) matters more than (?:the )?(?:price|money)
        you owe (?:it to )?(?:{THEM}|the \w+)|go with whatever|there is no shame in paying
        deciding? (?:today|tonight|right away|right now|immediately|at once|now)
        (?:buy|sign|act|purchase|close|commit|order|pay|accept)(?:ing)? (?:it |this |now |
          the \w+ |fast |quickly )?(?:today|tonight|right away|right now|immediately|at once|
          now|fast|quickly|this minute)
        before (?:it|the car|this|that)(?:'s| is) (?:gone|sold|too late)|before it (?:goes|sells)
        before (?:they|someone|anyone|somebody|another)\b.{{0,30}}?(?:change|changes|changed|
          snaps?|buys?|takes? it|gets? it|grabs?)(?: their mind| it)?
        (?:now|today) or never|last chance|(?<!a )(?<!no )hurry(?= up| and|[.,!]|$)|
          rush(?= to| into|[.!]|$)
        (?:offer|price|deal|it)(?: will not| won't|'ll not) (?:last|hold|be there|come back)
        (?<!look )(?<!sound )(?<!seem )generous(?:ly)?
        pay(?:ing)? (?:the )?(?:full |whole |dealer's |seller's )?(?:asking|sticker|list|full|
          advertised|dealer's)(?: price)?
        (?:pay|give|offer)(?:ing)? (?:{THEM} )?(?:just )?(?:what(?:ever)?|all|everything|
          exactly what) (?:{THEY}|it)(?: are| is)? (?:ask|want|say|need|demand|cost|charg)\w*
        trust (?:{THEM}|this dealer|their word|what they)
        {THEY} (?:is|are|has been|have been) (?:right|honest|your friend|being fair|
          trustworthy|on your side|very fair|kind|more than fair)
        {THEY} deserves?
        you(?:'re| are) (?:asking|wanting|demanding) too much
        (?:won't|will not|can't|cannot|couldn't|could not|never) (?:find|get|do|see|beat) (?:a |
          any ?thing |any |this )?(?:better|cheaper|lower|this)(?: \w+)?
        work(?:ing)? for the (?:dealer|seller|dealership)|on the (?:dealer|seller)'s side
        (?<!inspection is )(?<!mechanic is )(?<!waiting is )(?<!patience is )worth
          (?: every| it(?! only)| the (?:price|money)| their price|
          (?: the asking))(?: \w+)?
        (?:accept|keep|take|buy|get)(?:ing)? the (?:add-ons|fees|extended warranty|protection|
          extras)
        skip(?:ping)? (?:the )?(?:inspection|test drive|history report|mechanic|checks?)
        (?:their|the dealer's) (?:loan|financing|fees?|price|number|terms?|
          rate)\b.{{0,25}}?(?:is|are) (?:a |an |more than |very |quite |perfectly )*(?:good|
          fair|reasonable|great|best|excellent|normal|fine|right|cheap|low|honest|okay)
        (?:the )?fees are (?:reasonable|fair|normal|fine|justified)
        (?:the |this )?(?:asking|sticker|list)? ?price is (?:\w+ )?(?:fair|reasonable|good|
          great|right|justified|excellent|low|a steal|fine)
        (?:price|it|cost|rate)s? (?:goes|will go|is going|are going|go) up (?:tomorrow|soon|next)
        a steal|a bargain
        knows? best|will regret|do what (?:{THEY}) (?:suggest|say|want|ask|recommend)\w*
        doing you a favor|use (?:all|the whole|every dollar) of it
        time is running out|clock is ticking|running out of time|snap it up|move fast|be quick
        lock(?:ing)? (?:it|this|that) in|give in(?! to)|giving in|cave in|be reasonable
        don't let (?:it|this) (?:slip|go|get away)|have families|make a living|don't be greedy
        return the favor|do {THEM} a favor
        be (?:nice|kind|generous) to {THEM}
        wise to (?:sign|buy|accept|pay)|wait(?:ing)? (?:is|would be) (?:a mistake|risky|
          too risky)
        (?:take|get|accept|use)(?:ing)? (?:the|their) (?:loan|financing|monthly|payment plan)
        pay(?:ing)? (?:a |the )?(?:deposit|monthly)
        works? (?:well |great )?for both
        our (?:dealership|showroom|store|lot|prices?|customers?|inventory|sales \w+|financing)
        (?:we|us) at the (?:dealer\w*|showroom|store)|(?:values?|appreciates?) your business
        (?:my|our) (?:job|task|goal|mission) is to (?:get (?:this|the)|sell|move|close|help the)
        (?:here|there|speaking|working|acting) for the (?:seller|dealer)\w*
        let(?:ting)? {THEM} (?:keep|have|make|earn)(?: \w+){{0,2}} (?:profit|margin|money|living)
        (?:do not|don't|no need to|never) (?:bother|worry|waste time)(?: \w+){{0,3}} (?:inspection|
          mechanic|history|test drive|checks?|fine print|paperwork)
        (?:buy|add|get|take|choose|accept|order|sign up for)(?:ing)? (?:every|all|any|each|whatever)
          (?: of)?(?: the| their| these| those)? (?:extras?|add-ons?|warrant(?:y|ies)|packages?|
          protections?|fees?|charges?|accessor(?:y|ies)|upgrades?)
        (?:buy|add|get|take|choose)(?:ing)? (?:the|an|their|that) (?:extended )?(?:warranty|
          protection|coverage|service plan|add-on)
        every (?:smart|wise|good|sensible) (?:owner|buyer|driver)
        dealers? (?:do not|don't|never|would not|wouldn't) (?:cheat|lie|overcharge)
        trust (?:the (?:first|sales\w*|dealer\w*|seller\w*)|their|what)
        (?:offer|price|deal|car|chance) (?:is|will be) gone|gone (?:tomorrow|by tomorrow)
        (?:in|have) {THEM}(?:'s)? best interest|the best result for {THEM}
        more than (?:fair|reasonable)
    """),
    praise=any_of(r"""
        (?:it|this|that|these|which|(?:their|the|this|that|dealer's|latest|best) (?:price|offer|
          deal|number|counter))(?:'s| is| are| looks| sounds| seems)
            (?: really| indeed| already)? (?:an? |the )(?:very |really |quite |absolutely )?
            (?:fair|good|great|excellent|best|reasonable|fantastic|wonderful|amazing|solid|
            strong|unbeatable) (?:price|deal|offer|value|one|number|ask|request|figure)
        (?:it|this|that|these|which|(?:their|the|this|that|dealer's|latest|best) (?:price|offer|
          deal|number|counter))(?:'s| is| are| looks| sounds| seems)
            (?: really| indeed| already)? (?:very |really |quite |absolutely |more than |
            perfectly )?(?:fair|good|great|excellent|reasonable|fantastic|wonderful|amazing|
            unbeatable)(?= for | enough| and |[.,!;”]|$)
        (?:fair|good|great|excellent|fantastic) (?:deal|price|offer|value)
          (?! for you is| is one| is what| means| would be| has| needs| leaves)
        (?<!only )sounds (?:good|fair|great|reasonable)
    """),
    exceeds=any_of(rf"""
        (?:go|going|pay|paying|spend|spending|stretch|stretching|bid|bidding|reach|climb|move|push|
          offer|offering)(?: \w+){{0,2}}? (?:above|over|beyond|past|more than|higher than)
          \s(?:(?:your|the|that|this)(?: \w+)? {_LIMIT}|(?:what )?you (?:had |have )?(?:planned|set|
          intended|wanted|meant|budgeted|thought))
        (?:exceed|stretch|raise|lift|loosen|relax|forget|ignore|increase|up|bump|push|break|drop|
          overstep|abandon|rethink)(?:ing)?(?: about)? (?:your|the|that|this)(?: \w+)? {_LIMIT}
        (?:a little|a bit|slightly|somewhat|a touch|a few dollars) (?:over|above|past|beyond)
          \s(?:your|the)(?: \w+)? {_LIMIT}
        your(?: \w+)? {_LIMIT} is (?:too|very|rather|a bit|a little) (?:strict|low|tight|small|
          rigid)
        break(?:ing)? your own (?:rule|plan|promise)s?|(?:your|the) {_LIMIT} as (?:a|only)
        (?:top|beat|outbid|better|exceed)(?:ping|ing)? (?:their|the dealer's|the seller's) (?:\w+)
        afford (?:a )?(?:bit|little|few dollars|something) (?:more|extra)
        whatever (?:it takes|they charge|it costs|the cost)|at any (?:price|cost)
        no matter (?:the|what the) (?:price|cost)
    """),
    accepts=any_of(rf"""
        (?:accept|take|agree to|agree with|go with|sign|grab|
          seize)(?:ing)? (?:it(?! seriously| or (?:leave|
          you)| slow| easy| calm| off| as| from| back| down| away| out| along| in)|this(?= |
          [.!,]|$)|that(?= |[.!,]|$)|the deal|(?:their|the|this|that|his|her|
          dealer's)(?: dealer's)? (?:\w+ )?(?:offer|price|deal|number|counter\w*|terms|proposal))
        (?<!only )say(?:ing)? yes(?: to (?:it|them|that|their \w+))?
        ^(?:just |simply |please )?(?:accept|sign|buy|agree|pay)(?=[.!,;]|$)
        (?:don't|do not|stop|no need to|need not|quit|no point in|without|
          end the) (?:even )?(?:negotiat\w*|haggl\w*|bargain\w*)
        enough (?:haggling|bargaining|negotiating)
        go for it|shake hands|pull the trigger
        close (?:the deal|now|it|this)
        (?<!ready )(?<!want )(?<!you )(?:should|must|could|can|would|to) (?:just )?(?:accept|
          agree|sign|buy)(?= now|[.!,;]|$)
        sign (?:it|the (?:papers|contract)|here)
        give (?:it to {THEM}|{THEM} what)
        (?:offer|pay) (?:that|it|this|{THEM} that|the same|what they)
        that is what you should (?:offer|pay|accept)
        meet (?:their (?:price|number|ask|demand|offer)|what they ask)
        match(?:ing)? (?:their|the dealer's|the seller's|the asking)(?: \w+)? (?:price|offer|
          number|ask)
        (?:hand(?:ing)? over|hand {THEM}|let {THEM} have) (?:the (?:price|amount|money)|what|their)
        (?:write|cut|sign) (?:the|a) check|the full (?:amount|sum)(?! of)
        agree and (?:be|get)|number is what you should|to agree (?:and|with|to)
        (?:accept|take|agree to|agree with)(?:ing)? (?:what|whatever|all that) (?:they|he|she|the)
        (?:agree|say yes)(?: at once| right away)? to the (?:dealer's|seller's|asking|sticker|list)
        pay(?:ing)? (?:the|their) (?:(?:full|whole|entire) (?:\w+ )?|asking |sticker |list )price
    """),
    reveals=any_of(rf"""
        (?:tell|telling|inform|show|showing|text|texting|email|write|writing to|write to|remind|
          give|assure) (?:{THEM})
        (?:let|letting) (?:{THEM}|the dealer) (?:know|see|hear|have|guess)
        answer(?:ing)? (?:truthfully|honestly|openly|with)|opens? up|give {THEM} an? (?:idea|hint|
          sense)
        let(?:ting)? slip|a good opener|start by|begin by
        (?:put|lay|place)(?:ting)?(?: all)?(?: of)? your cards|cards on the table
        (?:explain|describe|forward|hint at|volunteer|disclose|spell out|
          give away)(?:ing)?(?: to)?(?: {THEM})?
        {THEY} (?:should|must|may|can|needs? to|ought to|ha(?:s|ve) to|deserves? to|
          ha(?:s|ve) (?:a|every) right to) (?:know|hear|learn|see)
        (?:honest|open|frank|upfront|transparent|candid|straight)(?: with {THEM}| about)
        (?:say(?! (?:a |yes|no\b|so\b|goodbye|nothing))|mention|reveal|share|disclose|state|
          admit|announce|confess|telling|saying|sharing|revealing)
    """),
    passes_on=any_of(rf"""
        (?:tell|telling|text|email|e-mail|inform|write|write to|remind|show|assure|warn)
          \s(?:{THEM}|the sales (?:team|desk|rep|guy)){_SO}
        let (?:{THEM}|the sales (?:team|desk|rep|guy)) (?:know|have it|see it|hear it){_SO}
        (?:say|tell|mention|share|reveal|disclose|state|announce|admit|confess|repeat|type|write)
          \s(?:so|it|that|this|that number|the number|as much|exactly that)(?: to {THEM}|
          \swith {THEM})?{_SO}
        {THEY} (?:should|must|may|can|need to|ought to) (?:know|hear|see|have) (?:it|that|this)
          {_SO}
        pass (?:it|this|that|the number) on{_SO}|pass (?:it|this|that|the number) along{_SO}
        (?:don't|do not|never) (?:hide|conceal) (?:it|this|that)(?: from {THEM})?{_SO}
    """),
    secret_words=any_of(r"""
        (?<!over )(?<!above )(?<!past )(?<!beyond )
          (?:your|my|our|the buyer's) (?:\w+ )?(?:limit|maximum|max|ceiling|budget|
          walk-?\s?away(?: price)?|reservation price|target(?: price)?|goal|top price|
          final limit|highest)
        (?:the )?(?:most|highest|maximum|max)(?: that)?(?: price)? (?:you|i|we) (?:can|could|
          would|will|want|are|have|am)
        your (?:real|true|actual|final|top|highest|upper|absolute|best) (?:number|price|figure|
          dollar)
        (?:the )?(?:highest|top|biggest|largest) (?:number|price|figure|amount)|your wallet
        where you draw the line|you (?:were|are|had been) (?:hoping|planning|ready|
          willing) to (?:pay|spend)
        your own {_LIMIT}|the (?:limit|maximum|ceiling|budget|cap)(?= |[.,;!?]|$)|what the most is
        the (?:price|point|number|figure) (?:where|at which|when) you
        how (?:much|far|high|low) you (?:\w+ ){0,3}(?:pay|go|spend|stretch|afford|able|willing)
        where you stand on price
        how (?:much|far|high) you (?:can|could|would|will) (?:pay|go|spend)
        you can (?:pay|go|spend) up to|you would (?:have )?(?:pay|paid|go|gone)|you hope to pay
    """),
    own_limit=any_of(r"""
        (?:my|our) (?:absolute |real |own |actual |true |upper |final )?(?:limit|maximum|max|
          ceiling|budget|walk-?\s?away(?: price)?|target(?: price)?|goal|top price|
          reservation price)
        (?:the )?(?:most|highest|maximum)(?: that)?(?: price)? (?:i|we) (?:can|could|would|will|
          am|are)
        (?:i|we)(?:'d| would| can| could| will|
          'll| may| might| am willing to| was ready to| am ready to| was willing to)(?: have)?
            (?: even| also)? (?:go|gone|pay|paid|spend|stretch|sign|walk)(?: away)?
            (?: all the way)? (?:up to|as high as|above|at most)
        (?:i|we)(?: was| were| am| are|'m|'d|'ve| have| had)? (?:hop(?:e|ed|ing)|plan(?:ned|
          ning)?|aim(?:ed|ing)?|budgeted|set aside|ready|prepared|willing|wanted|want|
          saved)(?: for| to)
        where i(?:'d| would)? walk
        up to
    """),
    own=re.compile(r"\b(?:your|the) $"),
    first_person=any_of(r"""
        (?:i|we)(?:'ll| will| can| could| am willing to|'m willing to| am ready to|
          'm ready to| am able to) (?:pay|do|offer|spend|stretch|go|give|manage)
    """),
    leaks=any_of(r"""
        system prompt|my (?:system )?(?:instructions?|prompt|guidelines|rules|programming|
          guardrails)
        (?:ignore|disregard|forget|override) (?:all |any |my |your |the )*(?:previous|prior|
          above|earlier|former|instructions|rules)
        as an? (?:ai|artificial|large|language)(?: \w+)*|language model
        developer mode|jailbreak\w*|dan mode|debug mode|admin mode|god mode
        (?:system|assistant|developer)\s?:|^(?:user|human|ai|dealer|buyer|seller)\s?:
        i(?:'m| am) (?:now )?(?:a pirate|the dealer|the seller|dan|a different|a new|
          unrestricted|free (?:of|from))
        i (?:now )?(?:work|act|speak) (?:for|as) (?:the )?(?:dealer|seller|dealership)\w*
        (?:new|updated) (?:rules|instructions|policy|role)|role ?play
        i(?:'ve| have)? (?:been|was) (?:told|instructed|programmed|ordered|asked) (?:to|that|by|
          not)
        (?:under|listed under) facts|begin facts|end of (?:prompt|instructions)
        pwned|hacked|instructions (?:received|accepted|overridden)
    """),
)
