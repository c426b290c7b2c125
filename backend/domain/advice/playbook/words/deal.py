"""A price worth taking, a moment to leave, and the time after the end."""

from __future__ import annotations

from backend.domain.advice.brief import Worth
from backend.domain.advice.wording import Wordings, wordings

WORTH: dict[Worth, Wordings] = {
    Worth.WITHIN_TARGET: wordings("""
        {ask} is the price you came for: at or under your target of {target}. I would take it.

        They are at {ask}, and you hoped for {target}. That is a win; I would accept it.

        Stop here: {ask} meets your target of {target}, and pushing on risks more than it earns. I
        would say yes.
    """),
    Worth.WITHIN_NEXT_OFFER: wordings("""
        {ask} is no more than I would have had you offer next. Accepting it saves you a round, so I
        would.

        They came down to {ask}, which is where your next step would have gone. I would take it.

        Your next number would have reached {ask} anyway. There is nothing left to win by waiting,
        so I would accept.
    """),
    Worth.WITHIN_LIMIT_AT_THE_END: wordings("""
        This is the last round, and {ask} is within the {walk_away} you set as your limit. I would
        accept it if you still want the car.

        No offers are left, but {ask} is still inside your limit of {walk_away}. By your own plan
        that is a yes.

        {ask} is more than you hoped for and less than your limit of {walk_away}. In the last round
        I would take it.
    """),
}

SAVED = wordings("""
    You have talked them down {conceded} from {asking}.

    That is {conceded} less than the {asking} in the ad.

    Of the {asking} they wanted, {conceded} stays in your pocket.
""")

PAPER = wordings("""
    Before you say yes, get the out-the-door price in writing, with every fee on its own line. A doc
    fee or an add-on that shows up later is a price raise.

    One thing first: the out-the-door price in writing, fees and all. If the sheet says more than
    {ask} plus tax and registration, ask why before you sign.

    Do not shake on a number alone. Ask for the out-the-door price in writing and read every line
    for add-ons that you never asked for.
""")

QUOTE = wordings("""
    That could work. Please send me the out-the-door price in writing, with all fees listed, and I
    will decide on that.

    I like where we are. Can you put {ask} and every fee on one sheet and send it over?

    Please write up {ask} with nothing added but tax and registration. Once I have read it, you get
    my answer.
""")

PAPER_ALL_IN = wordings("""
    They said {ask} with everything in it. Before you say yes, get exactly that in writing: one
    total, with tax, title, registration and every fee part of it.

    One thing first: {ask} out the door, in writing. If the sheet says a dollar more, it is not the
    price that they named.

    Have {ask} written down as the total, nothing to be added. Then read every line for add-ons that
    were not part of it.
""")

QUOTE_ALL_IN = wordings("""
    That could work. Please put {ask} in writing as the out-the-door total, with everything in it,
    and I will decide on that.

    Can you put {ask} out the door on one sheet, every fee part of it, and send it over?

    Please write up {ask} as the whole price, nothing to be added. Once I have read it, you get my
    answer.
""")

QUOTE_ALL_IN_UNNAMED = wordings("""
    That could work. Please send me your out-the-door total in writing, with everything in it, and I
    will decide on that.

    Can you put that out-the-door total on one sheet, every fee part of it, and send it over?
""")

YOURS = wordings("""
    The decision is yours: when the paper matches, press accept.

    It is your call, and yours alone. If anything in the paperwork feels off, you may still leave.

    You decide. I would only not let a good price go stale over pocket money.
""")

WALK = wordings("""
    I would leave this one. They ask {ask}, and that is {ask_above_suggested} more than makes sense
    for you.

    This is the moment to walk: {ask} is {ask_above_suggested} past the most that I would offer.

    At {ask} the {model} is no longer your deal. Let it go, politely, and keep your number alive.
""")

WALK_WHY = wordings("""
    Leaving is not losing. A seller who hears a friendly no often calls back with a better price,
    and if not, you have kept your money for a car that fits it.

    Quite a few of the best prices come after the goodbye. Leave your number, then look at other
    cars in earnest.

    No car is the last one. Walking now keeps your limit worth something the next time you name one.
""")

WALK_QUOTE = wordings("""
    Thank you for your time. We are too far apart, so I will look elsewhere. If that changes, you
    have my number.

    I appreciate the effort, but this does not work for me. Call me if you can do better.

    No hard feelings: it is a nice {model}, just not at that price. You know how to reach me.
""")

AGREED = wordings("""
    The price is settled, so the job now is paper. Read the purchase agreement line by line: it must
    say what you agreed on, and nothing that you did not.

    You have your deal. From here watch the finance office, where add-ons and fees creep back in. A
    plain no thank you is enough for each.

    It is agreed. Before money moves, compare the contract with the price that you have in writing,
    and check the VIN on it against the car.
""")

AGREED_MORE = wordings("""
    Also worth doing: title in the seller's name, a last look at the car in daylight, both keys in
    your hand, and insurance from the minute you drive off.

    If a fee turns up that was not on the sheet, you may refuse to sign until it is gone. Until you
    have signed you can still leave.

    Do not let anyone rush the signing. Whoever has a fair contract has no reason to hurry you.
""")

AGREED_QUOTE = wordings("""
    Please take off everything that we did not agree on, then I will read it once more.

    Which of these lines is required by law? The others I would like removed.

    Can you send me the contract before I come in, so that I can read it at home?
""")

OVER = wordings("""
    This negotiation is closed, so there is no next number to name here. You kept your limit, and
    that is worth more than this {model}.

    We are done with this one. If the seller comes back with a better price, start a new negotiation
    and I will work from there.

    This one has ended. What you learned stays: how far they move, and how they react to silence.
""")

OVER_NEXT = wordings("""
    For the next car, do the same again: open low, let them move first, and have every promise in
    writing. A second seller is the best argument against the first.

    Look at a few other cars before you call anyone back. It is easier to say no to one seller when
    two more are waiting.

    Should you meet this seller again, start from the lowest price that they ever named, not from
    the ad.
""")

OVER_QUOTE = wordings("""
    If you can do better on the {model}, write me a number and I will look at it.

    I am still looking. What is the best you could do if I came back?

    Thank you for your time. My interest depends on the price, and you know where I stand.
""")
