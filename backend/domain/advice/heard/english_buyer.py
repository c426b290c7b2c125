"""What buyers ask, in English, by :class:`~backend.domain.advice.heard.buyer.BuyerTopic`."""

from __future__ import annotations

BUYER = {
    "my_limit": r"""
        (?<!asked )(?<!me )(?<!asks )(?<!know )<what is> (my|our) (\w+ )?<limit>
        (what|how high) (was|were) (my|our) (\w+ )?<limit>
        (tell|remind|show|give) me (of )?(what )?(my|our) (\w+ )?<limit>
        i( would|'d)? (want|like|need) to (know|see) (what )?(is )?my (\w+ )?<limit>
        (what|which) (limit|maximum|max|budget|ceiling) did i (set|give|enter|choose|tell)
        (go|pay|offer|spend|stretch|bid)( \w+){0,2} (my|our|the) (full |whole )?<limit>
        (where|at what price|when) (do|should|would|will) i walk( away)?
        at (what|which) price (do|should|would) i (leave|walk|stop|quit)
    """,
    "my_target": r"""
        (?<!asked )(?<!me )(?<!asks )(?<!know )<what is> (my|our) <target>
        what was (my|our) <target>
        (tell|remind|show|give) me (of )?(what )?(my|our) <target>
        (what|which) (target|goal) did i (set|give|enter|choose|tell)
        (what|how much) did i (want|hope|plan|aim) to (pay|spend)
        (go|pay|offer|spend|open|start)( \w+){0,2} (my|our) <target>
    """,
    "my_offer": r"""
        (what|how much) (did|have) i (\w+ )?(offer(ed)?|bid|named?|propose[d]?)
        (what is|what's|whats|what was|tell me|remind me of) my (\w+ )?(offer|bid)( so far| now)?
        (?<!should )(?<!can )(?<!could )where (do|am) i (stand|at)
    """,
    "their_price": r"""
        (what|how much) (are|is|was|do|does|did) (they|he|she|the (dealer|seller)) (\w+ )?<asking>
        (what is|what's|whats|what was|remind me of) (their|his|the (asking|dealer's|seller's))
            (\w+ )?(price|ask|offer|number|counter)
        (what is|what's|whats) the (sticker|asking|list) price
        how (much|far) (have|did) (they|he|she|the (dealer|seller)) (come|go|drop|gone|dropped)
    """,
    "rounds": r"""
        how many (\w+ )?(rounds|offers|tries|chances|bids|counters|counteroffers)
        (what|which) round (is|are|am) (this|we|it|i)
        (rounds|offers|tries) (are |do i have )?left
    """,
    "gap": r"""
        how far (apart|off|away) (are|am|is)
        (what is|what's|whats|how (big|large) is) the (gap|difference between)
    """,
    "accept": r"""
        <should i> (accept|take|agree|buy|sign|close)( (to|on|for|at))? ?<deal>
        <should i> (say yes|go for it|go ahead|pull the trigger)
        (accept|take) <the price>
        (ready|want|going|tempted|inclined) to (accept|say yes|buy it|sign|take it)
        (is it|is this|is that) (time to|worth) (accept|tak|clos)\w*
        (thoughts on|what about) (accepting|taking)
    """,
    "halfway": r"""
        half ?way
        split (it|the)
        meet(ing)? (them |him |her |me )?(in the middle|half\w*)
        in the middle
        mid ?point
        compromise
    """,
    "limit": r"""
        (tell|give|show|reveal|share|disclose|mention)\b.{0,30}\b(budget|limit|maximum|max|target)
        (tell|give|show|reveal|share|disclose|mention)\b.{0,30}\b(walk[- ]?away|most i)
        (ask|want)(s|ed|ing)?\b.{0,30}\b(my |our )(budget|max|maximum|limit|price range)
        (ask|want)(s|ed|ing)?\b.{0,30}\bhow much i (can|could|want|would|have)
    """,
    "warranty": r"""
        (\w+ )?warrant(y|ies)
        service (contract|plan)s?
        gap (insurance|coverage)
        (vehicle |car )?protection plan
    """,
    "trade_in": r"""
        trad(e|ed|es|ing)([- ]?in)?
        my (old|current|own) (car|truck|vehicle|suv|van)
    """,
    "out_the_door": r"""
        (what (is|does|do you mean by)|what's|whats|meaning of|explain)( \w+){0,2}
            (out[- ]the[- ]door|otd)
    """,
    "fees": r"""
        (\w+ )?fees?
        add-?ons?
        (protection|dealer|appearance) (package|accessories)
        out[- ]the[- ]door
        otd
        (sales )?tax(es)?(?! (refund|return))
        hidden (cost|charge)s?
        registration
        doc(ument)? charge
    """,
    "title": r"""
        (clean |salvage |rebuilt |branded |lost |missing |the )?titles?
        salvaged?|rebuilt|branded
        liens?
    """,
    "history": r"""
        carfax|car fax|autocheck
        (vehicle|car|service|accident|maintenance|its|the) (history|records?|reports?)
        history report
        vin
        recalls?
        (how many|previous|prior|former|one|two|several|multiple) owners?
    """,
    "mileage": r"""
        mileage|odometer
        (high|low|many|the|few|[\d,.]+k?) miles(?! (away|from|to|one|each|off|drive|down))
        miles (a lot|ok|okay|too many|too much)
    """,
    "inspection": r"""
        (pre-?purchase )?inspect(ed|ion|ing|or|s)?
        (my |a |the )?mechanic
        (check|look at|look for|check out) (the car|it over|before|first|when|on the)
        what <should i> (check|look (at|for|out for)|inspect)
        test[- ]?driv(e|ing)
        (mechanical |any )?(problems?|issues?) with (it|the|this)
    """,
    "financing": r"""
        financ(e|ed|ing|es)
        (a |the |my |their |car )?loan
        apr
        credit( union| score)?
        (?<!wait )(?<!for )(?<!in )(a |per |each )month(ly)?
        monthly
        (down |the |my |lower )?payments?
        leas(e|ing)
        (in |pay |paying |with )?cash
        interest (rates?|free)|(with|without|no|zero|the) interest
    """,
    "insurance": r"""
        (?<!gap )insur(ance|ed|e|er)
    """,
    "paperwork": r"""
        paper ?work|(purchase )?(agreement|contract)|bill of sale
        what (happens|comes|do i do) (next |then )?(after|when|once|if) i (accept|agree|sign|say)
        (after|once) i (accept|agree|buy|say yes)
        what (papers|documents)
    """,
    "deposit": r"""
        deposits?
        (put|pay|leave|send)( \w+){0,3} to (hold|reserve|keep) (it|the car|this)
        (hold|reserve) (it|the car|the truck|this one)( for me)?
    """,
    "rival": r"""
        <elsewhere> (dealer|seller|dealership|lot)('s)? (\w+ )?(price|offer|quote|has|is|wants|asks)
        (quote|offer|price|deal|one) (from|at|with) <elsewhere> (dealer|seller|lot|dealership)
        (mention|use|show|tell|bring up)\b.{0,30}\b<elsewhere> (\w+ )?(dealer|seller|quote|ad|price)
        (found|saw|seen|see|there('s| is)) .{0,40}(cheaper|for less|lower (price|priced))
        compet(ing|itors?|ition)
    """,
    "extras": r"""
        (throw|throwing|toss) in
        (floor )?mats
        free (oil|service|tires|maintenance|tank|stuff|things|delivery|detailing)
        extras|freebies|accessor(y|ies)
        (second |spare |extra |other |\d )?keys?
        ask for (new )?(tires|brakes|wipers|a service)
    """,
    "disagree": r"""
        you('re| are| r)? (\w+ )?(wrong|mistaken|useless|stupid|dumb|no help|an idiot|crazy|lying)
        you('re| are) (not (helping|listening)|repeating)
        (that|this|it)('s| is) <very>(wrong|nonsense|bull\w*|stupid|bad advice|garbage|crap)
        (that|this|it)('s| is)( not|n't) (true|right|helpful|what i (asked|meant))
        ((that|this|it) )?(makes no|does not make|doesn't make|doesnt make) (any )?sense
        i (do not|don't|dont) (agree|believe you|think so|like (that|this|it|your))
        disagree
        (bad|terrible|awful) advice
        you (already|just) (said|told|wrote)
        <not they>(did not|didn't|didnt|don't|aren't) (answer(ing)?|understand|listen) (me|my|to)
        you (did not|didn't|didnt|do not|don't|dont) (answer|understand|listen|get it)
        stop (repeating|saying)
        not what i (asked|meant|said)
    """,
    "silence": r"""
        (<not>|stopped) (\w+ )?(heard|answer\w*|respon\w+|repl\w+)
        (<not>|stopped) (\w+ )?(call\w*|text\w*|writ\w+|g[eo]t back)
        ghost(ed|ing|s)?
        no (reply|answer|response|word)
        (radio |gone |went )?(silent|silence|quiet)
        how long\b.{0,20}\bwait
        follow(ing)?[- ]?up
    """,
    "wont_budge": r"""
        (<not>|barely|hardly)\b.{0,25}\b(budg(e|ing)|mov(e|ing|ed)|lower(ing)?|negotiat\w+|drop)
        (<not>|barely|hardly)\b.{0,25}\b(com(e|ing) down|go(ing)? (down|lower))
        stuck
        (they|he|she|dealer|seller|it|price)( is| are|'s|'re| says?| said)? (\w+ )?(firm|final)
        (said|says|saying|told me) no
        (refus|reject|declin)(e|ed|es|ing|al)
        (hardball|stubborn|deadlock|stalemate|impasse)
    """,
    "why": r"""
        ^(but )?why
        why (not|so|this|that|such|is|are|do|did|should|would)
        (explain|reason|rationale|how come|based on what)
        (how|where) (did|do|does) (you|this|that|it) (get|come|calculate|arrive|work)
    """,
    "too_low": r"""
        (too|so|very|ridiculously) low
        low-?ball(s|ed|ing|er)?
        insult(s|ed|ing)?
        offend(s|ed|ing)?|offensive
        rude
        embarrass(ed|ing)?
        laugh(s|ed|ing)?
        what if (they|he|she|the dealer) (say|says|reject|rejects|get|gets|walk|walks)
        unrealistic
    """,
    "timing": r"""
        when (should|shall|do|can|could|would|is|to|will)( \w+)?
        best (day|time|month|week|moment|season|hour)s?
        (what|which) (day|time|month|week|season)
        (should|shall|can|could|do) i wait
        <should i> (buy|go|call|come)( it| them| in| there)? (now|today|tomorrow|later|soon) or
        (end|beginning|start|middle) of (the |this |a )?(month|year|quarter|week)
        how (soon|fast|quick(ly)?)
        (wait|waiting) (until|till|a (day|week|month)|for (the|a|next))
        (weekend|weekday|black friday|holiday|memorial day|labor day|(mon|tues|fri|satur|sun)day)
    """,
    "channel": r"""
        (call|phone|text|e-?mail|message|visit|in person)\b.{0,20} or .{0,20}<call>
        (?<!what )(?<!how )(?<!when )(?<!who )(should|shall|can|do|must|may) i (\w+ )?<call>
        (by|over the|on the) (phone|e-?mail|text)
        in person
    """,
    "trust": r"""
        trust(s|ed|worthy|ing)?
        (lying|lies|lied|bluff(s|ed|ing)?|scam(s|med|ming|mer)?|legit|shady|sketchy|cheat\w*)
        (are|is) (they|he|she|the (dealer|seller)|this (dealer|seller)) (\w+ )?(honest|serious|real)
        (is|are) (that|this|it|they|he|she) (\w+ )?(true|a lie|a trick|tricking|telling the truth)
        (believe|fool|trick)(s|ed|ing)? (them|him|her|me|it|that|what|the (dealer|seller))
    """,
    "walk": r"""
        walk(ing)?( away| out)?
        (leave|leaving|give up|giving up|move on|moving on|quit|back out|bail|forget it)
        (another|other|different) (car|one|dealer|seller|option)s?
        (look|looking) elsewhere
    """,
    "good_deal": r"""
        (good|fair|great|decent|bad|reasonable|ok|okay|best|terrible) (deal|price|offer|buy|value)
        (is|are|was) (it|this|that|the price|their \w+|\$?[\d,.]+k?) .{0,20}(worth|fair|good|okay?)
        (is|was) the (\w+ )?(price|offer|ask|sticker) .{0,20}(worth|fair|good|ok(ay)?|right|high)
        (what do you think|your opinion|thoughts)( \w+)? (of|about|on) (it|this|that|the|their)
        (is|are|was) (it|this|that|the price|their \w+|\$?[\d,.]+k?) .{0,20}(too|reasonable)
        overpriced
        worth (it|the|this|that|\$?\d)
        rip(ped)?[- ]?off
        overpay(ing|ed)?
        (what('s| is)|whats) (it|the car|this car|the market value|a fair price)
        market (value|price)
        too (much|expensive|high)
    """,
    "how_much": r"""
        how (much|high|low|far)
        what (should|do|can|would|could) (i|we) (offer|counter|bid|pay|start)
        <what is> (the|my|your|our) (next|right|best|first) (offer|number|price|bid)
        (next|counter|first|opening) ?-?(offer|number|bid)
        (offer|go|bid|pay|come up|going) (more|higher|up|lower|less)
        (raise|increase|lower|(?<!bring )(?<!show )up) (my|the|it|our)
        (should|can|could|may) (i|we) (offer|counter|bid)
        (want|like|going|plan(ning)?|thinking|ready) (to|of|about) (offer|counter|bid)(ing)?
        (offer|bid)(ing)? (them |him |her )?\$?\d
        counter(offer)?
        what about \$?\d\S*
        negotiat\w+ (further|more|lower)
        (\d+ ?percent|discounts?|\d+ ?%( off)?)
    """,
    "buy": r"""
        <should i> (accept|buy|sign|close|agree)( to| on| for)? (the|this|that|their|his|her) \w+
    """,
    "about": r"""
        are you (\w+ )?(\w+ )?(robot|bot|ai|human|person|program|machine|real|working for)
        who (are you|do you work for|made you)
        (can|could|will|would) you (talk|call|negotiate|speak|buy)
        what can you (do|help)
        what can i ask( you)?
        how do you work
        ^help[.!? ]*$
    """,
    "plan": r"""
        my (\w+ )?(budget|target|limit|max|maximum)
        i('d| would)? (want|like|hope|plan|need)(ed)? to (buy|get|pay|spend|purchase)
        i('m| am) (looking|hoping|trying|planning) (to|for|at)
        i (have|can|could) (spend|pay|afford|only)
    """,
    "nervous": r"""
        (nervous|scared|afraid|anxious|worr(y|ied|ying)|stress(ed|ful)|intimidat(ed|ing))
        (uncomfortable|unsure|overwhelm(ed|ing)|confused|panic\w*|shy|awkward)
        (hate|dread|bad at|not good at|terrible at|new to) (this|negotiat\w+|haggl\w+|confrontation)
        pressur(e|ed|ing)
        first (car|time)
    """,
    "hurry": r"""
        i (\w+ )?need (it|a car|the car|this|one) (by|before|soon|now|today|tomorrow)
        los(e|ing) (it|this|the (car|deal)|out)
        (urgent|urgently|asap|desperate|running out of time)
        (love|in love with|must have|have to have|dying for) (it|this|that|the) ?(car|one|truck)?
    """,
    "something": r"""
        (say|ask|tell|reply|answer|respond|write)( them| him| her| the (dealer|seller))?
            <about thing>
        (?<!can )(?<!could )(bring up|mention|handle|deal with) (the|a|an|my|this) <thing>
        (what|how) about (the|my|a|an|this|their) <thing>
    """,
    "say": r"""
        (what|how) <should i> (say|tell|answer|reply|respond|write)
        (what|how) <should i> (text|word|put|begin|start|do|react)
        (what|how) to (say|tell|answer|reply|respond|write|text|do|handle|start|react)
        (what|and) (now|next|then)
        (the )?next (step|move)s?
        (help|advise|guide) me
        (a |write |give me )?(draft|script|message|wording|line)
        (write|draft|compose|make)( me| us)? (a|an|the|some) (\w+ )?(text|e-?mail|reply|answer|note)
        (any|some|your) (advice|tips?|ideas?|suggestions?|thoughts)
        (message|email|text) (to|for) (them|him|her|the dealer|the seller)
        <they> (sa(id|ys)|told|wrote|texted|claims?)
        <they> (offer(s|ed)|wants?|ask(s|ed)|keeps?|are|is)
    """,
    "no": r"""
        ^(no+|nope|nah|never|no way|not really|not now|not yet|no,? thank(s| you))[.!, ]*$
        ^i (do not|don't|dont|won't|will not) want (to|that|it|this)[.! ]*$
    """,
    "thanks": r"""
        (many |ok(ay)? )?thanks?( you)?( .*)?|thx|ty|cheers
        appreciate( (it|that|you\w*))?
    """,
    "ok": r"""
        ^(<ok>[,.! ]*)+$
        ^(that's|that is|sounds|looks) (good|great|perfect|fine|fair|right|nice|awesome)[.! ]*$
        ^i (see|understand|agree|got it|will( do( that| it| so)?)?)[.! ]*$
    """,
    "hello": r"""
        (hi|hello|hey|hiya|howdy|yo|greetings)( there)?
        good (morning|afternoon|evening|day)
    """,
}
