"""Answers to the buyer that depend on the numbers."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

NOTHING_TO_ACCEPT = wordings("""
    There is nothing to accept yet: {ask} is only what the ad says, the dealer has not made you an
    offer.

    Not yet. So far you have the asking price of {ask}, and nobody takes that one.

    No. {ask} is their wish, not an offer to you, and the first price is never the last.
""")

NOT_YET = wordings("""
    I would not, not at {ask}. That is {ask_above_suggested} above the most that I would have you
    offer now.

    Not at {ask}. It is still {ask_over_target} over your target, and they have not shown you their
    last card.

    {ask} is not there yet. Make them work through another {ask_above_suggested} before you think
    about yes.

    No. At {ask} they are asking you to be tired of this. You are not.

    Not at {ask}. A price that is still on its way down is not one to say yes to.
""")

IS_IT_GOOD = wordings("""
    At {ask}? It is {ask_over_target} over your own target, so no, not yet.

    Measured by what you set out to do, {ask} is {ask_over_target} over the target, so I would not
    call it one.

    I would not call {ask} good while it is {ask_over_target} away from your target.

    By your own yardstick it is not there yet, as long as they ask {ask}.
""")

IT_IS_GOOD = wordings("""
    By your own yardstick, yes: {ask} is a price to take.

    Yes, {ask} is good for you. It is what the plan was made for.

    I think so. {ask} does what you came for.
""")

INSIDE = wordings("""
    {ask} is no more than your own target, but it is only what the ad says. Ask for less before you
    call it good.

    It does not go past your target, and still nobody has to pay the {asking} of an ad. Let them cut
    it first.
""")

NOTHING_MORE = wordings("""
    Nothing more: they are at {ask}, and that is a price to take.

    You do not have to top it. {ask} is good enough.
""")

COMPARE = wordings("""
    I will not make up a market value. Look at a few ads for a {car} with similar miles; the lowest
    one is your best argument.

    What it is worth out there you see in the ads: same year, similar miles, near you. Bring the
    cheapest.

    For the market, do not ask me or them, ask the listings. Find others like this {model} and
    compare totals.
""")

RELAYED_PRICE = wordings("""
    If the dealer has named a new price, enter it as the dealer's offer and my numbers will follow
    it.

    Was that figure theirs? Then add it as the dealer's offer, so that I can work with it.

    A price from them belongs on record: add it as the dealer's offer and ask me again.
""")
WHY_OPEN = wordings("""
    Because you can always go up and never down again. {suggested} leaves you {under_target} on the
    way to your target, and their answer shows how much air is in {asking}.

    A first number sets the field. From {suggested} you walk toward {target}; open at {target} and
    you walk past it.

    The reason for {suggested} is simple: the first number is the only one that costs nothing. They
    will pull it up anyway.
""")

WHY_HOLD = wordings("""
    Because {offer} is {discount} under the {asking} they asked. The more you have won, the smaller
    the step that is worth making, so {suggested} is as far as I would go now.

    My rule is plain: the bigger the discount, the less reason to move. At {discount} off that
    means {suggested} at the very most.

    Your number does the work while it stands. Each dollar above {offer} is one they did not have to
    ask for, and past {suggested} I would not follow.

    It comes down to patience: {suggested} is the most that makes sense at this point, and only
    when they refuse.
""")

WHY_LOWER = wordings("""
    Because {offer} wins you too little. The thinner the discount, the less you should build on it,
    so I point you down to {suggested} and not up.

    A small discount is a bad place to add money. That is why I would rather see {suggested} than a
    cent more than {offer}.

    They would be glad to take {offer}, and that is the trouble. {suggested} leaves you somewhere
    to go.
""")
