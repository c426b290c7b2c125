"""Where the buyer stands, and how far to go."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

STAY = wordings("""
    Stay at {offer}.

    Your number is still {offer}; leave it there.

    I would not move from {offer} now.

    Keep {offer} on the table and add nothing to it.

    For now {offer} is all they get to hear.

    {offer} stays where it is.
""")

STAY_LOWER = wordings("""
    Your {offer} is high enough already. Add nothing to it, and if you name a new number, let it be
    {suggested}.

    Do not build on {offer}. Should they ask for a fresh number, it is {suggested}.

    {offer} is more than I would have offered, so no step up; {suggested} is the number to think in.
""")

NAME_IT = wordings("""
    You have not named a number yet. Make it {suggested}, and let them react to that.

    Time for your first number: {suggested}. It is low on purpose.

    Your first number is {suggested}. It is an opening, so it may sting.
""")

NAME_AT_ASK = wordings("""
    Let them speak first: ask what they can do below the sticker. If you have to name a number,
    {suggested} is the most it can be.

    You need no number yet. Ask for reasons to go below the sticker, and never above {suggested}.

    The sticker is within your plan, so the first cut should be theirs. {suggested} is the ceiling.
""")

TAKE_IT = wordings("""
    Apart from that, {ask} is a price worth taking, so I would rather close than bargain on.

    And do not overlook it: at {ask} they have come to where you want them. I would take that.

    By the way, {ask} is good enough. Get it in writing before you ask for more.
""")

NO_OFFERS = wordings("""
    This is round {round} of {max_rounds}, so you have no offer left to make. It is their price or
    the door, and {ask} is not it yet: up to {take_up_to} I would think about it.

    With round {round} of {max_rounds} your offers are used up. Let them come down from {ask}; at
    {take_up_to} or less it becomes worth a yes.

    No more numbers from you in round {round} of {max_rounds}. {ask} is too much, {take_up_to} is
    where I would start to listen.
""")

QUOTE_NAME = wordings("""
    For this {model} I can do {suggested}. If that works, send me the full price in writing.

    I was thinking of {suggested}. How close can you get to that?

    With what I see on paper, {suggested} is my offer for the {model}.
""")

QUOTE_WAIT = wordings("""
    I have said my last number. If you get there, write me. If not, thank you for your time.

    I have nothing to add on my side. It is your call now.

    You have my final number on the {model}. I am looking at other cars meanwhile.
""")

QUOTE_CLOSE = wordings("""
    Please send me the out-the-door price in writing, every fee listed, and I will decide on that.

    That could work. What is the total, with everything in it?

    Can you put {ask} and all fees on one sheet for me?
""")

QUOTE_UNNAMED = wordings("""
    I am not there yet. What is the best you can do, with all fees in it?

    Before I name a number: what is your best price for the {model}?

    Where can you go on the {model}, with everything included?
""")
