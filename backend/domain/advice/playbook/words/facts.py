"""What is on record, told to the buyer who asks for it."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

LIMIT = wordings("""
    Your walk-away price is {walk_away}. It stays between us: it is where you leave, not where you
    want to end up.

    You set your limit at {walk_away}. Past that you leave, and the dealer never gets to hear the
    number.

    Your limit is {walk_away}, by your own word. Think of it as a fence and not as a goal.
""")

NO_LIMIT = wordings("""
    You have not set a walk-away price for this one. Your target is {target}, and I go by that.

    There is no limit on record here, only your target of {target}.
""")

TARGET = wordings("""
    Your target is {target}. That is the price you hope for, and it stays between us.

    You set out to pay {target} for this {model}. The dealer does not need to know it.

    It is {target}, as you entered it. I measure everything against that.
""")

OFFER = wordings("""
    Your latest offer is {offer}.

    You stand at {offer}.

    The last number they have from you is {offer}.
""")

NO_OFFER = wordings("""
    You have not made an offer yet.

    There is no offer of yours on record so far.
""")

THEIR_PRICE = wordings("""
    They ask {ask} now. The ad said {asking}, so that is {conceded} less.

    Their price is {ask}, which is {conceded} under the {asking} they began with.
""")

THEIR_PRICE_STANDS = wordings("""
    They ask {ask}, and that has not come down since the ad.

    Their price is {ask}. So far they have given you nothing.
""")

ONLY_THE_AD = wordings("""
    All there is so far is the {asking} of the ad. The dealer has not named a price of their own.

    The ad says {asking}, and nothing else from them is on record.
""")

ROUNDS = wordings("""
    This is round {round} of {max_rounds}, and each offer of yours uses one up.

    You are in round {round} of {max_rounds}. A new offer begins the next one.
""")

NO_ROUNDS = wordings("""
    This is round {round} of {max_rounds}, so no offer is left. From here on only their price can
    move.

    None: it is round {round} of {max_rounds}, and your offers are used up.
""")

GAP = wordings("""
    There is {gap} between your {offer} and their {ask}.

    You are {gap} apart: {offer} from you, {ask} from them.
""")

NO_GAP = wordings("""
    Nothing is left between you: they ask {ask}, and your {offer} is not below that.

    There is no gap. Your {offer} is as much as their {ask}, or more.
""")

GAP_UNKNOWN = wordings("""
    They have no number from you yet, so there is only their {ask} to look at, and your target of
    {target}.

    You have made no offer so far. They ask {ask}, and you would like to pay {target}.
""")
