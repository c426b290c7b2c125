"""What an amount that the buyer asks about means, beside everything that is known."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

OVER_LIMIT = wordings("""
    No. {asked} is {asked_over_limit} over your own limit, and a limit helps only while it holds.

    {asked} lies {asked_over_limit} beyond the limit that you set yourself. That is where you walk
    away.

    Not {asked}. You drew your limit {asked_over_limit} below that, and with a cool head.
""")

AT_LIMIT = wordings("""
    {asked} is your limit itself, so it is the last number and not the next one.

    That is the very limit you set: once {asked} is named, nothing is left to give.
""")

OVER_ASK = wordings("""
    {asked} is more than they want: their price is {ask}, which is {asked_over_ask} less.

    There is no reason for {asked}. They ask {ask}, so that would be {asked_over_ask} above it.

    {asked}? They are at {ask} already, {asked_over_ask} below that.
""")

BELOW_A_GOOD_ONE = wordings("""
    I would not go back to naming numbers: {ask} is a price to take, and {asked} would win you only
    another {asked_under_ask}.

    For the {asked_under_ask} between {asked} and their {ask} I would not put at risk what you have
    reached.
""")

IS_ASK = wordings("""
    {asked} is just what they ask, so it is their number and not yours.

    {asked} is their price as it stands now. Nobody has to bargain for that one.

    With {asked} they would get all that they ask for.
""")

TOO_HIGH = wordings("""
    Not now: {asked} is {asked_over_suggested} above {suggested}, the most that I would have you
    offer at this point.

    Not yet. {suggested} is as far as I would go now, and {asked} lies {asked_over_suggested} beyond
    that.

    {asked} is too much for the next step. It lies {asked_over_suggested} above {suggested}, and
    you cannot take it back once it is said.
""")

EXACT = wordings("""
    {asked} is exactly the number that I would think in now, and not a dollar more.

    Yes as an offer, and no higher: {asked} is the most that I would have you name now.
""")

WITHIN = wordings("""
    As an offer {asked} is fine. It is {asked_under_suggested} below {suggested}, the most that I
    would have you name now.

    {asked} works as an offer: you keep {asked_under_suggested} in hand on the way to {suggested}.

    Nothing against {asked} as an offer. Up to {suggested} there would be {asked_under_suggested}
    left.
""")

OWN_OFFER = wordings("""
    {asked} is your own number already, and it stands.

    You have {asked} on the table as it is, so there is nothing to change about it.
""")

STEP_BACK = wordings("""
    {asked} is less than the {offer} that they have heard from you already, so it would be a step
    back. Keep that for when they add something.

    They know your {offer}, so {asked} would be a step back for them. Name it only if they raise
    their price or come up with a fee.
""")

OVER_TARGET = wordings("""
    It is {asked_over_target} over your target.

    Your target lies {asked_over_target} below it.
""")

UNDER_TARGET = wordings("""
    It is {asked_under_target} under your target.

    Your target is {asked_under_target} above it.
""")

AT_TARGET = wordings("""
    It is your target to the dollar.
""")

UNDER_ASK = wordings("""
    From the {ask} that they ask it is {asked_under_ask} away.

    It is {asked_under_ask} below their {ask}.
""")

UNDER_ASKING = wordings("""
    From the {ask} that they ask it is {asked_under_ask} away, and {asked_under_asking} from the
    {asking} of the ad.

    It is {asked_under_ask} below their {ask}, and {asked_under_asking} below the {asking} that they
    started from.
""")

SEVERAL_FIT = wordings("""
    Of {asked} and {asked_high} the higher one can wait: there is always a way up, and none back
    down.

    Not {asked_high} while {asked} has not been tried: you can always go up later.
""")

SEVERAL_APART = wordings("""
    {asked_high} is too high for now, and {asked} is the one to look at.

    {asked_high} is too much at this point, so let us look at {asked}.
""")

UNSURE = wordings("""
    I am not sure whether you mean {asked_unsure}. Write the price in full, and I weigh it for you.

    {asked_unsure}, or something that is not the price? Write it in full, and I tell you how it
    compares.
""")

UNCLEAR = wordings("""
    I cannot tell which amount you mean. Write the price in full, and I weigh it for you.

    Which amount is that? It is not near to any price here. Write it in full, and I tell you how it
    compares.
""")

PAYMENT_IN_ALL = wordings("""
    And {asked_monthly} a month is no price: over that term it comes to {asked_in_all}, more than
    the monthly figure lets you feel.

    Mind that {asked_monthly} a month comes to {asked_in_all} over that term. It is not the price of
    the car.
""")

PAYMENT = wordings("""
    And {asked_monthly} a month is no price: without the term and the down payment it tells you
    nothing.

    Mind that {asked_monthly} a month is not a price. Ask for how many months, and how much down.
""")
