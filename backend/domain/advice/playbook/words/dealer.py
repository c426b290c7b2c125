"""After a price or a message by the dealer."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

FIRST_DROP = wordings("""
    They moved: {ask} instead of {asking}. {concession} for one message is a start, and it shows
    that the ad was not the price.

    {concession} off at the first push, down to {ask}. There is more where that came from.

    So it is {ask} now. A first cut of {concession} mostly tells you that they want to talk.
""")

DROP = wordings("""
    Another {concession} off, {ask} now. You got that by waiting, so wait some more.

    From {previous_ask} to {ask}: {concession} more, and {conceded} since the ad.

    {ask} is their number now. They have given {conceded} in all, the last {concession} just now.
""")

SMALLER_DROP = wordings("""
    {concession} this time, {earlier_concession} before: their steps get smaller. They are near the
    floor, or want you to think so. {ask} is where they stand.

    {ask} now. The step was {concession}, down from {earlier_concession}, so do not expect leaps any
    more, and do not make any.

    Down to {ask}, but only by {concession} after {earlier_concession}. Answer a small step with a
    smaller one, or with none.
""")

SAME = wordings("""
    {ask} again: they have not moved. Then neither do you.

    They repeat {ask}. Saying a price twice does not make it lower.

    Still {ask}. No step from them means no step from you.
""")

UP = wordings("""
    They went up, from {previous_ask} to {ask}. That is meant to make the old price look like a
    gift. Do not chase it.

    {ask}, after {previous_ask} before? Going up by {raised} is a bluff or bad manners; hold them to
    the lower number.

    The price rose by {raised} to {ask}. Whoever does that needs a reason, and you need not supply
    it.
""")

FAR = wordings("""
    It is still {ask_over_target} over your target of {target}.

    You hoped for {target}, so there is {ask_over_target} to go.

    To your target of {target} it is another {ask_over_target}.

    Against your {target} it is {ask_over_target} too much.
""")

QUOTE_HOLD = wordings("""
    Thank you for coming back to me. I am still at {offer}; can you get there?

    I appreciate it, but {ask} is not a price I can say yes to. My offer is {offer}.

    We are getting somewhere, but I stay at {offer} for this {model}.

    My number has not changed. Let me know if yours does.
""")

LAST = wordings("""
    This is round {round} of {max_rounds}, so there is no counteroffer left: it is {ask} or goodbye,
    and at {ask} I would say goodbye.

    You have no offers left in round {round} of {max_rounds}. {ask} is above what this car should
    cost you, so be ready to leave.

    With the last round reached, only their price counts, and {ask} is too much. Let it go unless
    they come down by themselves.
""")

LAST_QUOTE = wordings("""
    I have said my last number. If you get there, write me. If not, thank you for your time.

    I cannot do that, so I will look at another car. You have my number if it changes.

    That is over my limit for this {model}. I wish you luck with the sale.
""")

HEARD_NOTHING = wordings("""
    There is no price and no promise in that, so nothing has changed for you. Keep it short and
    bring it back to the number.

    Friendly talk, no movement. Answer politely and steer back to the price.

    Nothing in there calls for a concession. One sentence back is plenty.
""")

HEARD_PRICE = wordings("""
    They name a price that is not on record yet. Enter it as the dealer's offer, so that I can work
    from it.

    There is a new figure in there. If it is their price for this car, add it as the dealer's offer
    and my numbers will follow.

    Should that be a real offer, record it as one; until then I go by their {ask}.
""")

QUOTE_GENERAL = wordings("""
    Thank you. What is the best out-the-door price you can do on the {model}?

    I am interested in the {model} at the right price. Where can you go?

    Good to know. My question is still the price.
""")

HEARD_COUNTER = wordings("""
    There is a figure in that message. If it is their price for the car, enter it as the dealer's
    offer, and I will tell you what it is worth. Until then nothing has changed for you.

    That looks like a number, and numbers count only once they are on record. Add it as the dealer's
    offer if it is one; I go on from their {ask} until you do.

    They name an amount there. Make sure what it covers, the car alone or with fees, then enter it
    as the dealer's offer.
""")

QUOTE_COUNTER = wordings("""
    Thank you for naming a number. What does it cover, the car alone or everything?

    I have read your number. Can you do better than that on the {model}?

    Noted. Is that the best you can do, with every fee in it?
""")

QUOTE_UP = wordings("""
    You asked {previous_ask} before. I am talking about that price, not a higher one. What changed?

    I will not go on from {ask}, it was {previous_ask}. Shall we start there?

    A price that goes up is not one that I can work with. Let me know when it is back.
""")
